"""A grammar of sentences in which somebody claims a figure: persons, bodies, firms, unnamed groups, in every order."""

import random
import re

from helpers.figures import find_figures

SHARE = 0.97  # of the sentences drawn that must be right


def words(listed: str) -> list[str]:
    """Phrases parted by bars and line ends."""
    return [phrase.strip() for phrase in re.split(r"[|\n]", listed) if phrase.strip()]


PEOPLE = words("""Doreen Hask|Detective Orla Menke|Sgt. Piet Hollo|Dr. Mina Farrow|Lt. Cass Reade|spokesman Ivo Tarn
harbour master Jory Penn|Hask|Tarn|Ms. Okello|Mayor Lena Brandt|Mr Justice Pell|Professor Ada Quill""")
BODIES = words("""the ministry|the guild|police|the water board|the county's highways team|the sheriff's office
Orsin Energy|the harbour authority|the union|the transport department|the charity Open Door|Bremmer & Sons
the opposition|the museum|the dispatch centre|the survey team|the rescue service|the league office|the airline
the tenants' association|the cooperative|the regulator|the trade body Millgrain|the prefecture|the retailer
the bank's research unit""")
GROUPS = words("""officials|organizers|residents|witnesses|analysts|county officials|port workers|prosecutors|teachers
people familiar with the matter|neighbours|economists at Fenwick Bank|survivors|union leaders|activists|villagers
two former employees|several dealers|lawyers for the family|aid workers|a security source|a senior official
one of the drivers|growers in the valley|an officer at the scene""")
PASTS = words("""said|added|testified|claimed|insisted|estimated|acknowledged|conceded|admitted|alleged|argued|noted
reckoned|explained|confirmed|warned|announced|stressed|complained|predicted|wrote|reported|maintained|calculated
disclosed|revealed|pointed out|boasted|submitted|swore in an affidavit|let it be known|countered""")
ASK_THAT = words("boasted|swore in an affidavit|let it be known|wrote|complained|submitted|countered")
TRAILING = words("""said|added|testified|claimed|insisted|estimated|acknowledged|conceded|admitted|reckoned|noted
explained|confirmed|announced|recalled|predicted|reported|told reporters|told a news conference|told the board|wrote""")
INVERTED = words("said|added|estimated|noted|explained|admitted|recalled|claimed|reported|conceded|warned")
TITLES = words("""an engineer with the city|who runs the depot|58, a retired pilot|the chief of the fire crew
who has worked there since spring|a vet from Orrin|which runs the ferries|head of the night shift""")
WHENS = words("""on Friday|in a statement|late on Monday|at a hearing|from the steps of the town hall|on local radio
in an interview|over the phone|in a letter to the council|yesterday|after the meeting|in court""")
CLAUSES = words("""# barns had burned|the storm cut power to # homes|fewer than # boats came back|# families live there
the repair would cost $# million|about # per cent of the wells were dry|nearly # goats went missing
the dam lost # tonnes of stone|it owed $#,000 to growers|thieves had stripped wire from # lamps
there were # beds left|the queue ran to # trucks|# of the pumps needed repair|the fire spread to # acres
more than # cars had been towed|sales rose by # per cent""")
THINGS = words("barns|boats|goats|homes|complaints|layoffs|trees|breaches|cracks|crossings|wells|lamps")
AMOUNTS = words("the loss|the toll|the crowd|the number of beds|the cost of the works|turnout|the damage|its debt")
SEES = words("""expects profit of $# million|now sees profit of $# million this year|forecasts growth of # per cent
promises savings of $# million|guarantees an accuracy of # per cent|advertises a # per cent saving
predicts sales of # million|boasts of # members|puts {it} at #|puts {it} higher still, at #|counted # {things}
has counted # {things}|logged # {things}|lists # {things}|stuck to its forecast of $# million|spoke of # {things}
revised last spring's gain down to #|speaks of losses which concern # {things}|estimates {it} at #
reckons on # {things}|claims # {things}|admitted to # {things}|acknowledged # {things}|now projects # {things}
has promised # {things}|gave a figure of #|alleges # {things}|expected # {things}|stood by #|would swear to #""")
OPENINGS = words("""Most callers, {x} {v}, have waited # days|The bridge, {x} {v}, carried # trucks a day
The valley, {x} {v}, lost # wells|In the lower town, {x} {v}, # {things} were ruined|Of those, {x} {v}, # had gone home
The last convoy, {x} {v}, brought # {things}|By noon, {x} {v}, there were # {things}
The levy, {x} {v}, would bring in $# million""")
OUTCOMES = words("leaving # {things} dark|# of them by night|including # {things}|and # more were missing")
NEXT = words("the loss is closer to $#,000|the true number was #|# {things} had been lost")
PASSIVE = words("""{A} was put at # by {x}.|{A} was estimated by {x} at #.|The toll, put at # by {x}, is rising.
The inquiry was told by {x} that {c}.|The jury heard from {x} that {c}.|An inquest heard from {x} that {c}.""")
QUOTING = words("""{X} {was} quoted as saying that {c}.|By {x}'s count, {c}.|From {x}: the true number is #.
In {x}'s view, {c}.|Asked how many, {x} held up a hand: #.|Asked about it, {x} said {c}.
In the words of {x}, # left.""")
OWN = words("""{X} told the # people in the hall that the plan was dead.|{X}, who owns # boats, said it was over.
After # days of talks {x} called the plan a sham.|{X} sold # {things} according to plan.
{X}, with # {things} on the books, said nothing.|The #-page file was handed to {x} in May.
{X} said on day # of the strike that the talks had failed.|{X} planted # {things} along the canal and left.
In # minutes the storm was over, and {x} went home.|The court ordered {x} to pay $#,000.
{X} hired # {things} last spring.|{X} has added # {things} to the fleet since May.|{X} has promised $#,000.
The bill was put at # by Monday.|Families were promised # {things} each.|{X} saw sales rise by # per cent.""")
MANY = (("has ", "have "), ("puts ", "put "), ("sees ", "see "), ("says", "say"), ("reckons ", "reckon "))


