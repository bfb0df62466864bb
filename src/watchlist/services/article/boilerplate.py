"""Recognising what surrounds an article, by words: navigation, comments, other stories."""

import re
from itertools import pairwise

SKIPPED_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "nav",
        "footer",
        "form",
        "button",
        "select",
        "option",
        "textarea",
        "iframe",
        "svg",
        "template",
        "dialog",
        "object",
        "figcaption",
        "aside",
        "math",
        "canvas",
        "amp-sidebar",
    ]
)
"""Elements that never contain text of the article."""

_NAMES = frozenset(
    [
        "ad",
        "ads",
        "advert",
        "advertisement",
        "advertorial",
        "archive",
        "archives",
        "banner",
        "bio",
        "biography",
        "blogroll",
        "breadcrumb",
        "breadcrumbs",
        "bulletin",
        "captions",
        "carousel",
        "cat",
        "categories",
        "catlinks",
        "comment",
        "commentlist",
        "comments",
        "consent",
        "cookie",
        "cookies",
        "copyright",
        "crumbs",
        "disclaimer",
        "disqus",
        "donate",
        "editsection",
        "filed",
        "footer",
        "footnote",
        "footnotes",
        "gdpr",
        "hatnote",
        "hottopics",
        "inlinerec",
        "jump",
        "keepreading",
        "latest",
        "legal",
        "login",
        "masthead",
        "menu",
        "more",
        "morefrom",
        "mostread",
        "msg",
        "nav",
        "navbar",
        "navbox",
        "navigation",
        "navlinks",
        "newsletter",
        "newslettersignup",
        "noprint",
        "notice",
        "onward",
        "outbrain",
        "pager",
        "pagination",
        "paywall",
        "popular",
        "popup",
        "promo",
        "promoted",
        "promos",
        "rail",
        "readmore",
        "readnext",
        "recirc",
        "recirculation",
        "recommendation",
        "recommendations",
        "recommended",
        "ref",
        "references",
        "reflist",
        "rel",
        "related",
        "relatedstories",
        "respond",
        "section-nav",
        "seealso",
        "share",
        "sharing",
        "shop",
        "sidebar",
        "signup",
        "sitenotice",
        "skip",
        "social",
        "sponsor",
        "sponsored",
        "sub",
        "subscribe",
        "subscription",
        "taboola",
        "tagcloud",
        "tagged",
        "taglist",
        "tags",
        "tickers",
        "ticker",
        "toc",
        "toolbar",
        "topbar",
        "trending",
        "upnext",
        "utility",
        "widget",
        "widgets",
        "teaser",
        "teasers",
        "shopping",
        "poll",
        "quiz",
        "reactions",
        "reply",
    ]
)
"""Words in the class or id of elements that are not part of an article."""

_PAIRS = frozenset(
    [
        "read-next",
        "read-more",
        "read-also",
        "also-read",
        "see-also",
        "you-may",
        "may-like",
        "most-read",
        "most-popular",
        "most-viewed",
        "more-from",
        "more-on",
        "more-news",
        "more-stories",
        "up-next",
        "inline-rec",
        "inline-related",
        "in-brief",
        "follow-us",
        "sign-up",
        "latest-news",
        "other-stories",
        "other-news",
        "author-bio",
        "about-author",
        "site-header",
        "site-footer",
        "page-footer",
        "top-bar",
        "side-bar",
        "story-links",
        "link-list",
        "on-this",
        "box-links",
        "site-notice",
        "cookie-banner",
        "price-table",
    ]
)

