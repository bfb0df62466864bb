from itertools import product

import pytest

from bundled import catalogue
from titles.films_in_memory import FilmsInMemory
from titles.typed import Typed, listed_ids, typed_titles
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.film_reference import parse_reference
from watchlist.domain.title import parse_title, same_title
from watchlist.services.choose import Ask, Choice, Chosen, NotFound, Scope, choose

KNOWN = FilmsInMemory(tuple(catalogue().films.values()))
LISTED = FilmsInMemory(tuple(catalogue().films[film_id] for film_id in listed_ids()))
NOTHING = FilmsInMemory()
VENOM_3 = FilmsInMemory((Film("venom-3", "Venom: The Last Dance", year=2024),))
RING, THE_RING = Film("ring-1998", "Ring", year=1998), Film("the-ring-2002", "The Ring", year=2002)


def chosen(typed: str, listed: FilmsInMemory, known: FilmsInMemory, scope: Scope = Scope.LIST_FIRST) -> str:
    """Name what is chosen: an id, `ask` or `none`."""
    choice: Choice = choose(parse_reference(typed), listed, known, scope)
    return choice.film.id if isinstance(choice, Chosen) else "ask" if isinstance(choice, Ask) else "none"


def has_same_title(one: Film, other: Film) -> bool:
    return any(same_title(*map(parse_title, pair)) for pair in product(one.titles, other.titles))


@pytest.mark.parametrize("row", typed_titles(), ids=lambda row: f"{row.kind}: {row.typed}")
def test_a_change_acts_only_on_the_film_that_was_meant(row: Typed) -> None:
    assert (chosen(row.typed, NOTHING, KNOWN), chosen(row.typed, LISTED, KNOWN)) == (row.empty, row.listed)


def test_a_title_as_it_is_printed_finds_its_film_or_asks_among_equals() -> None:
    for film in KNOWN.films:
        for title in film.titles:
            choice = choose(parse_reference(title), NOTHING, KNOWN, Scope.CATALOGUE)
            assert choice == Chosen(film) or (isinstance(choice, Ask) and film in choice.candidates)


def test_the_title_of_a_film_never_names_another_even_where_it_is_not_known_itself() -> None:
    for film in KNOWN.films:
        for title in film.titles:
            reference = parse_reference(title)
            readings = reference.title.readings | (reference.dated.title.readings if reference.dated else frozenset())
            named = (*KNOWN.titled(readings), *KNOWN.with_id(reference.film_id or ""))
            others = FilmsInMemory(tuple(other for other in named if not has_same_title(film, other)))
            assert not isinstance(choose(reference, others, others, Scope.LIST_FIRST), Chosen)


def test_a_record_of_imdbs_table_is_the_film_of_its_title_and_year_where_both_are_single() -> None:
    ours = Film("heat-2-2027", "Heat 2", year=2027)
    table = Film("tt0000002", "Heat 2", year=2026, ids=(ExternalId("imdb", "tt0000002"),))
    short = table._replace(id="tt0000003", ids=(ExternalId("imdb", "tt0000003"),), genres=("short",))
    other = table._replace(id="tt0000004", ids=(ExternalId("imdb", "tt0000004"),))
    assert chosen("Heat 2", NOTHING, FilmsInMemory((ours, table))) == "heat-2-2027"
    assert chosen("Heat 2", NOTHING, FilmsInMemory((ours, short))) == "ask"
    assert chosen("Heat 2", NOTHING, FilmsInMemory((ours, table, other))) == "ask"
    assert chosen("Heat 2", NOTHING, FilmsInMemory((ours, table._replace(year=2020)))) == "ask"
    assert chosen("tt0000002", NOTHING, FilmsInMemory((ours, table))) == "tt0000002"


def test_the_list_comes_first_where_the_command_is_about_it() -> None:
    assert chosen("The Exorcist", LISTED, KNOWN) == "the-exorcist-1973"
    assert chosen("The Exorcist", LISTED, KNOWN, Scope.CATALOGUE) == "ask"
    assert chosen("The Exorcist (2027)", LISTED, KNOWN) == "the-exorcist-2027"


def test_a_title_without_its_subtitle_is_enough_only_where_no_other_film_can_be_meant() -> None:
    assert chosen("Venom", VENOM_3, VENOM_3, Scope.LIST_ONLY) == "venom-3"
    assert chosen("Venom", VENOM_3, VENOM_3) == "ask"
    assert chosen("Venom", NOTHING, VENOM_3, Scope.LIST_ONLY) == "none"
    both = FilmsInMemory((*VENOM_3.films, Film("venom-2018", "Venom", year=2018)))
    assert chosen("Venom", VENOM_3, both, Scope.LIST_ONLY) == "venom-2018"
    three = FilmsInMemory((*both.films, Film("venom-2005", "Venom", year=2005)))
    assert chosen("Venom", VENOM_3, three, Scope.LIST_ONLY) == "ask"


def test_what_is_written_alike_goes_before_what_is_only_equal() -> None:
    both = FilmsInMemory((RING, THE_RING))
    assert (chosen("Ring", NOTHING, both), chosen("the ring", NOTHING, both)) == ("ring-1998", "the-ring-2002")
    assert chosen("The Ring", NOTHING, FilmsInMemory((RING,))) == "ring-1998"


def test_what_differs_in_punctuation_alone_is_a_question() -> None:
    both = FilmsInMemory((Film("mother-2009", "Mother", year=2009), Film("mother-2017", "mother!", year=2017)))
    assert [chosen(typed, NOTHING, both) for typed in ("Mother", "mother!", "Mother! (2017)")] == [
        *("ask", "ask", "mother-2017"),
    ]


def test_a_film_of_the_list_does_not_go_before_one_that_is_named_more_nearly() -> None:
    both, listed = FilmsInMemory((RING, THE_RING)), FilmsInMemory((THE_RING,))
    assert chosen("Ring", listed, both) == "ask"
    assert chosen("Ring", listed, both, Scope.LIST_ONLY) == "the-ring-2002"
    assert chosen("The Ring", listed, both) == "the-ring-2002"


def test_the_same_year_goes_before_the_next() -> None:
    films = FilmsInMemory((Film("a", "Lost", year=2011), Film("b", "Lost", year=2012)))
    assert [chosen(f"Lost ({year})", NOTHING, films) for year in (2010, 2011, 2012, 2013, 2014)] == [
        *("a", "a", "b", "b", "ask"),
    ]
    assert [chosen(f"Lost {year}", NOTHING, films) for year in (2010, 2011)] == ["ask", "a"]


def test_an_id_that_is_also_the_title_of_another_film_is_a_question() -> None:
    films = FilmsInMemory((Film("x-men", "X-Men"), Film("x-men-2000", "X-Men", year=2000)))
    assert chosen("x-men", NOTHING, films) == "ask"
    assert chosen("id:x-men", NOTHING, films) == "x-men"
    assert chosen("x-men-2000", NOTHING, films) == "x-men-2000"


def test_an_entry_whose_film_is_gone_is_found_by_title_and_id() -> None:
    gone = FilmsInMemory((Film("gone-2020", "Gone", year=2020, ids=(ExternalId("imdb", "tt0000001"),)),))
    for typed in ("Gone", "gone-2020", "id:gone-2020", "tt0000001"):
        assert chosen(typed, gone, KNOWN, Scope.LIST_ONLY) == "gone-2020"


def test_nothing_known_is_nothing_found() -> None:
    assert choose(parse_reference("Alien"), NOTHING, NOTHING, Scope.CATALOGUE) == NotFound()
