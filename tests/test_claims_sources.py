"""Sources without a speaker of flesh: a grammar draws sentences in which a paper, a count or a poll claims a figure."""

import random

import pytest

from helpers.figures import find_figures


def listed(text: str) -> list[str]:
    """The phrases of a text parted by bars; line breaks are blanks."""
    return [phrase.strip() for phrase in " ".join(text.split()).split("|")]


SINGULAR = listed(
    """audit| survey| report| study| poll| inventory| ledger| filing| ruling| review| dossier| memo| register| census|
    projection| estimate| forecast| document| paper| letter| plan| schedule| logbook| website| brochure|
    application| indictment| spreadsheet| tally| count| database| statement| bulletin| transcript| notice| inquiry|
    analysis| assessment| email| list| log| record| leaflet| manifest| questionnaire| permit| budget| contract|
    chart"""
)
PLURAL = listed(
    """records| figures| documents| emails| logs| data| filings| minutes| statistics| surveys| polls| estimates|
    projections| accounts| papers| ledgers| files| reports| letters| returns| results| readings| permits| notes|
    images| studies| audits| lists| invoices| receipts| counts| registers| texts| payrolls| manifests"""
)
MODIFIERS = listed(
    """dispatch| survey| draft| leaked| internal| confidential| 48-page| new| annual| unpublished| court| toll| police|
    release| plan| quarterly| signed| council| county| preliminary| handwritten| joint| harbour| maintenance| first|
    sealed| insurance| shipping| tax| regional| independent| payroll"""
)
TAILS = listed(
    """| | | | obtained by the Tribune under the records law| released on Thursday| seen by this newspaper| the
    ministry has yet to publish| that the ministry commissioned| which the board refused to discuss| by the harbour
    board| of the harbour board| on river safety| kept by the ferry company| filed in court| published in the
    journal Marine Letters| from the water authority| presented to lawmakers last week| the clinic itself ordered|
    carried out for the council| dated June 4| compiled by volunteers| of local growers| handed to the jury|
    circulating among staff| posted on its website"""
)
OWNERS = listed(
    """the guild| the tenants' association| the growers| Ana Lund| chief executive Renee Orr| the ministry| Norbank|
    the harbour master| the union's lawyers| the city| volunteers| her lawyer| Professor Idris Cole| the campaign|
    the firm's accountants| residents| his sister| the coach| Lund| local divers"""
)
COUNTS = listed(
    """count| own count| account| own account| estimate| estimates| reckoning| own reckoning| tally| calculations|
    figures| own admission| latest count| own conservative estimate| records| arithmetic"""
)
WRITERS = listed(
    """biologists| researchers| the authors| two economists| the company| the board| its auditors| prosecutors| Lund
    and Orr| the airline| engineers at Calder University| the lender"""
)
PAPERS = listed(
    """paper| report| filing| statement| letter| study| notice| court filing| memo| submission| bulletin| blog post"""
)
THINGS = listed(
    """boats| nurses| cattle| homes| trees| buses| visitors| beds| bridges| bicycles| teachers| sheep| villages|
    widows| engines| orchards| windows| drivers| tickets| bottles"""
)
DONE = listed(
    """sold| lost| built| moved| closed| repaired| counted| hired| stolen| burned| sunk| dropped| inspected| planted"""
)
PLACES = listed("in the valley | last year | along the coast | since May | near Port Orr | in two years | ")
THAT_VERBS = listed(
    """shows| suggests| found| finds| says| states| notes| concludes| estimated| indicates| reveals| claims| warns|
    said"""
)
MANY_THAT = listed("show | suggest | found | say | state | note | indicate | reveal | estimated | claim")
DIRECT = listed(
    """puts the total at| lists| found| records| recorded| counts| counted| identified| shows| showed| documents| gave|
    mentions| logged| estimated"""
)
MANY_DIRECT = listed(
    """put the total at| list| found| record| recorded| counted| identified| show| showed| document| mention| logged"""
)
TRAILING = listed(
    """shows| showed| suggests| found| finds| says| said| states| notes| concluded| estimates| reveals"""
)
MANY_TRAILING = listed("show | showed | suggest | found | say | state | note | reveal | indicate | indicated")
INVERTED = listed("suggests | says | said | notes | reveals | estimates | claims | reported")
MANY_INVERTED = listed("suggest | say | said | note | reveal | estimate | claim | reported")


