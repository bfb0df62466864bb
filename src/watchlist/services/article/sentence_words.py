"""Patterns for the words around a date or a title: how a sentence refers to a film, to another one, to an old date."""

import re

FOR_FILM = re.compile(
    r"^[”\"’']?\s*(?:for|sees|brings|we have|we get|we show|as the (?:day|date) (?:for|of)|is when|[–—:-]|\|)\s*(?:the (?:release|arrival|debut|return|opening) of )?[^,.;]{0,40}$"
)


FROM = re.compile(r"\bfrom\s+(?:(?:its|the|an?|their|his|that)\s+)?(?:[\w.-]+\s+){0,3}$", re.IGNORECASE)


TO_COME = re.compile(
    r"(?:\b(?:will|to|would|could|may|might|should|shall|can|must|cannot|won['’]t)|['’]ll)\s+(?:\w+ly |also |finally |now |then |soon |be )?$"
)


COMES_OUT = re.compile(r"\b(?:releas\w+|opens?|opening|theat(?:er|re)s|cinemas|hits|arrives?|comes?|will be out)\b")


AND_FILM = re.compile(
    r"[”\"’',]*\s*(?:\([^()]{0,40}\)\s*)?(?:,|;|and|&|, and|as well as|plus)?\s*(?:and )?(?:[\w.’' -]{0,40}['’]s? )?(?:the )?[“\"‘']?"
)


NAMED = re.compile(
    r"(?:[^\W\d_a-z][\w’'&.-]*[^\W_.,]|[A-Z])(?: (?:of|the|and|for|in|a|to) (?:the )?| )(?=[^\W\d_a-z])[^\W\d_a-z][\w’'&-]*"
)


ANAPHOR = re.compile(
    r"(?i)\b(?:it|its|itself|they|them|this one|the (?:\w+[ -]){0,3}?(?:film|movie|picture|sequel|prequel|feature|drama|comedy|thriller|western|musical|romance|adventure|mystery|whodunit|horror|remake|reboot|"
    r"adaptation|documentary|biopic|project|title|story|release|date|discs?|blu-ray|dvd|chapter|instal+ment|entry|follow-up|spin-?off|epic|tentpole|threequel|finale|picture|flick|cartoon|animation|restoration))\b|['’]s (?:\w+[ -]){0,2}(?:film|movie|adaptation|sequel|prequel|drama|comedy|thriller|remake|feature|take on)\b"
)


LIVES_ON = re.compile(r"(?i)\b(?:now|finally|but|then|revived|rescued|rather|until|back)\b")


TOLD_OF = re.compile(
    r"(?i)\b(?:of|on|from|to) (?:the |a |an |his |her |its |their )?(?:[\w'’-]+ ){0,2}(?:series|games?|novels?|books?|shows?|comics?|manga|play|musical|memoir|podcast)$"
)


STAMP = re.compile(
    r"(?i)^\W*(?:date|published|posted|broadcast|aired|recorded|updated|last updated)\W+(?:on\W+)?$|\(@\w+\)\s*$"
)


SUBJECT_OF = re.compile(
    r"(?i)\s*(?:(?:is|are|will|was|were|to|be|that|which|has|have|had|now|also|been|then|due|itself|set|for|from|of|the|film|movie|on|based|official|with|by|not|never|runs?|came|may|can|could|should|first|second|two|\d+|its|new)\s+)*"
)


NOT_BEFORE = re.compile(
    r"(?:\b(?:[Nn]ot|no|never|nor)|n['’]t)\b[^.;,]{0,40}\b(?:before|earlier than|sooner than)\s+(?:the )?$"
)


OTHER_ONE = re.compile(
    r"(?i)\b(?:an?|another) (?:\w+ ){0,2}(?:sequel|reboot|remake|prequel|spin-?off|follow-up|(?:second|third|fourth|fifth) film)\b|\b(?:the|its) (?:first|second|third|fourth|original|former|latter|other|previous)(?: (?:film|movie|one|part|chapter|instal+ment|picture|half))?\s*(?:,|on\b|in\b|will\b|is\b|was\b|opens|opened|premiered|debuted|landed|hit\b|came|arriv|to\b|for\b|follow)"
)


QUOTED_ALONE = re.compile(r"[“\"‘']\s*$")


SEQUEL_TO = re.compile(
    r"(?i)\b(?:an?|another|the|untitled) (?:[\w-]+ ){0,3}(?:sequel|prequel|follow-up|spin-?off|remake|reboot|companion) (?:to|of|from) (?:the )?[“\"‘']?$"
)


THERE = re.compile(r"\bthere\s+(?:on|in|from|by|around|as early as)\s+(?:the )?$")


FIELD = re.compile(
    r"(?i)(?:^|\n)\W*(?:released?|release dates?|opens|opening|out|premieres?|premiere date|in (?:cinemas|theat(?:er|re)s)|available|arrives)(?: (?:date|on|in|from|the|UK|US))*\s*:\s*$"
)


NOT_ABOUT_FILM = re.compile(
    r"(?i)^\W*(?:an?|its|his|her|their|another) (?:[\w-]+ ){0,2}(?:television drama|tv drama|series|miniseries|video ?game|game|novel|album|soundtrack|exhibition|podcast|stage play|stage musical|tour)\b(?!['’]|[ -](?:adaptation|based|finale))"
    r"|^\W*the (?:(?:limited|tv|television|drama|comedy|hit|netflix|hbo|apple|hulu) )+series\b(?!['’]|[ -](?:adaptation|based|finale))"
    r"|\b(?:that|it|which)(?:['’]s| is) (?:telly|tv|television|a (?:tv )?(?:series|show|game|book|novel))\b"
)
"""Matches sentences that say they are about something other than a film."""


AFTER = re.compile(r"\b(?:after|following (?:an?|its|the|their)|since)\b[^.;]*$")


ALL_OF_THEM = re.compile(
    r"\b(?:both|all(?: (?:three|four|five|of them))?)(?: (?:open|due|out|set|come|coming|arrive))?(?: (?:on|in|for))? (?:the )?$"
)


SEQUEL = re.compile(r"[ :]+(?:[2-9]|II|III|IV|V|Part (?:Two|Three|II|2))$")


GIVES_UP_FOR = re.compile(
    r"(?i)\b(?:vacat|swap|trad|exchang|leav|left|abandon|g[ai]ve up|giving up)[^.;]*\b(?:for|in favou?r of)\s+(?:the |a )?$"
)


IN_CAPITALS = re.compile(r"\b[A-Z]{5,}\b")
