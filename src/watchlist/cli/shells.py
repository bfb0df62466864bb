"""The supported shells: how words are passed to each, and its completion script.

Offered words may come from anywhere, so no script evaluates them: bash puts words on the command line as
they are, so it gets them quoted; zsh and fish quote them themselves.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from watchlist.cli.offers.offer import Offer
from watchlist.cli.typed_line import TypedLine

FILES_WANTED = 10
"""The exit code that asks a shell to complete a file name."""


class Shell(StrEnum):
    """The shells with completion."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def answer(shell: Shell, offers: Iterable[Offer], typed: TypedLine, *, listing: bool = False) -> list[str]:
    """Return the offers as lines for a shell.

    `listing` is true if bash only lists them, and puts nothing on the command line.
    """
    shown = [Offer(word, _one_line(offer.meaning)) for offer in offers if (word := _shown(offer.word))]
    if shell is Shell.BASH:
        return _for_bash([offer.word for offer in shown], typed, listing=listing)
    # fish does not quote a leading "~", and would expand it to a home directory
    kept = (offer for offer in shown if shell is Shell.ZSH or not offer.word.startswith("~"))
    return [f"{offer.word}\t{offer.meaning}".rstrip("\t") for offer in kept]


def _shown(word: str) -> str:
    """Return a word on one line; an empty text if it has invisible characters."""
    flat = " ".join(word.split())
    return flat if flat.isprintable() else ""


def _one_line(text: str) -> str:
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def _for_bash(words: list[str], typed: TypedLine, *, listing: bool) -> list[str]:
    """Quote words for readline, which only replaces the part of the typed word after `typed.kept`."""
    rests = [rest for word in words if (rest := _after(word, typed.kept)) is not None]
    if not rests:
        return []
    quoted = _quoted(rests, typed.quote)
    replaced = typed.word[len(typed.kept) :]
    # readline replaces what was typed with the common beginning of several words: if that would remove letters,
    # what was typed is offered too, so that there is no common beginning
    if len(rests) > 1 and not listing and not _goes_on(_common_beginning(rests), replaced):
        return [replaced, *quoted]
    return quoted


def _common_beginning(words: Sequence[str]) -> str:
    first, last = min(words), max(words)
    return next((first[:at] for at, sign in enumerate(first) if not last.startswith(sign, at)), first)


def _goes_on(beginning: str, typed: str) -> bool:
    return beginning.casefold().startswith(typed.casefold())


def _after(word: str, kept: str) -> str | None:
    """Return the part of a word after what readline keeps; None if the word begins differently."""
    for end in range(len(kept) // 2, min(len(word), 2 * len(kept)) + 1):
        if word[:end].casefold() == kept.casefold():
            return word[end:]
    return None


_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+,./-%")


def _quoted(words: Sequence[str], quote: str) -> list[str]:
    """Quote words inside an open quotation mark, or all in the same way, so that they have a common beginning."""
    if quote:
        return [_within(word, quote) for word in words]
    if all(_is_bare(word) for word in words):
        return list(words)
    mark = '"' if any("'" in word for word in words) and not any(set(word) & set('"$`\\!') for word in words) else "'"
    return [f"{mark}{_INNER[mark](word)}{mark}" for word in words]


def _within(word: str, quote: str) -> str:
    """Quote a word after an open quotation mark.

    readline removes that mark if the word begins with one, and does not close it if the word ends with one.
    """
    inner = _INNER[quote](word)
    before, after = (quote * inner.startswith(quote), quote * inner.endswith(quote))
    return f"{before}{inner}{after}"


def _is_bare(word: str) -> bool:
    return bool(word) and all(sign in _BARE or (not sign.isascii() and sign.isalnum()) for sign in word)


def _in_single(word: str) -> str:
    return word.replace("'", "'\\''")


def _in_double(word: str) -> str:
    """Escape what has a meaning in double quotes; "!" has one even after a backslash, so it goes in single quotes."""
    escaped = "".join(f"\\{sign}" if sign in '$`"\\' else sign for sign in word)
    return escaped.replace("!", "\"'!'\"")


_INNER = {"'": _in_single, '"': _in_double}


_SCRIPTS = {
    Shell.BASH: r"""
_watchlist_completion() {
    local line code
    COMPREPLY=()
    line=$(_WATCHLIST_COMPLETE=complete_bash COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_TYPE="$COMP_TYPE" \
        COMP_WORDBREAKS="$COMP_WORDBREAKS" "$1" 2>/dev/null)
    code=$?
    if [ "$code" -eq 10 ]; then
        compopt -o default 2>/dev/null
    elif [ "$code" -eq 0 ] && [ -n "$line" ]; then
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done <<<"$line"
    fi
}
complete -F _watchlist_completion watchlist
""",
    Shell.ZSH: r"""
#compdef watchlist
_watchlist_completion() {
    local answer line typed code other=0
    local -a before offered shown
    before=("${(@)words[1,CURRENT-1]}")
    answer=$(_WATCHLIST_COMPLETE=complete_zsh COMP_LINE="${(j: :)before} ${QIPREFIX}${PREFIX}" \
        "${(Q)words[1]}" 2>/dev/null)
    code=$?
    if (( code == 10 )); then
        [[ $PREFIX == -*=* ]] && compset -P '*='
        _files
        return
    fi
    (( code == 0 )) && [[ -n $answer ]] || return 1
    typed=${(QL)PREFIX}
    for line in "${(@f)answer}"; do
        offered+=("${line%%$'\t'*}")
        shown+=("${${line/$'\t'/  -- }[1,COLUMNS-1]}")
        [[ ${(L)offered[-1]} == "$typed"* ]] || other=1
    done
    (( other && $#offered > 1 )) && compstate[insert]=menu
    compadd -U -V watchlist -l -d shown -- "${offered[@]}"
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _watchlist_completion "$@"
else
    compdef _watchlist_completion watchlist
fi
""",
    Shell.FISH: r"""
function __watchlist_completion
    set -l answer (COMP_LINE=(commandline -cp) _WATCHLIST_COMPLETE=complete_fish watchlist 2>/dev/null)
    if test $status -eq 10
        __fish_complete_path (commandline -ct)
    else if count $answer >/dev/null
        printf '%s\n' $answer
    end
end
complete --command watchlist --erase
complete --command watchlist --no-files --arguments '(__watchlist_completion)'
""",
}


def script(shell: Shell) -> str:
    """Return the completion script of a shell."""
    return f"{_SCRIPTS[shell].strip()}\n"
