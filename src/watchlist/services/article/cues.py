r"""Words that tell what a date is: a release, a date that was given up, or something else.

Each alternative in the table is one word or phrase; `\w*` matches its endings. The cue nearest to a date decides.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Cue(StrEnum):
    """What a date is, by the words around it."""

    RELEASE = "a release to come"
    RELEASED = "a release that has happened"
    EITHER = "a release of which the words do not say whether it is over"
    GIVEN_UP = "a day that it had before"
    OTHER = "something that is no release of a film"
    REPORT = "the day on which something was said"


class Found(NamedTuple):
    """A cue in a text."""

    start: int
    end: int
    cue: Cue


_WORDS: dict[Cue, str] = {
    Cue.RELEASE: r"""
        opens | open | opening | will\ open | to\ open | releases | release | releasing | be\ released | is\ released | being\ released
        | premieres | premiere | premiering | debuts | debut | debuting | hits | hit(?=\ (?:[\w.]+\ ){0,2}(?:theat|cinema|screens|stores|shelves|digital)) | hitting | arrives | arrive | arriving | arrival | lands | land | landing
        | drops | drop | dropping | bows | bow | bowing | launches | launch | launching | comes\ out | come\ out | coming\ out | comes | come | coming | out(?=,?\ (?:on|in|from|this|next|now|today|tomorrow|everywhere|\d|\w+day\b|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))
        | streams | stream | streaming | available | set\ for | is\ set | been\ set | are\ set | now\ set | set\ to | sets | set(?=\ (?:\w+\ \d)) | slated | scheduled | dated | due | slotted | slots | planned | plans
        | expected | down\ for | rolls?\ out | rolling\ out | goes | going | go\ wide | go\ to | expands | expand | expanding | follows | follow | followed\ by | following(?=\ (?:on|in)) | reaches | reach | reaching
        | expects? | puts? | (?:could|may|might|will|would|should|to)\ be(?=\ (?:on\ |in\ |for\ )?(?:the\ )?(?:\w+day|\w+mas|early|mid|late|summer|autumn|fall|spring|winter|next|Q\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*|20\d\d)\b)
        | on\ demand | confirmed\ for | confirmed(?=\ (?:\w+\ \d)) | confirms | locks | locked | locks\ in | claims | claimed | stakes | eyeing | eyes | targeting | targets | aiming | aims | moved?s?\ (?:up\ |back\ |forward\ )?to | moving\ (?:up\ |back\ )?to
        | shift(?:s|ed|ing)?\ (?:back\ |up\ )?to | push(?:es|ed|ing)?\ (?:back\ |out\ )?(?:\w+\ ){0,2}(?:to|until|into) | slip(?:s|ped|ping)?\ to | slid(?:es|ing)?\ (?:back\ )?to | delay(?:s|ed|ing)?\ (?:\w+\ ){0,3}(?:to|until|till) | postponed\ (?:\w+\ ){0,2}(?:to|until|till)
        | bump(?:s|ed|ing)?\ (?:\w+\ ){0,2}(?:to|up\ to|back\ to) | brought\ forward\ to | pulled?\ forward\ to | relocat(?:es|ed|ing)\ to | jumps?\ to | jumped\ to | bumped\ to | swaps?\ to | flee(?:s|ing)?\ (?:yet\ )?to | now
        | takes? | taking | take\ over | lined\ up | booked | earmarked | reserved | penciled | pencilled | saved\ for | keep | keeps | kept | stays | stay | remains\ on | remains\ set | sticks | holds | belongs\ to | brings | sees
        | marches | sails | rides | swims | marching | plays | play | screens | screen | begins\ (?:streaming|its|a|with) | begin\ (?:streaming|its|a|with) | begin(?:s|ning)? | starting | commencing | streets?(?=\ on) | in\ the\ works(?=\ for) | start(?:s|ing)?\ (?:streaming|its|in\ (?:theat|cinema)) | pops?\ up
        | circled | mark(?=\ \w+\ \d) | save(?=\ \w+\ \d) | dated | picked | chosen | chose | given(?=\ (?:it|the|him|her|them|us)) | unveils? | unleash(?:es)? | bring | returns? | back\ in | back\ on | rolls | crashes | crawls | creeps | flies | storms | zooms | heads\ (?:to|for) | headed\ (?:to|for) | heading\ (?:to|for) | head\ (?:to|for) | bound\ for | makes?\ its\ (?:\w+\ )?(?:debut|bow|premiere|way)
        | in\ (?:[\w.,'’-]+\ ){0,5}(?:theat(?:er|re)s|cinemas) | on\ (?:disc|DVD|Blu-ray|4K|digital) | to\ (?:theat(?:er|re)s|cinemas|Netflix|Hulu|Peacock|Max) | release\ date | opening\ day | opening\ date | rumou?red\ for | rumou?red\ to | look\ for\ it
        | guess\w*\ (?:is|would\ be) | gets | get | getting | airs | air | airing | broadcast | broadcasts | wait\ until | wait\ till | until | not\ before | till | promise[sd]? | unwraps? | bears | speaks\ of | talks?\ of | date\ is | date\ of | added\ to | joins | join | joining | makes?\ landfall | swoops? | greet | greets | turns\ up | touches\ down | touch\ down | blasts?\ off | dawns | rerelease[sd]? | re-release[sd]? | reissue[sd]? | restored
    """,
    Cue.RELEASED: r"""
        opened | (?:was|were|been)\ (?:reissued|re-?released) | became\ available | was\ made\ available | came\ out | was\ released | were\ released | been\ released | released | premiered | debuted | arrived | landed | dropped | bowed | launched | went\ to | went\ straight | went\ wide | turned\ up | did\ the\ same | hit\ (?:[\w.]+\ ){0,2}(?:theat\w+|cinemas|screens) | came(?=\ (?:on|in|along)\ )
        | rolled\ out | (?:flew|swam|sailed|stormed|roared|breezed|swept|danced|ran|came\ and\ went|flopped|bombed)\ (?:\w+\ )?(?:through|into|in|onto) | expanded | streamed | out\ since | available\ since | reached | made\ its\ (?:\w+\ )?(?:debut|bow|premiere) | had\ its\ (?:\w+\ )?(?:debut|bow|premiere|release) | screened | bowed | played | has\ been\ (?:in|on|out|streaming|available) | followed | surfaced | washed\ up | crashed\ into | joined | moved\ onto | unspooled | crept\ (?:in|on)to | came\ to | snuck\ (?:in|on)to | beamed | aired | took\ its\ bow | hit\ (?:Netflix|Hulu|Disney|Prime|Peacock|digital|streaming|shelves|stores|VOD) | originally\ (?:opened|released)
    """,
    Cue.EITHER: r"""
        screenings?\ of | (?:after|since|following|upon|before|with)\ (?:its|the\ film's|their|a)\ (?:[\w.]+\ ){0,2}(?:release|debut|premiere|opening|bow|launch)
    """,
    Cue.GIVEN_UP: r"""
        original\ (?:[\w.]+\ ){0,2}(?:release|date|slot|plan|plans|opening|bow|berth|perch|target|window|premiere|schedule) | originally | (?:previous|earlier|old)\ (?:[\w.]+\ ){0,2}(?:release|date|slot|plan|plans|opening|bow|berth|window|schedule) | previously(?!\ (?:announced|revealed|reported|said|confirmed)\ that) | initially | formerly | at\ first | at\ one\ (?:point|time) | instead\ of | rather\ than | away\ from | out\ of | off(?=\ (?:its|\w+\ \d)) | off\ its | off\ the
        | was\ (?:first\ |once\ |still\ |last\ )?(?:set|slated|scheduled|due|dated|supposed|expected|meant|planned|going|to\ have|to\ be|earmarked|penciled|pencilled|booked|promised|announced\ for|down\ for|aiming|targeting|eyeing|in\ line) | were\ (?:first\ |once\ )?(?:set|slated|scheduled|due|dated|supposed|expected|meant|planned|going|to\ have|to\ be)
        | had\ been\ (?:first\ |originally\ |previously\ )?(?:set|slated|scheduled|due|dated|planned|expected|booked|announced|eyeing|aiming|targeting|going|on\ track) | had\ (?:first\ |once\ |long\ )?(?:been|meant|planned|hoped|wanted|promised|intended|set|slated|dated|scheduled|staked|claimed|circled|penciled|pencilled|aimed|booked|its\ eye|eyed|targeted)\b | been\ (?:originally|previously|initially)\ | used\ to\ be | plans?\ (?:was|were|had\ been) | sat\ on | sat\ at | stood\ at | vacat(?:es|ed|ing) | leav(?:es|ing) | left\ (?!to\b) | abandon(?:s|ed|ing)\ (?:its|the|that|his|her|their)\b | gave\ up | gives\ up | giving\ up | giv(?:es|ing)\ up | surrender(?:s|ed|ing)? | lost\ (?:its|the) | loses\ (?:its|the)
        | would\ have | should\ have | no\ longer | missed\ (?:its|the) | misses\ (?:its|the) | replac(?:es|ed|ing) | in\ place\ of | pulled\ (?:it\ |the\ film\ |forward\ |back\ )*from | took\ it\ off | takes\ it\ off | taken\ off | tak(?:es|ing)\ it\ off | clashed?\ with | error | mistake(?:nly)? | incorrectly | wrongly | an\ earlier\ version | pushed\ (?:back\ )?(?:\w+\ ){0,3}from | delayed\ from | moved?\ (?:up\ |back\ )?from | shifted\ from | slipped\ from | bumped\ from | postponed\ from | was\ announced\ for | had\ announced | forward\ from | up\ from | back\ from | down\ from | once | earlier\ announced | with\ a\ promise\ of | already\ blown | blew\ past | not\ on | never\ met | backs?\ off | backed\ off | ditch(?:es|ed|ing)? | skip(?:s|ped|ping)\ (?:its|the)\ | cancel(?:s|led|ed)?\ its | scrap(?:s|ped)\ its | was(?=\ $)
    """,
    Cue.OTHER: r"""
        shoot | shoots | shooting | shot | films(?=\ (?:in|from)) | filmed | filming | lens(?:ed|ing) | photography | cameras | wrap | wraps | wrapped | wrapping | production\ (?:began|begins|started|starts|is|was|will|to) | into\ production | in\ production | start\ production | reshoots? | reshot | crank-in | on\ floors | principal | casting | cast\ in | rehears\w+ | table\ read | in\ post | post-production | editing | edit\ | score(?=\ (?:in|will)) | records | recorded | recording\b
        | trailers? | teasers? | first\ look | poster | posters | clip | featurette | footage | motion\ poster | sneak\ peek | first\ images? | title\ reveal | the\ title\ was
        | tickets? | certificates? | press\ screenings? | RSVP | running\ time |  reviews? | review\ embargo | pre-?sales? | on\ sale | booking | bookings | pre-?orders? | advance | admission
        | (?:picture|prize|award|honou?rs?|Bear|Lion|Palme|Oscar|trophy)\ (?:\w+\ ){0,2}went\ to | award | awards | Oscars? | Emmys? | BAFTAs? | Globes? | ceremony | nominations? | nominated | shortlist | voting | won\b | winners? | qualifying\ deadline | eligib\w+
        | grossed | grossing | earned | earning | took\ in | made\ \$ | at\ \$ | gross | budget | box\ office\ (?:stands|closed|total|of|for) | ticket\ sales | drew | fiscal | earnings | revenue | results | shareholders | investors | reports?\ (?:its\ )?(?:earnings|results) | subscribers\ (?:fell|rose|grew) | the\ quarter\ (?:ended|ending) | ended | ending
        | born | birthday | died | dies | death | married | aged | years\ ago | anniversary | turns\ \d+ | turned\ \d+ | years\ since
        | novel | book | books | bestseller | comic | comics | manga | memoir | paperback | hardcover | album | single | soundtrack | score\ album | song | record\ label | vinyl | concert | tour | exhibition | exhibit | museum | theme\ park | attraction | ride\ at | stage | musical\ on | play\ on | Broadway | West\ End | podcast
        | season\ (?:\d|one|two|three|four|five|six) | (?:first|second|third|fourth|fifth|final|new|last|next)\ season | seasons | episodes? | series | television\ drama | TV\ drama | drama\ series | TV\ show | telly | miniseries | mini-series | show | shows | showrunner | sitcom | docuseries | limited\ series | spin-?off\ series | TV\ series
        | game | games | video\ game | console | DLC | expansion\ pack | Switch\b | PlayStation | Xbox | Steam\b | beta
        | (?:is\ |was\ )?set\ in(?=\ (?:\d|the\ (?:winter|summer|spring|autumn|fall))) | takes?\ place | story\ (?:begins|starts) | tell(?:s|ing)?\ (?:the|a|its|her|his|their)\ (?:\w+\ )?(?:story|tale) | (?:film|movie|story|drama|it|which|comedy|thriller)\ (?:follows|centers|centres|finds)(?=\ (?:an?|the|two|three|four|five|\w+'s)\b) | plays\ in(?=\ (?:\d)) | worst\ of | during\ the\ war | as\ it\ was\ in
        | bought | buys | acquired | acquires | rights | deal | signed | sold | sells | optioned | green-?lit | greenlight | merger | strike | strikes | hired | fired | joined\ the\ (?:cast|project|board) | attached | boarded | pitched | wrote | written | writing | script | screenplay | drafts? | founded | foundation | launched\ in(?=\ (?:\d)) | since(?=\ (?:\d{4}|the)) | began\ | started\ | start\ of\ (?:filming|shooting) | develop\w* | unveiled
        | updated | modified | edited | retrieved | archived | checked | last\ updated | posted | published | publish | as\ of | accessed | version\ of\ this | correction | compiled | copyright | newsletter | next\ letter | issue | column | pile | Comic-Con | CinemaCon | D23 | convention | panel | CineEurope | upfronts? | summit | conference | closes | deadline | expires? | offer | discount | sale | subscription | price | prices | trial | memberships? | renewals? | contest | competition\ runs | poll | giveaway | webinar | workshop | courses | auction
        | holiday | holidays | bank\ holidays? | arrested | lawsuit | court | trial | sued | election | war | reunion | retire[sd]? | resigned | embargo | reviews?\ (?:drop|land|are|will) | test\ screening | test-screened | remake\ of\ the | that\ year | at\ the\ time | career | interview | interviewed | met | weekend's | (?:best|worst|biggest|record)\ (?:start|opening)
    """,
    Cue.REPORT: r"""
        announced | said | says | revealed | reveals | confirmed | reported | told | tells | tweeted | posted | wrote | writes | shared | teased | disclosed | stated | added | announcement | statement | announces | named | noted | explained | admitted | hinted
    """,
}  # fmt: skip
_PATTERNS = {
    cue: re.compile(rf"(?<![\w-])(?:{words.strip()})(?![\w-])", re.IGNORECASE | re.VERBOSE)
    for cue, words in _WORDS.items()
}

MOVES = re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|shift(?:s|ed|ing)?|push(?:es|ed|ing)?|delay(?:s|ed|ing)?|postpone[sd]?|slip(?:s|ped|ping)?|slid(?:es?|ing)?|bump(?:s|ed|ing)?|pull(?:s|ed|ing)?|chang(?:e|es|ed|ing)"
    r"|relocat\w+|swap\w*|jump\w*|advanc\w+|brought|bring\w*|drop(?:s|ped)? back|knock\w*|kick\w*|reschedul\w+|put back|set back|nudg\w+|flee|flees|fled|flip\w*|hop\w*|trad\w+|forward|back|adjust\w*|vacat\w*|switch\w*|transfer\w*|drift\w*|scoot\w*|tumbl\w*|retreat\w*|bounc\w*)\b",
    re.IGNORECASE,
)
"""Verbs after which "from" introduces a film's old date, and "to" its new one."""

DATE_NOUN = re.compile(
    r"[\s”\"’']*(?:theatrical |worldwide |global |wide |limited |digital |streaming |home |U\.?S\.? |UK |North American |domestic |cinema |Blu-ray |disc |nationwide |day-and-date |Netflix |international )*"
    r"(?:release|premiere|debut|bow|opening|launch|date|slot|berth|spot|frame|corridor|weekend|perch|arrival|rollout|start|open|release date|opening date|opener)\b",
    re.IGNORECASE,
)
"""Words that, right after a date, make it a release date: "a June 27 debut"."""


@lru_cache(maxsize=256)
def find_cues(text: str) -> tuple[Found, ...]:
    """Find the cues in a text, in order; if some overlap, the longest counts, then the first in the table."""
    found = [
        Found(match.start(), match.end(), cue) for cue, pattern in _PATTERNS.items() for match in pattern.finditer(text)
    ]
    order = list(Cue)
    kept: list[Found] = []
    for one in sorted(found, key=lambda cue: (cue.start - cue.end, order.index(cue.cue))):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept))
