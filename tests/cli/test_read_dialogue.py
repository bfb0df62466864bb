"""The dialogue about an article: each claim is taken, skipped or edited, and what is not clear is asked."""

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import typer

from claims import claim
from terminal import on_terminal
from watchlist.cli.read_dialogue import asked, with_whole_source
from watchlist.cli.session import GlobalOptions, Session
from watchlist.domain.claim import Certainty
from watchlist.domain.dates import Edtf
from watchlist.domain.errors import Interrupted, Refused
from watchlist.services.article.article_claim import ArticleClaim
from watchlist.services.article.reading import Article
from watchlist.services.article.source import ArticleSource
from watchlist.services.article.titles import FilmName
from watchlist.services.read import ArticleReading, ClaimOffer, ClaimQuestion, Effect

SOURCE = ArticleSource("The Daily Reel", "Three dates", "Ann Cole", date(2026, 11, 20))


def offer_of(title: str, effect: Effect = Effect.NEW) -> ClaimOffer:
    when = Edtf.parse("2027-06-18")
    sentence = f"{title} opens on June 18, 2027."
    said = ArticleClaim(FilmName(title, ()), None, None, None, when, "June 18, 2027", Certainty.ANNOUNCED, sentence)
    return ClaimOffer(said, None, title, claim("2027-06-18"), effect)


OFFERS = tuple(offer_of(title) for title in ("Copper Sky", "Iron Sea", "Tin Moon"))
UNCLEAR = ClaimQuestion(OFFERS[0].found._replace(film=None), "which film")


