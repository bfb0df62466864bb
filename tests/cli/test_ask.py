"""Questions are asked until there is an answer; one that is left changes nothing."""

import io
from collections.abc import Iterable
from signal import SIGINT

import pytest

from terminal import on_terminal
from watchlist.cli.ask import ask, ask_key, ask_secret, confirm
from watchlist.domain.errors import NOTHING_CHANGED, Interrupted, Refused


class CtrlCAtFlush(io.StringIO):
    """A stderr at which Ctrl-C is typed while it is flushed, once."""

    def __init__(self, flushes: int) -> None:
        super().__init__()
        self.left = flushes

    def flush(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt


class CtrlC(io.StringIO):
    def readline(self, _: int = -1) -> str:  # type: ignore[override]
        raise KeyboardInterrupt


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> "Answers":
    return Answers(monkeypatch)


class Answers:
    """Gives what a person types: lines, or single keys."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def lines(self, text: str) -> None:
        self._monkeypatch.setattr("sys.stdin", io.StringIO(text))

    def keys(self, keys: Iterable[str]) -> None:
        left = iter(keys)
        self._monkeypatch.setattr("typer.getchar", lambda: next(left))


def test_a_yes_or_no_is_asked_for_until_it_is_one(answers: Answers, capsys: pytest.CaptureFixture[str]) -> None:
    answers.lines("maybe\n\nYES\n")
    assert confirm("Go on?") is True
    assert capsys.readouterr() == ("", "Go on? [y/n] Go on? [y/n] Go on? [y/n] ")
    answers.lines("n\n")
    assert confirm("Go on?") is False


def test_enter_alone_is_no_answer(answers: Answers) -> None:
    answers.lines("\n  \n heat 2 \n")
    assert ask("Which film?") == "heat 2"


def test_enter_alone_gives_the_default(answers: Answers, capsys: pytest.CaptureFixture[str]) -> None:
    answers.lines("\n \nheat 2\n")
    assert [ask("Film?", "heat"), ask("Film?", ""), ask("Film?", "heat")] == ["heat", "", "heat 2"]
    assert capsys.readouterr() == ("", "Film? [heat] Film? Film? [heat] ")


def test_ctrl_c_while_the_question_is_printed_is_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", CtrlCAtFlush(1))
    with pytest.raises(Interrupted, match="stopped at the question"):
        ask("Which film?")


def test_nothing_is_flushed_between_the_question_and_its_answer(
    answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers.lines("heat 2\n")
    monkeypatch.setattr("sys.stderr", stream := CtrlCAtFlush(2))
    assert (ask("Which film?"), stream.left) == ("heat 2", 1)


def test_only_the_keys_that_were_named_are_answers(answers: Answers, capsys: pytest.CaptureFixture[str]) -> None:
    answers.keys(["x", "\x1b[A", "S"])
    assert ask_key("[t]ake  [s]kip", "ts") == "s"
    assert capsys.readouterr().err == "[t]ake  [s]kip\n"


def test_a_question_that_is_left_says_that_nothing_was_changed(
    answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers.lines("")
    with pytest.raises(Refused) as ended:
        ask("Which film?")
    monkeypatch.setattr("sys.stdin", CtrlC())
    with pytest.raises(Interrupted) as interrupted:
        ask("Which film?")
    assert [error.value.kept for error in (ended, interrupted)] == [NOTHING_CHANGED] * 2


@pytest.mark.parametrize(("key", "error"), [("\x03", Interrupted), ("\x03more", Interrupted), ("\x04", Refused)])
def test_the_keys_that_leave_a_question_leave_it(answers: Answers, key: str, error: type[Exception]) -> None:
    answers.keys([key])
    with pytest.raises(error, match="stopped at the question"):
        ask_key("[t]ake", "t")


def test_a_secret_is_read_from_a_pipe_too(answers: Answers, capsys: pytest.CaptureFixture[str]) -> None:
    answers.lines("0123\n")
    assert (ask_secret("Your key?"), capsys.readouterr()) == ("0123", ("", "Your key? "))


@pytest.mark.parametrize(("key", "code"), [("\x03", -SIGINT), ("\x04", Refused.exit_code)])
def test_a_secret_that_is_left_says_that_nothing_was_changed(key: str, code: int) -> None:
    seen = on_terminal(["config", "set", "tmdb-key"], [("Your TMDB key ", key)])
    assert (seen.code, "stopped at the question" in seen.text, NOTHING_CHANGED in seen.text) == (code, True, True)


def test_a_secret_is_not_shown_while_it_is_typed() -> None:
    seen = on_terminal(["config", "set", "tmdb-key"], [("Your TMDB key ", "0123456789abcdef0123456789abcdef")])
    assert (seen.code, "0123" in seen.text) == (0, False)
