"""Figures the author tells beside a claim: sentences drawn from a grammar, each with the claimant of every figure."""

import random

from helpers.figures import find_figures

NAMES = (
    "Ada Noll", "Bram Osk", "Tove Lindqvist", "Jonah Perrin", "Marta Ilves", "Idris Okafor", "Sanna Weil", "Pavel Dorn",
    "Ruth Casey", "Emeka Obi", "Leena Varga", "Tomas Reyle",
)  # fmt: skip
TRADES = (
    "the pilot", "the brewer", "the surveyor", "the mayor", "the sexton", "the farmer", "the headmaster", "the surgeon",
    "the driver", "the curator", "the forester", "the chandler",
)  # fmt: skip
BODIES = (
    "the harbour board", "the water ministry", "the guild", "the rail union", "the archive", "the relief agency",
    "the coastguard", "the planning office", "the growers' association", "the company", "the bank", "the museum",
    "the fire service", "the tram operator",
)  # fmt: skip
THINGS = (
    "boats", "lamps", "sheds", "lorries", "barrels", "kilns", "tickets", "looms", "carts", "stoves", "pumps", "clocks",
    "bridges", "ovens", "cranes", "kites", "bells", "orchards", "tents", "sacks", "files", "letters", "windows",
)  # fmt: skip
OWNERS = (
    "kept the lamp for {b} years", "owns {b} {other}", "employed {b} people at its height",
    "had {b} {other} at the time",
    "has lived there for {b} years", "runs {b} {other}", "bought {b} {other} in spring",
    "lost {b} {other} to the flood",
    "left after {b} years", "sold {b} {other} in May",
)  # fmt: skip
ATTENDED = (
    "flanked by {b} guards", "watched by about {b} pupils", "surrounded by {b} friends", "accompanied by {b} aides",
    "cheered by some {b} supporters", "followed by {b} photographers",
)  # fmt: skip
DONE = (
    "had sunk", "were missing", "had been sold", "would be closed", "were lost", "had burned", "were empty",
    "had been stolen", "would be scrapped", "had been repaired",
)  # fmt: skip
SAID = ("said", "told reporters", "insisted", "admitted", "added", "warned", "claimed", "explained")
TAILS = ("from bow to stern", "in the usual manner", "by the hand of fate", "for the sake of peace", "like an old boot")
PLACES = ("outside the", "in front of the", "inside the", "opposite the")
TEAMS = ("Harwick", "The Otters", "Calder Town", "Rovers", "Elmford")


def cap(text: str) -> str:
    return text[0].upper() + text[1:]


def relative(pick) -> tuple[str, str, str]:
    """ "Noll, who kept the lamp for 11 years, had lost 40 boats, he said"."""
    body = pick((True, False))
    who, pronoun = (cap(pick(BODIES)), "it") if body else (f"{pick(NAMES)}, {pick(TRADES)}", "he")
    opened = "which" if body else "who"
    forms = (
        f"{who}, {opened} {pick(OWNERS)}, lost {{a}} {{thing}} last winter, {pronoun} said.",
        f"{who}, {opened} {pick(OWNERS)}, said {{a}} {{thing}} {pick(DONE)}.",
        f"{pick(NAMES)} ruled that {pick(BODIES)}, which {pick(OWNERS)}, had {{a}} {{thing}}.",
        f"{pick(NAMES)} found that {pick(BODIES)}, which {pick(OWNERS)}, had hidden {{a}} {{thing}}.",
        f"The {{thing}}, says {pick(NAMES)}, who {pick(OWNERS)}, cost {{a}} crowns each.",
    )
    return pick(forms), "someone", "author"


def attended(pick) -> tuple[str, str, str]:
    """ "… 40 boats had sunk, Noll said, flanked by three guards"."""
    who, said = pick((pick(NAMES), pick(BODIES))), pick(("said", "said on Monday", "said in Orr on Friday"))
    forms = (
        f"{{A}} {{thing}} {pick(DONE)}, {who} {said}, {pick(ATTENDED)}.",
        f"“{{A}} {{thing}} {pick(DONE)},” {who} {said}, {pick(ATTENDED)}.",
        f"“{{A}} {{thing}} {pick(DONE)},” {who} told reporters {pick(PLACES)} blackened {{b}}-storey mill.",
        f"{cap(who)} told the court, packed with {{b}} villagers, that {{a}} {{thing}} {pick(DONE)}.",
    )
    return pick(forms), "someone", "author"