class Grammar:
    """Draws sentences with the number that is asked for and the words that may name its claimant."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)

    def pick(self, words: list[str]) -> str:
        return self.draw.choice(words)

    def number(self) -> str:
        value = self.draw.randint(13, 9400)
        return f"{value:,}"

    def clause(self) -> tuple[str, str, str]:
        """(subject, predicate, number): what is claimed, to be joined or parted by whoever says so."""
        n, thing, done, place = self.number(), self.pick(THINGS), self.pick(DONE), self.pick(PLACES)
        subject, predicate = self.pick([
            (f"{n} {thing}", f"were {done} {place}"), (f"some {n} {thing}", f"have been {done} {place}"),
            ("the valley", f"has {n} {thing} {place}"), ("the firm", f"lost {n} {thing} {place}"),
            ("there", f"were {n} {thing} {place}"), ("Mayhew, 46,", f"made {n} trips {place}"),
            (f"more than {n} {thing}", f"will be {done}"), ("the strike", f"cost {n} {thing} {place}"),
        ])  # fmt: skip
        return subject, predicate.strip(), n

    def source(self, several: bool | None = None) -> tuple[str, str, bool]:
        """(noun phrase, its head, whether it is told in the plural)."""
        several = self.draw.random() < 0.4 if several is None else several
        head = self.pick(PLURAL if several else SINGULAR)
        modifiers = self.draw.sample(MODIFIERS, self.pick([0, 1, 1, 2]))
        tail = self.pick(TAILS)
        opener = self.pick(["", "", "the ", "its "] if several else ["a ", "a ", "the ", "its ", "the union's "])
        if not opener and not modifiers and not tail:
            modifiers = [self.pick(MODIFIERS)]
        opener = "an " if opener == "a " and [*modifiers, head][0][0] in "aeiou" else opener
        return " ".join(f"{opener}{' '.join([*modifiers, head])} {tail}".split()), head, several

    def according(self) -> tuple[str, str, str]:
        (subject, predicate, n), (who, head, _) = self.clause(), self.source()
        form = self.pick(["According to {w}, {s} {p}.", "{S} {p}, according to {w}.", "{S} {p} according to {w}.",
                          "On Monday {s} {p}, according to {w}.", "{S}, according to {w}, {p}."])  # fmt: skip
        form = form.replace("{S}, acc", "{S} acc") if subject == "there" and ", acc" in form[:8] else form
        if subject == "there" and form.startswith("{S} acc"):
            form = "According to {w}, {s} {p}."
        return self.fill(form, subject, predicate, who), n, head

    def owned(self) -> tuple[str, str, str]:
        (subject, predicate, n), owner, count = self.clause(), self.pick(OWNERS), self.pick(COUNTS)
        who = f"{owner}{chr(39) if owner.endswith('s') else chr(39) + 's'} {count}"
        forms = ["By {w}, {s} {p}.", "{S} {p}, by {w}.", "{S} {p} by {w}."]
        if count.endswith(("figures", "estimates", "calculations")):
            forms.append("On {w}, {s} {p}.")
        return self.fill(self.pick(forms), subject, predicate, who), n, owner + " " + count

    def subject(self) -> tuple[str, str, str]:
        (subject, predicate, n), (who, head, several) = self.clause(), self.source()
        form = self.pick(["{W} {that} that {s} {p}.", "{W} {direct} {n} {thing} {place}.", "{S} {p}, {w} {trail}.",
                          "{S} {p}, {inv} {w}.", "But {w} {direct} {n} {thing}."])  # fmt: skip
        verbs = (THAT_VERBS, DIRECT, TRAILING, INVERTED)
        verbs = (MANY_THAT, MANY_DIRECT, MANY_TRAILING, MANY_INVERTED) if several else verbs
        that, direct, trail, inverted = map(self.pick, verbs)
        for slot, word in (("{that}", that), ("{direct}", direct), ("{trail}", trail), ("{inv}", inverted),
                           ("{n}", n), ("{thing}", self.pick(THINGS)), ("{place}", self.pick(PLACES))):  # fmt: skip
            form = form.replace(slot, word)
        return self.fill(form, subject, predicate, who), n, head

    def written(self) -> tuple[str, str, str]:
        (subject, predicate, n), writer, paper = self.clause(), self.pick(WRITERS), self.pick(PAPERS)
        tail = self.pick(["", " that draws on old maps", " published on Monday", " to the regulator"])
        form = self.pick([
            "{S} {p}, {w} said in a %s.", "{W} said in a %s that {s} {p}.", "In a %s, {w} said {s} {p}.",
            "In a %s, {w} put the total at " + n + ".", "{S} {p}, {w} said in its latest %s.",
        ])  # fmt: skip
        return self.fill(form % (paper + tail), subject, predicate, writer), n, f"{writer} {paper}"

    def own(self) -> tuple[str, str, str]:
        """The author's own figure beside a source, and words that only look like one."""
        (who, _, several), n, thing = self.source(), self.number(), self.pick(THINGS)
        form = self.pick([
            "The works went according to plan and {n} {t} were sold.", "{W} {be} lost with {n} {t} on board.",
            "Sorted according to size, {n} {t} stood in rows.", "The fund pays according to age, and has {n} {t}.",
            "The bridge closed, according to Lund, who owns {n} {t}.", "{W} cost {n} dollars.",
            "{W} took {n} hours to read.", "The man who wrote {w} owned {n} {t}.", "Lund burned {w} and sold {n} {t}.",
            "Nobody read {w}, and {n} {t} were sold.",
        ])  # fmt: skip
        form = form.replace("{n}", n).replace("{t}", thing).replace("{be}", "were" if several else "was")
        return self.fill(form, "", "", who), n, "author"

    @staticmethod
    def fill(form: str, subject: str, predicate: str, who: str) -> str:
        upper = [(slot, word[:1].upper() + word[1:]) for slot, word in (("{S}", subject), ("{W}", who))]
        for slot, word in [*upper, ("{s}", subject), ("{p}", predicate), ("{w}", who)]:
            form = form.replace(slot, word)
        return " ".join(form.split()).replace(" ,", ",").replace(",,", ",").replace(" .", ".")


def wrong(number: int, seed: int) -> list[tuple[str, str, str]]:
    """(sentence, words of its claimant, claimant found) of those sentences of the grammar that are read wrongly."""
    grammar = Grammar(seed)
    kinds = [*[grammar.according, grammar.subject] * 3, *[grammar.owned] * 2, grammar.written, grammar.own]
    found = []
    for _ in range(number):
        text, figure, heads = grammar.pick(kinds)()
        rows = find_figures(text).to_dict("records")
        row = next((row for row in rows if row["text"].endswith(figure)), None)
        claimant = row["claimant"] if row else "no figure"
        words = set(claimant.lower().replace("'s", "").split())
        if not words & (set(heads.lower().replace("'s", "").split()) - {"the", "and", "at", "own"}) or len(words) > 14:
            found.append((text, heads, claimant))
    return found


@pytest.mark.parametrize("seed", [20])
def test_sources_of_all_kinds_claim_their_figures(seed):
    failing = wrong(300, seed)
    assert len(failing) <= 9, "\n".join(map(str, failing))
