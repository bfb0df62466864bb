"""Regions of releases: ISO 3166-1 alpha-2 codes, and `WW` for worldwide."""

from watchlist.domain.dates import Hemisphere
from watchlist.domain.errors import BadValue

WORLDWIDE = "WW"

REGIONS = frozenset(
    """
    WW AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG
    EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR
    HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR
    LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG
    NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE
    SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA
    UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()  # noqa: SIM905  a list would take one line per code
)
"""The codes of ISO 3166-1, and `WW`."""

_SOUTHERN = frozenset(
    """
    AO AR AS AU BI BO BR BW CK CL FJ FK KM LS MG MU MW MZ NA NC NU NZ PE PF PG PN PY RE RW SB SH SZ TL
    TO TV TZ UY VU WF WS YT ZA ZM ZW
    """.split()  # noqa: SIM905  a list would take one line per code
)


def parse_region(text: str) -> str:
    """Parse a code in upper or lower case; raise `BadValue` if ISO 3166-1 does not have it."""
    code = text.strip().upper()
    if code == "UK":
        return "GB"
    if code not in REGIONS:
        raise BadValue(f'"{text}" is not a region: write an ISO 3166 code such as US, JP or GB, or WW for worldwide')
    return code


def hemisphere(region: str) -> Hemisphere:
    """Return the hemisphere whose seasons apply in a region; worldwide dates use the northern ones."""
    return Hemisphere.SOUTH if region in _SOUTHERN else Hemisphere.NORTH