def later(pick) -> tuple[str, str, str]:
    """ "The deal adds 40 carts and ends a walkout during which, the guild says, 900 sacks piled up"."""
    who, voiced = pick((pick(NAMES), pick(BODIES))), pick(("says", "said", "told us", "reckons", "insists"))
    joint = pick(("during", "in", "after"))
    forms = (
        f"The deal gives them {{b}} {{other}} and ends a strike {joint} which, {who} {voiced}, {{a}} {{thing}} burned.",
        f"The levy will add {{b}} crowns to a cart and bring in, {who} {voiced}, {{a}} crowns.",
        f"A court cleared {{b}} clerks of a theft in which, in the view of {who}, {{a}} {{thing}} {pick(DONE)}.",
    )
    return pick(forms), "someone", "author"


def quoted(pick) -> tuple[str, str, str]:
    """ "He carried 29 times on an ankle that was taped, he said, “from toe to neck”": nothing is his but the words."""
    who = pick(NAMES)
    forms = (
        f"{who} told us little. He carried {{b}} {{thing}} on a cart that was tied up, he said, “{pick(TAILS)}.”",
        f"A firm has gone under, owing {{b}} crowns and leaving, in the words of {who}, “a great heap of {{thing}}.”",
    )
    return pick(forms), "", "author"


def deeds(pick) -> tuple[str, str, str]:
    """What only looks like a claim: "Rovers have conceded 40 goals", "Police have found 12 lamps"."""
    forms = (
        f"{pick(TEAMS)} have conceded {{b}} {pick(('goals', 'penalties', 'points'))} this season.",
        f"{pick(('Police', 'Divers', 'Detectives'))} have found a saw and {{b}} {{thing}}.",
        f"{pick(('The flood', 'The stretch', 'The disease'))} has claimed {{b}} lives since March.",
        f"{pick(NAMES)}, 66, showed no emotion as the {{b}} {{thing}} were read out.",
    )
    return pick(forms), "", "author"


def claims(pick) -> tuple[str, str, str]:
    """Near misses: what stands in such clauses is somebody's where his words open it or follow it."""
    who = pick((pick(NAMES), pick(BODIES)))
    forms = (
        f"{cap(who)}, who {pick(('said', 'claimed', 'insisted'))} {{a}} {{thing}} {pick(DONE)}, left the room.",
        f"The {{thing}} were sold with the mill, which lost {{a}} crowns last year, {who} said.",
        f"{{A}} {{thing}} {pick(DONE)}, {who} {pick(('said', 'added'))}, “and half of them were old.”",
        f"{cap(pick(BODIES))} {pick(SAID)} that {{a}} {{thing}} {pick(DONE)}.",
    )
    return pick(forms), "someone", ""


def drawn(seed: int, count: int) -> list[tuple[str, dict[str, bool]]]:
    """Sentences, each with its numbers and whether the author tells them."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        form, first, second = chance.choice((relative, attended, later, quoted, deeds, claims))(chance.choice)
        a, b = str(chance.randint(310, 890)), str(chance.randint(21, 88))
        thing, other = chance.sample(THINGS, 2)
        for _ in range(2):  # a form holds others
            form = form.replace("{thing}", thing).replace("{other}", other).replace("{a}", a).replace("{A}", a)
        form = form.replace("{b}", b)
        told = ({a: False} if first and a in form else {}) | ({b: True} if second and b in form else {})
        made.append((form, told))
    return made


def failing(seed: int, count: int) -> list[str]:
    wrong = []
    for text, told in drawn(seed, count):
        found = {row.text.split()[-1].rstrip("-"): row.claimant for row in find_figures(text).itertuples()}
        for number, own in told.items():
            claimant = next((who for figure, who in found.items() if number in figure), None)
            if claimant is None or (claimant == "author") != own:
                wrong.append(f"{number}: {claimant}: {text}")
    return wrong


def test_the_author_tells_what_stands_beside_a_claim():
    wrong = failing(seed=5, count=300)
    assert len(wrong) <= 0.03 * 300, "\n".join(wrong)


NAMED = (
    ("“Ninety boats,” says Osk from behind the freezer.", "Osk"),
    ("“Ninety boats,” said Lund over the fence.", "Lund"),
    ("BREAKING 14:20 The Supreme Court said 40 boats had sunk.", "The Supreme Court"),
    ("LIVE The guild said 40 boats had sunk.", "The guild"),
    ("Ada, 57, who reckons she lost 40 boats, left.", "Ada"),
    ("The clerk told nobody. Ada Noll said it was a lie. She’d put it at 40 boats.", "Ada Noll"),
    ("Officer Ada Noll said the fever had claimed 40 lives.", "Officer Ada Noll"),
    ("The ministry of Kestria said 40 boats had sunk.", "The ministry of Kestria"),
    ("Doctors from the island said 40 boats had sunk.", "Doctors from the island"),
    ("Our reporter in Orr counted 40 boats.", "author"),
)


def test_a_claimant_is_named_without_what_stands_beside_the_name():
    for text, claimant in NAMED:
        assert claimant in [row.claimant for row in find_figures(text).itertuples()], text
