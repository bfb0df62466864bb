"""Countries, by the names that encyclopaedias use and by their items in Wikidata."""

from watchlist.domain.region import REGIONS, WORLDWIDE

_TABLE = """
US Q30 United States|USA|U.S.|United States of America
GB Q145 United Kingdom|UK|U.K.|Great Britain|England|Scotland|Wales
FR Q142 France
DE Q183 Germany
IT Q38 Italy
ES Q29 Spain
PT Q45 Portugal
NL Q55 Netherlands|The Netherlands
BE Q31 Belgium
AT Q40 Austria
CH Q39 Switzerland
SE Q34 Sweden
NO Q20 Norway
DK Q35 Denmark
FI Q33 Finland
IE Q27 Ireland|Republic of Ireland
PL Q36 Poland
CZ Q213 Czech Republic|Czechia
SK Q214 Slovakia
HU Q28 Hungary
RO Q218 Romania
BG Q219 Bulgaria
HR Q224 Croatia
SI Q215 Slovenia
LT Q37 Lithuania
LV Q211 Latvia
EE Q191 Estonia
GR Q41 Greece
CY Q229 Cyprus
MT Q233 Malta
LU Q32 Luxembourg
IS Q189 Iceland
RU Q159 Russia
UA Q212 Ukraine
BY Q184 Belarus
RS Q403 Serbia
BA Q225 Bosnia and Herzegovina
ME Q236 Montenegro
MK Q221 North Macedonia
AL Q222 Albania
MD Q217 Moldova
GE Q230 Georgia (country)
AM Q399 Armenia
AZ Q227 Azerbaijan
TR Q43 Turkey|Türkiye
IL Q801 Israel
AE Q878 United Arab Emirates|UAE
SA Q851 Saudi Arabia
EG Q79 Egypt
ZA Q258 South Africa
CN Q148 China|People's Republic of China
HK Q8646 Hong Kong
TW Q865 Taiwan
JP Q17 Japan
KR Q884 South Korea|Korea
KP Q423 North Korea
IN Q668 India
PK Q843 Pakistan
BD Q902 Bangladesh
LK Q854 Sri Lanka
NP Q837 Nepal
MM Q836 Myanmar
TH Q869 Thailand
VN Q881 Vietnam
MY Q833 Malaysia
SG Q334 Singapore
ID Q252 Indonesia
PH Q928 Philippines|The Philippines
MN Q711 Mongolia
KZ Q232 Kazakhstan
UZ Q265 Uzbekistan
AU Q408 Australia
NZ Q664 New Zealand
CA Q16 Canada
MX Q96 Mexico
BR Q155 Brazil
AR Q414 Argentina
CL Q298 Chile
CO Q739 Colombia
"""
_OTHERS = """
AF Afghanistan|AD Andorra|AO Angola|DZ Algeria|BS Bahamas|BH Bahrain|BB Barbados|BZ Belize|BJ Benin|BT Bhutan|BO Bolivia
BW Botswana|BN Brunei|BF Burkina Faso|BI Burundi|KH Cambodia|CM Cameroon|CV Cape Verde|TD Chad|CG Republic of the Congo
CD Democratic Republic of the Congo|CR Costa Rica|CU Cuba|DJ Djibouti|DO Dominican Republic|EC Ecuador|SV El Salvador
ER Eritrea|ET Ethiopia|FJ Fiji|GA Gabon|GM Gambia|GH Ghana|GL Greenland|GT Guatemala|GN Guinea|GY Guyana|HT Haiti
HN Honduras|IR Iran|IQ Iraq|CI Ivory Coast|JM Jamaica|JO Jordan|KE Kenya|KW Kuwait|KG Kyrgyzstan|LA Laos|LB Lebanon
LS Lesotho|LR Liberia|LY Libya|LI Liechtenstein|MO Macau|MG Madagascar|MW Malawi|MV Maldives|ML Mali|MR Mauritania
MU Mauritius|MC Monaco|MA Morocco|MZ Mozambique|NA Namibia|NI Nicaragua|NE Niger|NG Nigeria|OM Oman|PS Palestine
PA Panama|PG Papua New Guinea|PY Paraguay|PE Peru|PR Puerto Rico|QA Qatar|RW Rwanda|WS Samoa|SN Senegal|SL Sierra Leone
SO Somalia|SS South Sudan|SD Sudan|SR Suriname|SY Syria|TJ Tajikistan|TZ Tanzania|TG Togo|TT Trinidad and Tobago
TN Tunisia|TM Turkmenistan|UG Uganda|UY Uruguay|VE Venezuela|YE Yemen|ZM Zambia|ZW Zimbabwe
"""
_NO_CODE = (
    *("west germany", "east germany", "soviet union", "ussr", "yugoslavia", "czechoslovakia"),
    *("europe", "asia", "latin america", "scandinavia"),
)
"""Former states and parts of the world, which have no code."""
_NL_KINGDOM = "Q29999"
_WORLDWIDE_ITEM = "Q13780930"


def _read() -> tuple[dict[str, str], dict[str, str]]:
    by_item = {_NL_KINGDOM: "NL", _WORLDWIDE_ITEM: WORLDWIDE}
    by_name = {"worldwide": WORLDWIDE, "international": WORLDWIDE}
    for line in _TABLE.strip().splitlines():
        code, item, names = line.split(" ", 2)
        by_item[item] = code
        by_name |= {name.casefold(): code for name in names.split("|")}
    for entry in _OTHERS.strip().replace("\n", "|").split("|"):
        code, name = entry.split(" ", 1)
        by_name[name.casefold()] = code
    return by_item, by_name


REGION_OF_ITEM, _BY_NAME = _read()


def region_of_item(item: str) -> str | None:
    """Return the region of a country's item in Wikidata; None if the item is not in the table."""
    return REGION_OF_ITEM.get(item)


def has_no_code(name: str) -> bool:
    """Return whether a name is that of a former state, or of a part of the world."""
    return " ".join(name.casefold().split()) in _NO_CODE


def region_of_name(name: str) -> str | None:
    """Return the region with a country's English name or code; None for anything else."""
    found = _BY_NAME.get(" ".join(name.casefold().split()))
    return found or (name if name in REGIONS and name != WORLDWIDE else None)