_LEADS = re.compile(
    r"""\W*(
    also\ (read|see)\b | also\ on\ (?!the\b|disc|digital|dvd|blu)[\w\ ]{2,30}: | see\ also\b | read\ (more|next|also|on)\b | related(\ (stories|articles|news|posts|links|content))?\s*(:|$)
    | more\ (on|from|about)\s*[\w\ ]*: | more\ (stories|news|like\ this)\b | you\ (may|might)\ (also\ )?(like|enjoy|be\ interested) | recommended\b\s*(:|$)
    | up\ next\b\s*(:|$) | don.t\ miss\b\s*(:|$) | trending\b\s*(:|$) | most\ (read|popular)\b | filed\ under\b | tags?\s*: | tagged\b | categories\s*:
    | advertisement\b | sponsored\b | leave\ a\ (reply|comment) | (\d+\ )?comments?\s*(\(\d+\))?\s*$ | subscribe\b | sign\ up\b
    | unsubscribe\b | follow\ us\b | share\ this\b | skip\ to\b | all\ rights\ reserved | copyright\b | ©
    | you\ (get|are\ receiving|received)\ this | photo(s|graph)?(\ (by|credit))?\s*: | image(\ credit)?\s*: | credit\s*:
    | references\s*$ | notes\s*$ | external\ links\s*$ | further\ reading\s*$ | bibliography\s*$ | footnotes\s*$ | newsletter\s*$
    | join\ the\ (conversation|discussion) | what\ do\ you\ think\b | cookie | we\ (and\ our|use\ cookies) | elsewhere\ on\ (?!(?:the|its|their)\ (?:slate|calendar|schedule|release)) | from\ the\ archives?\b
    | recent\ posts | previous\ (post|article|story) | next\ (post|article|story) | popular\ (posts|stories|now) | latest\ (news|stories|posts|headlines)\s*(:|$)
    | listen\s*: | watch\s*: | archive\s*: | this\ (page|article|site)\ (was|is)\b | retrieved\b | last\ (updated|checked|edited|modified)\b
    | corrections?\b | for\ immediate\ release | (press\ |media\ )?contacts?\s*: | \#\ ?\#\ ?\# | (un)?popular\ on\b | about\ the\ author\b | in\ other\ news\s*:
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDS = re.compile(
    r"""\W*(
    also\ read\b | also\ on\ (?!the\b|disc|digital|dvd|blu) | see\ also | read\ (more|next|also) | related\b | more\ (from|on|stories|news|like\ this)\b | you\ (may|might) | recommended\b | up\ next\b
    | don.t\ miss | trending | most\ (read|popular) | latest\ (news|stories|posts|headlines)? \s*$ | leave\ a\ (reply|comment) | (\d+\ )?comments?\b | (\d+\ )?(responses|replies|thoughts)\b
    | about\ (?:us|me|this|our|the\ (?:author|writer|site|blog|publisher))\b | (press\ |media\ )?contacts? | references | notes\ and\ references | notes\s*$ | external\ links | further\ reading | bibliography | footnotes | subscribe | newsletter | about\ the\ author | join\ the | elsewhere | popular | recent\ posts
    | what\ to\ read | sponsored | advertisement | around\ the\ web | from\ the\ archives? | in\ other\ news | share\ this | tags | categories
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_MOST_NAMES = 400


def name_words(value: str) -> tuple[str, ...]:
    """Split the value of a class or id into words: "siteNotice read-next" is site, notice, read, next."""
    return tuple(word.lower() for word in _WORDS.findall(value[:_MOST_NAMES]))


def is_boilerplate(classes: str) -> bool:
    """Return whether an element with these classes or this id is not part of the article."""
    for one in classes.lower()[:_MOST_NAMES].split():
        if one.replace("-", "").replace("_", "") in _NAMES:
            return True
    for one in classes[:_MOST_NAMES].split():
        words = name_words(one)
        if any(f"{first}-{second}" in _PAIRS for first, second in pairwise(words)):
            return True
        if words and (words[0] in _NAMES or words[-1] in _NAMES):
            return True
    return False


def leads_elsewhere(text: str) -> bool:
    """Return whether a line of text belongs to the site, not to the article: "Also read: ..."."""
    return _LEADS.match(text) is not None


def ends_article(heading: str) -> bool:
    """Return whether the section under a heading is not part of the article: "References", "You may also like"."""
    return _ENDS.match(heading) is not None


_NOT_HEADLINE = re.compile(
    r"(?i)\W*(?:for immediate release|press release|media (?:alert|release)|news release|skip to|contact|embargo|\W*$)"
)


def is_not_headline(text: str) -> bool:
    """Return whether a line above an article is not its headline: "For immediate release", "Skip to content"."""
    return _NOT_HEADLINE.match(text) is not None
