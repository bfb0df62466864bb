"""Refusing pages that are not articles: error pages, captchas, the first lines above a paywall."""

import re

from watchlist.services.article.decode import refused
from watchlist.services.article.page import Block, Kind, Page

_ERROR = re.compile(
    r"(?i)\b(?:404|410|403|50[0234]|page not found|not found|page (?:does(?:n['’]t| not) exist|is unavailable|cannot be found)|no longer available"
    r"|access denied|forbidden|just a moment|attention required|are you (?:a robot|human)|verify you are human|captcha|security check|internal server error)\b"
)
_WALL = re.compile(
    r"(?i)\b(?:subscribe (?:now )?to (?:read|continue|unlock|keep reading)|to continue reading|continue reading (?:this|with)|already a subscriber|for subscribers only"
    r"|this (?:article|story|content) is (?:for|only for|exclusive to|available to) (?:subscribers|members)|create (?:a|your) free account|log in to (?:read|continue)|sign in to (?:read|continue))\b"
)
_SHORT = 1200
"""Letters; longer pages are neither error pages nor stubs."""


def refuse_non_article(page: Page, *, name: str) -> None:
    """Raise `InvalidFile` for a page without an article's text; the message says what the page is."""
    whole = " ".join(block.text for block in page.everything)
    if not whole.strip():
        raise refused(name, "has no text", hint="If the page needs a browser, copy its text into a file.")
    if len(whole) > _SHORT:
        return
    heads = " ".join((*page.facts.get("title", ()), *(block.text for block in page.everything if _is_head(block))))
    if _ERROR.search(heads):
        raise refused(name, "is an error page, not an article")
    if _WALL.search(whole):
        raise refused(name, "is only the beginning of an article: the rest is for subscribers")


def _is_head(block: Block) -> bool:
    return block.kind is Kind.HEADING