@pytest.fixture
def session() -> Session:
    context = typer.Context(typer.main.get_command(typer.Typer(callback=lambda: None)))
    context.obj = GlobalOptions()
    return Session(context)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give the way to type: single keys, then lines."""

    def put(keys: str, *lines: str) -> None:
        left = iter(keys)
        monkeypatch.setattr("typer.getchar", lambda: next(left))
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return put


def titles(taken: list[ClaimOffer]) -> list[str]:
    return [one.title for one in taken]


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        ("sts", ["Iron Sea"]),
        ("sr", ["Iron Sea", "Tin Moon"]),
        ("tq", ["Copper Sky"]),
        ("xxT?ss", ["Copper Sky"]),
    ],
)
def test_each_claim_is_taken_or_not_with_one_key(
    keys: str, taken: list[str], session: Session, answers: Callable[..., None]
) -> None:
    answers(keys)
    assert titles(asked(session, ArticleReading(SOURCE, OFFERS))) == taken


def test_what_is_kept_already_is_not_asked_about(
    session: Session, answers: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    answers("")
    assert asked(session, ArticleReading(SOURCE, (offer_of("Copper Sky", Effect.KNOWN),))) == []
    assert capsys.readouterr().err.endswith("\nThe article makes no new claim about a release.\n")


def test_an_edited_claim_has_what_was_typed_and_else_what_was_read(
    session: Session, answers: Callable[..., None]
) -> None:
    answers("e", "", "none", "US", "", "none", "rumoured")
    (one,) = asked(session, ArticleReading(SOURCE, OFFERS[:1]))
    assert (one.title, one.claim.date, one.claim.region, one.claim.service) == ("Copper Sky", None, "US", None)
    assert (one.claim.certainty, one.claim.source.publisher) == (Certainty.RUMOURED, "The Daily Reel")
    answers("e", " ")
    assert asked(session, ArticleReading(SOURCE, OFFERS[:1])) == []


def test_questions_leave_nothing_on_stdout(
    session: Session, answers: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    answers("", "5 May 2027", "The Daily Reel")
    with_whole_source(session, Article(ArticleSource(), ()), lambda day: Article(ArticleSource(published=day), ()))
    asked_for = "When was it published? (Enter if not known) Who published it? (Enter if not known) "
    assert capsys.readouterr() == ("", asked_for)


def test_an_edit_that_is_left_says_that_nothing_was_changed(session: Session, answers: Callable[..., None]) -> None:
    answers("e")
    with pytest.raises(Refused, match="stopped at the question"):
        asked(session, ArticleReading(SOURCE, OFFERS[:1]))


def test_what_is_not_clear_is_kept_only_with_a_film(session: Session, answers: Callable[..., None]) -> None:
    answers("e", "Copper Sky", "", "", "", "", "")
    assert titles(asked(session, ArticleReading(SOURCE, (), (UNCLEAR,)))) == ["Copper Sky"]
    answers("s")
    assert asked(session, ArticleReading(SOURCE, (), (UNCLEAR,))) == []


def test_a_dialogue_that_is_left_raises(session: Session, answers: Callable[..., None]) -> None:
    answers("t\x03")
    with pytest.raises(Interrupted):
        asked(session, ArticleReading(SOURCE, OFFERS))


def test_the_day_and_the_publisher_are_asked_for_where_they_are_not_stated(
    session: Session, answers: Callable[..., None]
) -> None:
    def read_on(day: date) -> Article:
        return Article(ArticleSource(title="Three dates", published=day), ())

    bare = Article(ArticleSource(title="Three dates"), ())
    answers("", "5 May 2027", "The Daily Reel")
    assert with_whole_source(session, bare, read_on).source == ArticleSource(
        "The Daily Reel", "Three dates", published=date(2027, 5, 5)
    )
    answers("", "", "")
    assert with_whole_source(session, bare, read_on) == bare
    answers("")
    assert with_whole_source(session, Article(SOURCE, ()), read_on).source == SOURCE


@pytest.mark.slow
def test_the_dialogue_takes_skips_and_asks(article: str, films_file: Path, golden: Callable[[str, str], None]) -> None:
    answers = [
        ("1 of 3", "t"),
        ("2 of 3", "s"),
        ("3 of 3", "e"),
        ("Film? [Copper Sky] ", ""),
        ("Date? (none for no date) [2027-21] ", "May 2027"),
        ("Region? (none if not said) [none] ", ""),
        ("Channel? (premiere, limited, cinemas, streaming, disc, tv) [streaming] ", ""),
        ("Service? (none if not said) [Netflix] ", ""),
        ("Certainty? (rumoured, speculated, announced, confirmed, released, cancelled) [speculated] ", "rumoured"),
        ("[e]dit  [s]kip", "s"),
    ]
    seen = on_terminal(["read", article], answers, keys=True)
    golden("read-dialogue.txt", seen.text)
    kept = films_file.read_text()
    assert (seen.code, kept.count("[[films.claims]]"), 'date = "2027-05"' in kept) == (0, 2, True)


@pytest.mark.slow
def test_the_rest_is_taken_with_one_key(article: str, films_file: Path) -> None:
    seen = on_terminal(["read", article], [("1 of 3", "r"), ("[e]dit  [s]kip", "s")], keys=True)
    assert "Kept 3 claims" in seen.text
    assert films_file.read_text().count("[[films.claims]]") == 3


@pytest.mark.slow
def test_a_dialogue_that_is_left_keeps_nothing(article: str, films_file: Path) -> None:
    seen = on_terminal(["read", article], [("1 of 3", "t"), ("2 of 3", "\x04")], keys=True)
    assert (seen.code, "Nothing was changed." in seen.text) == (1, True)
    assert not films_file.exists()


@pytest.mark.slow
def test_an_answer_that_cannot_be_read_is_asked_for_again(article: str, films_file: Path) -> None:
    answers = [
        ("1 of 3", "e"),
        ("Film? [Shrek 5] ", ""),
        ("Date? (none for no date) [2027-09-22] ", "Mayy 50"),
        ("Date? (none for no date) [2027-09-22] ", "October 2027"),
        ("Region? (none if not said) [none] ", "Atlantis"),
        ("Region? (none if not said) [none] ", "US"),
        ("Channel? (premiere, limited, cinemas, streaming, disc, tv) [cinemas] ", "kino"),
        ("Channel? (premiere, limited, cinemas, streaming, disc, tv) [cinemas] ", ""),
        ("Service? (none if not said) [none] ", ""),
        ("Certainty? (rumoured, speculated, announced, confirmed, released, cancelled) [announced] ", ""),
        ("2 of 3", "q"),
    ]
    seen = on_terminal(["read", article], answers, keys=True)
    assert "Kept 1 claim " in seen.text
    assert 'date = "2027-10"' in films_file.read_text()


@pytest.mark.slow
def test_what_an_article_does_not_state_about_itself_is_asked_for(tmp_path: Path, films_file: Path) -> None:
    path = tmp_path / "plain.html"
    path.write_text("<html><body><p><i>Copper Sky</i> opens in theaters on June 12.</p></body></html>")
    answers = [
        ("When was it published? (Enter if not known) ", "the other day"),
        ("When was it published? (Enter if not known) ", "5 May 2027"),
        ("Who published it? (Enter if not known) ", "The Daily Reel"),
        ("1 of 1", "t"),
    ]
    seen = on_terminal(["read", str(path)], answers, keys=True)
    assert "Kept 1 claim from The Daily Reel" in seen.text
    kept = films_file.read_text()
    assert ('date = "2027-06-12"' in kept, 'published = "2027-05-05"' in kept) == (True, True)
