"""The supported shells: how words are passed to each, and its completion script.

What is offered may come from anywhere, so no script evaluates it: bash puts words on the command
line as they are, and gets them quoted; zsh and fish get them as they are, and quote them themselves.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from watchlist.cli.offers.offer import Offer
from watchlist.cli.typed_line import TypedLine

FILES_WANTED = 10
"""The exit code that asks a shell to complete the name of a file."""


class Shell(StrEnum):
    """The shells that are completed."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def answer(shell: Shell, offers: Iterable[Offer], typed: TypedLine, *, listing: bool = False) -> list[str]:
    """Write what is offered in lines for a shell.

    `listing`: bash asks what there is, and puts nothing on the line.
    """
    shown = [Offer(word, _one_line(offer.meaning)) for offer in offers if (word := _shown(offer.word))]
    if shell is Shell.BASH:
        return _for_bash([offer.word for offer in shown], typed, listing=listing)
    # fish does not quote a "~" at the front, and would put the home of that user in its place
    kept = (offer for offer in shown if shell is Shell.ZSH or not offer.word.startswith("~"))
    return [f"{offer.word}\t{offer.meaning}".rstrip("\t") for offer in kept]


def _shown(word: str) -> str:
    """Give a word that a shell can put on one line; empty where it cannot."""
    flat = " ".join(word.split())
    return flat if flat.isprintable() else ""


def _one_line(text: str) -> str:
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())


def _for_bash(words: list[str], typed: TypedLine, *, listing: bool) -> list[str]:
    """Quote words for readline, which replaces what stands behind the part of the word that it keeps."""
    rests = [rest for word in words if (rest := _behind(word, typed.kept)) is not None]
    if not rests:
        return []
    quoted = _quoted(rests, typed.quote)
    behind = typed.word[len(typed.kept) :]
    # readline puts the common beginning of several words in the place of what was typed: where that
    # would take letters away, what was typed is among the words, so that there is no common beginning
    if len(rests) > 1 and not listing and not _goes_on(_common_beginning(rests), behind):
        return [behind, *quoted]
    return quoted


def _common_beginning(words: Sequence[str]) -> str:
    first, last = min(words), max(words)
    return next((first[:at] for at, sign in enumerate(first) if not last.startswith(sign, at)), first)


def _goes_on(beginning: str, typed: str) -> bool:
    return beginning.casefold().startswith(typed.casefold())


def _behind(word: str, kept: str) -> str | None:
    """Give what stands in a word behind its part that readline keeps; None where the word begins otherwise."""
    for end in range(len(kept) // 2, min(len(word), 2 * len(kept)) + 1):
        if word[:end].casefold() == kept.casefold():
            return word[end:]
    return None


_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+,./-%")


def _quoted(words: Sequence[str], quote: str) -> list[str]:
    """Quote words within an open quotation mark; or else all in the same way, so that they have a common beginning."""
    if quote:
        return [_within(word, quote) for word in words]
    if all(_is_bare(word) for word in words):
        return list(words)
    mark = '"' if any("'" in word for word in words) and not any(set(word) & set('"$`\\!') for word in words) else "'"
    return [f"{mark}{_INNER[mark](word)}{mark}" for word in words]


def _within(word: str, quote: str) -> str:
    """Quote a word behind an open quotation mark.

    readline takes that mark away where the word begins with one, and does not close it where the
    word ends with one.
    """
    inner = _INNER[quote](word)
    before, behind = (quote * inner.startswith(quote), quote * inner.endswith(quote))
    return f"{before}{inner}{behind}"


def _is_bare(word: str) -> bool:
    return bool(word) and all(sign in _BARE or (not sign.isascii() and sign.isalnum()) for sign in word)


def _in_single(word: str) -> str:
    return word.replace("'", "'\\''")


def _in_double(word: str) -> str:
    """Escape what has a meaning in double quotes; "!" even behind a backslash, so it stands in single ones."""
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
    """Give what a shell is to evaluate."""
    return f"{_SCRIPTS[shell].strip()}\n"
