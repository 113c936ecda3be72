"""Words that look like a person's but are not, and capital words that a text tells to be surnames."""

import re
from functools import lru_cache

# Things whose names end like those of who does something: "the plant", "the water", "his letter".
_THINGS = """
accident anchor anniversary answer arrival banking banner barrier bee beer boiler bone booking border boundary bread
bulldozer bumper butter calculator cancer career cent centre chamber chapter checklist chopper cluster coffee color
colour commentary comparison component computer cone container content continent cooking copper corner corridor
counter covenant cover crater cruiser current cyclone danger decree degree destroyer diary dictionary digger dinner
disaster documentary door drawer drinking drone elephant elevator encounter error estuary event extent exterior
factor fee fever fiber fibre filter finger fist floodwater floor flower folder freezer freighter generator glacier
grant groundwater guarantee gutter harbor harbour helicopter honor honour hunger incident indicator ingredient
intent interior itinerary jubilee knee ladder laughter layer lesson letter levee library list litre locker making
manner matter meter metre milestone mirror mist monitor motor newsletter number obituary odor offer order paper
parking patent pedigree pepper percent phone pier plant plaster poison poster powder power precedent present prison
quarter rainwater reactor reason refrigerator register remnant rent resource restaurant river router rubber rumor
rumour salary sanctuary scent season sector sensor server shelter shoulder shower silver slaughter smartphone
smoking spread spree steamer stone summary summer supper taking talent tanker telephone tent terror theater theatre
thinking thread throne tier timber tone torrent tower tractor trailer transfer trawler tree tremor trigger twist
variant vocabulary waist warrant water weather winter working wrist zone
"""
THINGS = frozenset(_THINGS.split())
# Last words of the names of places and things: "Republic Avenue", "the Merchant Shipping Act".
PLACE = re.compile(
    r"(?:^|\s)(?:Avenue|Street|Road|Square|Bridge|River|Airport|Station|Harbou?r|Islands?|Valley|Ocean|Sea|Towers?|"
    r"Building|Stadium|Arena|Plaza|Highway|Motorway|Boulevard|Mountains?|Canal|Quay|Terrace|Crescent|Works|Cup|Act|"
    r"Bill|Festival|Awards?|Prize|Dam|Reservoir|Desert|Peninsula|Coast|Row)$"
)
# Last words of the names of firms: "Norvik Energy", "Orr Light Rail".
FIRM = re.compile(
    r"(?<=\s)(?:Energy|Foods?|Motors?|Air|Airlines?|Airways|Holdings?|Rail|Railways?|Water|Travel|Tours|"
    r"Cruises|Systems?|Technolog(?:y|ies)|Partners|Capital|Pharma|Pharmaceuticals?|Oil|Gas|Power|Telecom|Mobile|Homes|"
    r"Stores|Hotels?|Lines|Shipping|Hydro|Logistics|Foundry|Brewer(?:y|ies)|Industries|Enterprises|Electric|Electronics|"
    r"Chemicals?|Mining|Minerals|Metals|Insurance|Financial|Finance|Investments?|Securities|Properties|Estates|"
    r"Construction|Engineering|Aerospace|Dynamics|Robotics|Software|Labs|Laborator(?:y|ies)|Studios?|Pictures|Records|"
    r"Entertainment|Solutions|Ventures|Brands|Products|Supermarkets|Ferries|Buses|Coaches|Trains|Utilities|Networks|"
    r"International|Global|Worldwide|Trust|& Co|& Sons?|plc|PLC|SA|AG|NV|GmbH|LLP)$"
)
# A capital word right before another: "Ada | Noll", "Mr | Noll", "President Ada | Noll".
PAIR = re.compile(r"(?P<first>[A-Z][\w’'-]{0,40}+)(?P<dot>\.?)[ \u00a0](?=(?P<last>[A-Z][\w-]{1,40}+))")
SHORTENED = frozenset(("Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Lt", "Col", "Capt", "Sgt", "Rev"))
_NO_FIRST_NAME = """
The A An In On At And But For If When While As By From With To Of After Before Since Mount New North South East West
Northern Southern Eastern Western Upper Lower Great Real Radio Lake Port Fort Cape Today Yesterday Tonight Meanwhile
However Last This That These Those Its His Her Their Our My Your No Yes So Or Then Now Here There Why How What Where
Who
"""
NO_FIRST_NAME = frozenset(_NO_FIRST_NAME.split())


def is_thing(head: str) -> bool:
    """Whether a noun phrase, what stands behind its noun cut off, names a thing or a place.

    >>> is_thing("the old plant"), is_thing("Republic Avenue"), is_thing("the planter")
    (True, True, False)
    """
    return head.rsplit(" ", 1)[-1] in THINGS or PLACE.search(head) is not None


@lru_cache(maxsize=2)
def surnames(text: str) -> dict[str, int]:
    """Capital words that follow another like a surname its first name, with the offset where each first does.

    >>> surnames("Ada Noll runs Orrlink. In Orr, Noll is known."), surnames("The Orrlink trains")
    ({'Noll': 4}, {})
    """
    found: dict[str, int] = {}
    for pair in PAIR.finditer(text):
        first = pair["first"]
        ends = pair["dot"] and len(first) > 1 and first not in SHORTENED  # a sentence ends there
        if first not in NO_FIRST_NAME and not ends:
            found.setdefault(pair["last"], pair.start("last"))
    return found
