"""Verdicts told some paragraphs after a claim on a figure that they name: "Shops dispute the union's count"."""

import re
from bisect import bisect_right

from helpers.figures.context import Context
from helpers.figures.reach import CLAIM_NOUNS, NUMBER_WORDS
from helpers.figures.turning import DENIES, DOUBTS, NEGATION, PAPERS, TAKEN_BACK, UNABLE
from helpers.tokens import lemmatize

STUDIES = rf"{PAPERS}|reports?|stud(?:y|ies)|surveys?|polls?"
LATE = re.compile(
    rf"(?<![\w-])(?:(?P<denied>{DENIES})|(?:{DOUBTS}|{UNABLE})) (?:"
    rf"(?P<both>either|both) (?:(?:side|party|group|camp)[’']s )?(?P<thing>(?:[\w-]+ )?)(?:{CLAIM_NOUNS})|"
    rf"(?:the )?(?:[\w-]+ )?(?P<who>[\w-]+)(?:[’']s|(?<=s)[’']) (?:\w+ )?(?P<whose>{CLAIM_NOUNS})|"
    r"(?:the|any|all) (?:claims?|suggestions?|allegations?|reports?|talk) (?:of|about) "
    r"(?P<of>(?:[a-z-]+ ){0,3}?[a-z-]{3,})(?= as| by| with| from|[.,;])|"
    rf"(?:the|this|that|these|those) (?:(?P<named>[\w-]+) )?(?P<word>{NUMBER_WORDS})|"
    rf"(?:the|this|that|these|those) (?P<paper>{STUDIES}))(?! (?:of|that|for|to|against) )(?![\w-])",
    re.I,
)
# One of these stands in every such verdict; found at once in a whole article.
VERBS = ("reject", "dismiss", "disput", "denie", "rubbish", "doubt", "contest", "challeng", "verify", "confirm")
VERBS += ("recogni",)
GENERAL = frozenset(
    ("group", "charity", "union", "company", "firm", "party", "agency", "organisation", "organization", "body",
     "watchdog", "club", "team", "regulator", "trust", "institute", "campaigners", "researchers", "professor",
     "network", "league")
)  # fmt: skip
OWNER_WORD = re.compile(r"[^\W\d_]{3,}")
PARAGRAPHS = 3  # filled lines before a verdict in which the figure it names may stand
FAR = 2_500  # characters from a verdict back to the figure it names
SMALL = 10  # a number below it is too common to be the same one when somebody denies it


def _lemmas(text: str) -> set[str]:
    return {lemmatize(word.lower()) for word in OWNER_WORD.findall(text)} - {"the"}


def _hits(text: str) -> list[re.Match]:
    """The verdicts of an article, in order."""
    said, found = text.lower(), {}
    for verb in VERBS:
        at = said.find(verb)
        while at >= 0:
            hit = LATE.search(text, max(0, at - 40), min(len(text), at + 120))
            if hit and hit.start() <= at < hit.end():
                found[hit.start()] = hit
            at = said.find(verb, at + 1)
    return [found[start] for start in sorted(found)]


def _paragraphs(text: str) -> list[int]:
    """Where the filled lines of a text begin."""
    starts, at = [], 0
    for line in text.split("\n"):
        if line and not line.isspace():
            starts.append(at)
        at += len(line) + 1
    return starts


def _sentence(context: Context, row: dict) -> tuple[int, int]:
    return context.sentence(context.sentence_number(row["start"]))


def _owned(rows: list[dict], owner: str) -> list[dict]:
    """The rows of the claimant that an owner's word names; of the only one with a name where the word is general."""
    mine = [row for row in rows if owner.lower() in row["claimant"].lower().split()]
    if mine or owner.lower() not in GENERAL or not rows:
        return mine
    name = rows[-1]["claimant"]
    return [row for row in rows if row["claimant"] == name] if name[0].isupper() and name[:4] != "The " else []


def _of_noun(context: Context, rows: list[dict], words: str) -> list[dict]:
    """The rows that count, or whose sentence names, the thing that some words end with."""
    head = lemmatize(words.split()[-1].lower())
    counted = [row for row in rows if head in _lemmas(row["noun"])]
    return counted or [row for row in rows if head in _lemmas(context.text[slice(*_sentence(context, row))])]


def _rivals(rows: list[dict]) -> list[dict]:
    """The last two figures of two claimants that count alike."""
    for place in range(len(rows) - 1, 0, -1):
        last = rows[place]
        for other in reversed(rows[:place]):
            if other["claimant"] != last["claimant"] and other["kind"] == last["kind"]:
                return [other, last]
    return []