def capital(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def titled(rng: random.Random, name: str) -> str:
    """The name, now and then with what he, she or it is."""
    body = name in BODIES and name != "police"
    fitting = [title for title in TITLES if title.startswith("which") == body]
    takes = body or (name in PEOPLE and " " in name)
    return f"{name}, {rng.choice(fitting)}" if takes and rng.random() < 0.35 else name


def leading(rng: random.Random, name: str) -> str:
    verb, when, who = rng.choice(PASTS), rng.choice(("", "", f" {rng.choice(WHENS)}")), titled(rng, name)
    that = " that" if when or verb in ASK_THAT else rng.choice((" that", ""))
    return f"{capital(who)}{',' if who != name else ''} {verb}{when}{that} {{c}}."


def told(rng: random.Random, name: str) -> str:
    heard = rng.choice(("reporters", "the board", "a packed hall", "Radio Orrin", "the inquiry", "MPs", "a jury"))
    return f"{{X}} told {heard}{rng.choice(('', ' on Friday'))} that {{c}}."


def trailing(rng: random.Random, name: str) -> str:
    return f"{{C}}, {{x}} {rng.choice(TRAILING)}{rng.choice(('', '', ' ' + rng.choice(WHENS)))}."


def inverted(rng: random.Random, name: str) -> str:
    return f"{{C}}, {rng.choice(INVERTED)} {titled(rng, name)}."


def behind(rng: random.Random, name: str) -> str:
    told = rng.choice((f"said {titled(rng, name)}", "{x} said", f"{{x}} said {rng.choice(WHENS[:3])}"))
    return f"Flood water reached the lower yards before dawn, {told}, {rng.choice(OUTCOMES)}."


def middle(rng: random.Random, name: str) -> str:
    return rng.choice(OPENINGS).replace("{v}", rng.choice(words("said|says|reckons|added|told the board"))) + "."


def semicolon(rng: random.Random, name: str) -> str:
    return f"That was wrong, {{x}} {rng.choice(words('said|said Sunday|conceded|said on Friday'))}; {rng.choice(NEXT)}."


FORMS = {form.__name__: form for form in (leading, told, trailing, inverted, behind, middle, semicolon)} | {
    "seeing": lambda rng, name: f"{{X}} {rng.choice(SEES)}.",
    "passive": lambda rng, name: rng.choice(PASSIVE),
    "quoting": lambda rng, name: rng.choice(QUOTING),
    "own": lambda rng, name: rng.choice(OWN),
}


def sentence(rng: random.Random) -> tuple[str, str, str, int]:
    """(form, sentence, claimant as the grammar knows it, where the figure begins)."""
    name = rng.choice(rng.choice((PEOPLE, BODIES, GROUPS)))
    form = rng.choice(list(FORMS))
    clause, amount = rng.choice(CLAUSES), rng.choice(AMOUNTS)
    text = FORMS[form](rng, name).replace("{c}", clause).replace("{C}", capital(clause)).replace("{A}", capital(amount))
    text = text.replace("{x}", name).replace("{X}", capital(name))
    several = name == "police" or (name in GROUPS and not name.startswith(("a ", "an ", "one ")))
    if several:
        for one, many in MANY:
            text = re.sub(rf"({re.escape(name)},? (?:now )?){one}", rf"\1{many}", text, flags=re.I)
        text = re.sub(rf"({re.escape(name)} (?:now )?)([a-z]{{2,}}[^s\W])s (?=[\w$]+ )", r"\1\2 ", text, flags=re.I)
    text = text.replace("{was}", "were" if several else "was").replace("s's ", "s' ")
    text = text.replace("{it}", amount).replace("{things}", rng.choice(THINGS))
    return form, text.replace("#", str(rng.randint(13, 98))), "author" if form == "own" else name, text.index("#")


def claimant_at(text: str, at: int) -> str | None:
    """Claimant of the figure whose number begins at `at`, None if none is read there."""
    rows = find_figures(text).to_dict("records")
    return next((row["claimant"] for row in rows if row["start"] - 1 <= at < row["end"]), None)


def is_right(got: str, name: str) -> bool:
    told = set(re.findall(r"\w+", got.lower())) - {"the", "a", "of", "an", "s"}
    return got == "author" if name == "author" else not told.isdisjoint(re.findall(r"\w+", name.lower()))


def failing(seed: int, n: int) -> tuple[int, list[str]]:
    """(sentences whose figure is read, those whose claimant is wrong)."""
    rng, read, wrong = random.Random(seed), 0, []
    for form, text, name, at in (sentence(rng) for _ in range(n)):
        got = claimant_at(text, at)
        read += got is not None
        if got is not None and not is_right(got, name):
            wrong.append(f"{form} | {got} | {text}")
    return read, wrong


def test_whoever_claims_a_figure_is_its_claimant():
    read, wrong = failing(7, 300)
    assert read > 285
    assert 1 - len(wrong) / read >= SHARE, "\n".join(sorted(wrong))
