"""Finding places in a text: countries, festivals, services and channels, by tables of their names.

To add a country, a service or a festival, add it to its table.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from watchlist.domain.claim import Channel


class Place(NamedTuple):
    """What words say about where a film comes out: regions, channel, service or festival; empty or None if not said.

    `start` and `end` are offsets into the text, 0 for a place joined from several.
    """

    start: int
    end: int
    regions: tuple[str, ...] = ()
    channel: Channel | None = None
    service: str | None = None
    is_wide: bool = False
    """True for words that mean cinemas everywhere: "nationwide", "goes wide"."""


_COUNTRIES = {
    "US": "United States|United States of America|U.S.|U.S.A.|US|USA|stateside|domestically|the States|America|American theaters|domestic theaters|North America|North American",
    "GB": "United Kingdom|U.K.|UK|Britain|Great Britain|England",
    "GB IE": "UK and Ireland|U.K. and Ireland|UK & Ireland|U.K. & Ireland|United Kingdom and Ireland|Britain and Ireland|UK/Ireland",
    "US CA": "U.S. and Canada|US and Canada|United States and Canada",
    "WW": "worldwide|globally|around the world|across the world|all over the world|internationally and domestically|global release|worldwide release|in every territory",
    "AR": "Argentina", "AT": "Austria", "AU": "Australia", "BE": "Belgium", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland",
    "CL": "Chile", "CN": "China|mainland China", "CO": "Colombia", "CZ": "Czech Republic|Czechia", "DE": "Germany", "DK": "Denmark",
    "EG": "Egypt", "ES": "Spain", "FI": "Finland", "FR": "France", "GR": "Greece", "HK": "Hong Kong", "HR": "Croatia", "HU": "Hungary",
    "ID": "Indonesia", "IE": "Ireland", "IL": "Israel", "IN": "India", "IS": "Iceland", "IT": "Italy", "JP": "Japan", "KR": "South Korea|Korea",
    "LT": "Lithuania", "LV": "Latvia", "EE": "Estonia", "MX": "Mexico", "MY": "Malaysia", "NG": "Nigeria", "NL": "Netherlands|Holland",
    "NO": "Norway", "NZ": "New Zealand", "PE": "Peru", "PH": "Philippines", "PK": "Pakistan", "PL": "Poland", "PT": "Portugal",
    "RO": "Romania", "RS": "Serbia", "RU": "Russia", "SA": "Saudi Arabia", "SE": "Sweden", "SG": "Singapore", "SK": "Slovakia",
    "TH": "Thailand", "TR": "Turkey|Türkiye", "TW": "Taiwan", "UA": "Ukraine", "AE": "United Arab Emirates|UAE", "VN": "Vietnam", "ZA": "South Africa",
}  # fmt: skip
_ADJECTIVES = {
    "AR": "Argentine|Argentinian", "AU": "Australian|Aussie", "BR": "Brazilian", "CA": "Canadian", "CN": "Chinese", "DE": "German",
    "DK": "Danish", "ES": "Spanish", "FI": "Finnish", "FR": "French", "GB": "British|UK|U.K.", "HK": "Hong Kong", "IE": "Irish", "IN": "Indian",
    "IT": "Italian", "JP": "Japanese", "KR": "Korean|South Korean", "MX": "Mexican", "NL": "Dutch", "NO": "Norwegian", "NZ": "New Zealand",
    "PL": "Polish", "SE": "Swedish", "TW": "Taiwanese", "US": "American|U.S.|US|domestic|North American", "TH": "Thai", "PT": "Portuguese",
}  # fmt: skip
_NATIONS = {
    "AU": "Australians|Aussies", "CA": "Canadians", "DE": "Germans", "ES": "Spaniards|the Spanish", "FR": "the French", "GB": "Brits|Britons|the British",
    "IE": "the Irish", "IN": "Indians", "IT": "Italians", "JP": "the Japanese", "KR": "Koreans", "MX": "Mexicans", "NZ": "New Zealanders|Kiwis", "US": "Americans",
}  # fmt: skip
_AUDIENCE = (
    r"(?:theatrical |limited |digital |streaming |nationwide |wide |home )*(?:cinemas?|theat(?:er|re)s?|audiences?|screens?|release|releases|"
    r"debut|opening|viewers|fans|moviegoers|cinemagoers|multiplexes|bow|rollout|launch|premiere|shops|stores|subscribers|filmgoers|box office|date|distributor|public|territories)"
)
_FESTIVALS = {
    "Cannes Film Festival": ("FR", "Cannes"),
    "Venice Film Festival": ("IT", "Venice|Venezia|Mostra"),
    "Toronto International Film Festival": ("CA", "Toronto International Film Festival|TIFF|Toronto"),
    "Sundance Film Festival": ("US", "Sundance"),
    "Berlin International Film Festival": ("DE", "Berlinale|Berlin"),
    "SXSW": ("US", "SXSW|South by Southwest"),
    "Telluride Film Festival": ("US", "Telluride"),
    "Tribeca Festival": ("US", "Tribeca"),
    "New York Film Festival": ("US", "New York Film Festival|NYFF"),
    "AFI Fest": ("US", "AFI Fest"),
    "Fantastic Fest": ("US", "Fantastic Fest"),
    "BFI London Film Festival": ("GB", "BFI London Film Festival|London Film Festival|LFF"),
    "Edinburgh International Film Festival": ("GB", "Edinburgh International Film Festival|Edinburgh"),
    "FrightFest": ("GB", "FrightFest"),
    "Locarno Film Festival": ("CH", "Locarno"),
    "San Sebastián International Film Festival": ("ES", "San Sebastián|San Sebastian"),
    "Sitges Film Festival": ("ES", "Sitges"),
    "International Film Festival Rotterdam": ("NL", "Rotterdam|IFFR"),
    "Karlovy Vary International Film Festival": ("CZ", "Karlovy Vary"),
    "Annecy International Animation Film Festival": ("FR", "Annecy"),
    "Busan International Film Festival": ("KR", "Busan"),
    "Tokyo International Film Festival": ("JP", "Tokyo International Film Festival"),
    "Hong Kong International Film Festival": ("HK", "Hong Kong International Film Festival"),
    "Fantasia International Film Festival": ("CA", "Fantasia"),
    "Sydney Film Festival": ("AU", "Sydney Film Festival"),
    "Melbourne International Film Festival": ("AU", "Melbourne International Film Festival|MIFF"),
    "International Film Festival of India": ("IN", "IFFI|International Film Festival of India"),
    "Marrakech International Film Festival": ("MA", "Marrakech"),
    "Rome Film Festival": ("IT", "Rome Film Fest|Rome Film Festival"),
    "Göteborg Film Festival": ("SE", "Göteborg|Gothenburg"),
}
_SERVICES = {
    "Netflix": "Netflix",
    "Prime Video": "Prime Video|Amazon Prime Video|Amazon Prime|Amazon’s Prime Video",
    "Disney+": r"Disney+|Disney Plus",
    "Hulu": "Hulu",
    "HBO Max": "HBO Max",
    "Max": "Max",
    "Apple TV+": r"Apple TV+|Apple TV Plus|Apple TV",
    "Peacock": "Peacock",
    "Paramount+": r"Paramount+|Paramount Plus",
    "Shudder": "Shudder",
    "MUBI": "MUBI|Mubi",
    "Tubi": "Tubi",
    "Crunchyroll": "Crunchyroll",
    "BritBox": "BritBox",
    "AMC+": r"AMC+",
    "Criterion Channel": "Criterion Channel",
    "BFI Player": "BFI Player",
    "BBC iPlayer": "BBC iPlayer|iPlayer",
    "ITVX": "ITVX",
    "Curzon Home Cinema": "Curzon Home Cinema",
    "Stan": "Stan",
    "Binge": "Binge",
    "Crave": "Crave",
    "JioHotstar": r"JioHotstar|Disney+ Hotstar|Hotstar",
    "JioCinema": "JioCinema",
    "ZEE5": "ZEE5|Zee5",
    "SonyLIV": "SonyLIV|Sony LIV",
    "Aha": "aha Video|Aha",
    "Viki": "Viki",
    "iQIYI": "iQIYI",
    "TVING": "TVING|Tving",
    "Coupang Play": "Coupang Play",
    "U-Next": "U-NEXT|U-Next",
    "Canal+": r"Canal+",
    "Roku Channel": "Roku Channel",
    "Sun NXT": "Sun NXT|Sun Nxt",
    "YouTube": "YouTube",
    "Hoopla": "Hoopla",
    "Kanopy": "Kanopy",
    "Starz": "Starz|STARZ",
    "Showtime": "Showtime",
    "Viaplay": "Viaplay",
    "SkyShowtime": "SkyShowtime",
    "discovery+": "discovery+|Discovery+",
    "Rakuten TV": "Rakuten TV",
    "Fandango at Home": "Fandango at Home|Vudu",
    "Plex": "Plex",
    "Pluto TV": "Pluto TV",
    "Acorn TV": "Acorn TV",
    "HIDIVE": "HIDIVE|Hidive",
    "Screambox": "Screambox|SCREAMBOX",
    "hoichoi": "hoichoi|Hoichoi",
    "Lionsgate Play": "Lionsgate Play",
    "manoramaMAX": "manoramaMAX|ManoramaMAX|Manorama Max",
    "ETV Win": "ETV Win",
    "Filmin": "Filmin",
    "Globoplay": "Globoplay",
    "ViX": "ViX",
    "Foxtel": "Foxtel",
    "OSN+": "OSN+",
    "Shahid": "Shahid",
    "Showmax": "Showmax",
    "wavve": "wavve|Wavve",
    "Watcha": "Watcha|WATCHA",
    "WeTV": "WeTV",
    "Youku": "Youku",
    "Bilibili": "Bilibili",
    "Sundance Now": "Sundance Now",
    "Google Play": "Google Play",
    "Sky Store": "Sky Store",
    "MGM+": r"MGM+",
}
_BROADCASTERS = (
    "NBC|ABC|CBS|PBS|Fox|HBO|TCM|Turner Classic Movies|Hallmark Channel|Lifetime|Syfy|TNT|TBS|AMC|BBC One|BBC Two|BBC Three|BBC Four|"
    "ITV1|ITV|Channel 4|Channel 5|Film4|Sky Cinema|Sky Cinema Premiere|Sky Arts|RTÉ|Arte|ARD|ZDF|TF1|The CW|Disney Channel|Nickelodeon|Freeform|Great American Family|E4|More4|Talking Pictures TV"
)

_CHANNELS = {
    Channel.LIMITED: r"limited (?:\w+ ){0,3}(?:release|run|engagement|theatrical|opening|bow|rollout)|limited|(?:select|selected|a few|a handful of|some|(?<!from )(?<!from a )(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})) (?:US |U\.S\. |UK |American )?(?:theat(?:er|re)s|cinemas|screens|cities|locations|venues)|New York and (?:Los Angeles|LA|L\.A\.)|(?:Los Angeles|LA|L\.A\.) and New York|platform release|one night only|one-night-only|awards-qualifying|qualifying run|arthouses|exclusive (?:run|engagement)|roadshow|previews|preview screenings|sneak previews|early access|early screenings",
    Channel.PHYSICAL: r"Blu-?[Rr]ays?|BLU-RAY|DVDs?|4K(?: Ultra HD| UHD)?(?! (?:restoration|remaster|print|scan|transfer|version|DCP))|UHD|discs?|disks?|steelbooks?|(?:Collector[’']s|Special|Limited|Deluxe|Ultimate) Edition|physical(?: media| release| edition| home)?|VHS|box ?set|home video",
    Channel.TV: r"on (?:television|TV|the telly|the box|cable)|broadcast(?:s|ed)?|airs|aired|airing|TV premiere|television premiere|on air",
    Channel.DIGITAL: r"(?:Digital|Streaming|Rental|Online)(?=[^:\n]{0,12}:)|digital(?:ly)?|streaming|streams?|streamed|streamer|internet|on the (?:service|platform)|on[ -]demand|VOD|PVOD|TVOD|SVOD|OTT|rent(?:al|ed)?(?: or (?:buy|own|purchase))?|(?:to|for) (?:rent|buy|purchase|own|download)|iTunes|home (?:release|viewing|entertainment|premiere|platforms)|living rooms?|at home|premium video|download",
    Channel.THEATRICAL: r"(?:Theat(?:er|re)s|Cinemas?|Theatrical)(?=[^:\n]{0,12}:)|theat(?:er|re)s|theatrical(?:ly)?|cinemas?|multiplex(?:es)?|big screens?|movie houses|nationwide|(?:goes|going|go|expand\w*|opens?|opening|release|out) (?:\w+ )?wide|wide release|wider release|expan\w+|IMAX|Imax|screens|box office|picture houses|movie theat(?:er|re)s|in wide|wide(?= (?:on|from)\b)|wider|everywhere",
    Channel.PREMIERE: r"[Ww]orld premiere|[Gg]ala premiere|red[- ]carpet premiere|(?:international |European |North American |UK |US )premiere|out of competition|in competition|(?:the |this )?(?:film )?festival|competition|closing (?:night|film)|opening[- ]night film|Midnight Madness|Un Certain Regard|Directors['’] Fortnight|Critics['’] Week|Orizzonti|gala",
}


_FESTIVAL_TAIL = r"(?: (?:International )?Film Fest(?:ival)?| Festival)?"


def _named() -> dict[str, Place]:
    """Return the place of each name: countries, festivals, services, broadcasters."""
    found = {
        name: Place(0, 0, tuple(codes.split())) for codes, names in _COUNTRIES.items() for name in names.split("|")
    }
    found |= {name: Place(0, 0, (), Channel.TV, name) for name in _BROADCASTERS.split("|")}
    found |= {
        name: Place(0, 0, (), Channel.DIGITAL, service)
        for service, names in _SERVICES.items()
        for name in names.split("|")
    }
    for festival, (code, names) in _FESTIVALS.items():
        found |= {name: Place(0, 0, (code,), Channel.PREMIERE, festival) for name in names.split("|")}
    return found


def _either(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


_NAMED = _named()
_NAME = re.compile(rf"(?<![\w$])(?P<name>{_either(_NAMED)})(?:(?!\w)|(?<=\+))")
_TAIL = re.compile(_FESTIVAL_TAIL)
_STUDIO = re.compile(
    r" ?(?:Pictures|Studios?|MGM|Original Films?|Searchlight|Films|Animation|Entertainment|Features|Warner|stars?|executives?|chief|\d)"
)
_PEOPLES = {name: code for code, names in _ADJECTIVES.items() for name in names.split("|")}
_PEOPLE = re.compile(rf"(?<!\w)(?P<name>{_either(_PEOPLES)}) {_AUDIENCE}(?!\w)")
_NATION_CODES = {name.lower(): code for code, names in _NATIONS.items() for name in names.split("|")}
_NATION = re.compile(
    rf"(?<!\w)(?P<name>{_either(n for names in _NATIONS.values() for n in names.split('|'))})(?:(?<=s)(?!\w)|(?= (?:get|gets|can|will|see|have|had|must|wait)\b))",
    re.IGNORECASE,
)
_HOW = tuple((re.compile(rf"(?<![\w$])(?<!\d[,.])(?:{words})(?!\w)"), channel) for channel, words in _CHANNELS.items())
_WIDE = re.compile(r"wide|everywhere|expan")
_UNKNOWN_SERVICE = re.compile(r"(?<![\w+])[A-Z]\w*[a-z]\+(?![\w+])")
_WITHOUT = re.compile(
    r"(?i)\b(?:without an?|without|skip\w*|bypass\w*|instead of|rather than|no|not in|spar\w+ itself|give\w* up on|forgo\w*|avoid\w*)(?: \w+)? $"
)
NAMES = frozenset(name.casefold() for name in _NAMED)
"""Names of places and services in lower case, which are never taken for film titles."""


def _peoples(text: str) -> Iterator[Place]:
    """Yield countries that are named by their people or cinemas: "British screens", "Australians"."""
    for match in _PEOPLE.finditer(text):
        yield Place(match.start(), match.end(), (_PEOPLES[match["name"]],))
    for match in _NATION.finditer(text):
        yield Place(match.start(), match.end(), (_NATION_CODES[match["name"].lower()],))


def _found(text: str) -> Iterator[Place]:
    for match in _NAME.finditer(text):
        place, end = _NAMED[match["name"]], match.end()
        if place.channel is Channel.PREMIERE:
            tail = _TAIL.match(text, end)
            end = tail.end() if tail else end
        if place.channel in (Channel.DIGITAL, Channel.TV) and _STUDIO.match(text, end):
            continue
        yield place._replace(start=match.start(), end=end)
    yield from _peoples(text)
    for match in _UNKNOWN_SERVICE.finditer(text):
        if match[0] not in _NAMED:
            yield Place(match.start(), match.end(), (), Channel.DIGITAL, match[0])
    for pattern, channel in _HOW:
        for match in pattern.finditer(text):
            if channel in (Channel.THEATRICAL, Channel.LIMITED) and _WITHOUT.search(
                text[max(0, match.start() - 30) : match.start()]
            ):
                continue
            is_wide = channel is Channel.THEATRICAL and _WIDE.search(match[0]) is not None
            yield Place(match.start(), match.end(), (), channel, is_wide=is_wide)


@lru_cache(maxsize=1024)
def find_places(text: str) -> tuple[Place, ...]:
    """Find the places in a text, in order; a longer name hides the shorter ones in it."""
    kept: list[Place] = []
    for one in sorted(_found(text), key=lambda place: (place.start - place.end, place.service is None)):
        if all(one.end <= other.start or one.start >= other.end or _adds(one, other) for other in kept):
            kept.append(one)
    return tuple(_listed(text, sorted(kept, key=lambda place: (place.start, place.end))))


_AND = re.compile(r",?\s*(?:and|&|,|/)\s*(?:the |in )*")


def _listed(text: str, places: list[Place]) -> list[Place]:
    """Join countries that are named together: "Taiwan and Hong Kong"."""
    joined: list[Place] = []
    for one in places:
        last = joined[-1] if joined else None
        if last and _only_regions(last) and _only_regions(one) and _AND.fullmatch(text[last.end : one.start]):
            joined[-1] = last._replace(end=one.end, regions=tuple(dict.fromkeys((*last.regions, *one.regions))))
        else:
            joined.append(one)
    return joined


def _only_regions(one: Place) -> bool:
    return bool(one.regions) and one.channel is None


def _adds(one: Place, other: Place) -> bool:
    """Return whether overlapping places complement each other: "British cinemas" is a region and a channel."""
    return (bool(one.regions) and other.channel is not None and not other.regions and not other.service) or (
        bool(other.regions) and one.channel is not None and not one.regions and not one.service
    )