def _first_claim(context: Context, rows: list[dict], several: bool) -> list[dict]:
    """The rows of the last paragraph with any: all where several are meant, else the first of its last sentence."""
    if not rows:
        return []
    line = context.paragraph_start(rows[-1]["start"])
    rows = [row for row in rows if context.paragraph_start(row["start"]) == line]
    if several:
        return rows
    low = _sentence(context, rows[-1])[0]
    return [next(row for row in rows if row["start"] >= low)]


def _meant(context: Context, hit: re.Match, rows: list[dict], near: bool) -> list[dict]:
    """The rows before a verdict that it means. near: no figure stands between the last of them and the verdict."""
    if hit["both"]:
        return _rivals(rows)
    told = [row for row in rows if row["claimant"] != "author"]
    if hit["who"]:
        several = not re.fullmatch(NUMBER_WORDS.replace("s?", "").replace("tally|tallies", "tally"), hit["whose"], re.I)
        return _first_claim(context, _owned(told, hit["who"]), several)
    if hit["of"] or hit["named"]:
        several = bool(hit["of"]) or hit["word"].endswith("s")
        return _first_claim(context, _of_noun(context, told, hit["of"] or hit["named"]), several)
    if hit["word"]:
        return _first_claim(context, told, hit["word"].endswith("s")) if near else []
    paper = lemmatize(hit["paper"].lower())
    return _first_claim(context, [r for r in told if paper in _lemmas(r["claimant"])], True)


def _judge(context: Context, hit: re.Match, rows: list[dict], lines: list[int]) -> None:
    """Write the stance of one verdict into the rows it means."""
    text, at = context.text, hit.start()
    if TAKEN_BACK.search(text[max(0, at - NEGATION) : at]):
        return
    line = bisect_right(lines, at) - 1
    low = max(lines[max(0, line - PARAGRAPHS)], at - FAR)
    before = [row for row in rows if low <= row["start"] < at]
    if not before:
        return
    start = max(text.rfind(". ", lines[line], at) + 1, lines[line])
    judge = _lemmas(text[start:at])
    near = before[-1]["start"] < start and bisect_right(lines, before[-1]["start"]) - 1 >= line - 2
    meant = _meant(context, hit, before, near)
    if any(row["stance"] in ("doubted", "denied") and _sentence(context, row) == _sentence(context, meant[0])
           for row in (before if meant else ())):  # fmt: skip
        return  # the sentence behind the claim was read with it
    for row in meant:
        itself = row["claimant"] != "author" and not _lemmas(row["claimant"]).isdisjoint(judge)
        if row["stance"] == "reported" and not itself and row["start"] < start:
            row["stance"] = "denied" if hit["denied"] else "doubted"


def _deny_again(context: Context, rows: list[dict]) -> None:
    """A number that somebody denies or doubts is the one that somebody else told before.

    "The guild said 60 rowers were hurt. … The club denied that 60 people were hurt."
    """
    for place, row in enumerate(rows):
        if row["stance"] not in ("doubted", "denied") or row["best"] is None or abs(row["best"]) < SMALL:
            continue
        for other in reversed(rows[max(0, place - 12) : place]):
            same = (other["best"], other["unit"]) == (row["best"], row["unit"])
            alike = other["kind"] == row["kind"] or not row["noun"] or row["noun"] == other["noun"]
            if same and alike and other["stance"] == "reported" and other["claimant"] != row["claimant"]:
                if row["start"] - other["start"] < FAR:
                    other["stance"] = row["stance"]
                break


def _narrow(context: Context, rows: list[dict]) -> None:
    """Of the figures of one claim that somebody is not convinced of, those stay doubted that his paragraph counts.

    Where it counts none of them, the first: "12 crowns and 40 jobs, they say. Not all are convinced."
    """
    for number, start in context.vague.items():
        doubted = [r for r in rows if r["stance"] == "doubted" and context.sentence_number(r["start"]) == number]
        end = context.text.find("\n", start)
        told = _lemmas(context.text[start : end if end >= 0 else start + FAR]) if len(doubted) > 1 else set()
        kept = [row for row in doubted if not _lemmas(row["noun"]).isdisjoint(told)] or doubted[:1]
        for row in doubted:
            row["stance"] = "doubted" if row in kept else "reported"


def judge_late(context: Context, rows: list[dict]) -> None:
    """Write into the figures of an article what is told against them some paragraphs later.

    rows: the figures in order, with start, best, unit, noun, kind, claimant and stance, which is changed in place.
    """
    if not rows:
        return
    _narrow(context, rows)
    hits = _hits(context.text) if any(row["stance"] == "reported" for row in rows) else []
    lines = _paragraphs(context.text) if hits else []
    for hit in hits:
        _judge(context, hit, rows, lines)
    _deny_again(context, rows)
