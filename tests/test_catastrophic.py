"""No text takes the regular expressions, or the functions others call, more than time in step with its length."""

import gc
import importlib
import pkgutil
import random
import re
import signal
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from re import _constants as code
from re import _parser as parser

import pytest
from conftest import ROOT

import helpers
from helpers.cleaning import extract_html, label_lines
from helpers.corpus import count_words, decode
from helpers.figures import find_figures, other_numbers
from helpers.reports.escape import escape
from helpers.sentences import split_sentences
from helpers.sentiment import target_sentiment
from helpers.tables.store import defuse, undefuse
from helpers.vocabulary import loaded_terms
from helpers.voice import find_quotes

SINGLE = " 1,\"“”'’aA-–(.\n\t\u00a0_=%$:;/<&é"
MIXED = ("a a a ", "A A ", "Aa Aa ", "1-1-", "1,1,", "1 1 ", "1.1.", "a-a-", "A. A. ", "a, a, ", "“a ", '"a" ',
         "'a ", "of the ", "and ", "one hundred and ", "a.a'", "a.a.", "a\n", "a \n", " \n", "1 and 1 ",
         "said ", "$1 ")  # fmt: skip
SIZE = 12_000  # characters: exponential and cubic growth runs out of time here, quadratic growth is seen
NOTICED = 0.02  # seconds: below this, time is noise
STEEP = 3.0  # times as long for twice the text; 2 is linear, 4 quadratic
SECONDS = 10  # nothing here may run longer


def modules() -> list:
    """All modules of the package but those that run a command."""
    found = [m.name for m in pkgutil.walk_packages(helpers.__path__, "helpers.") if not m.name.endswith("__main__")]
    return [importlib.import_module(name) for name in found]


def patterns_in(value: object, depth: int = 5) -> Iterator[re.Pattern]:
    """Compiled patterns in a value, its items, and the attributes of its own kind of object."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        yield from (p for pair in value.items() for item in pair for p in patterns_in(item, depth - 1))
    elif depth and isinstance(value, (list, tuple, set, frozenset)):
        yield from (p for item in value for p in patterns_in(item, depth - 1))
    elif depth and type(value).__module__.startswith("helpers"):
        yield from patterns_in(vars(value) if hasattr(value, "__dict__") else {}, depth - 1)


def all_patterns() -> dict[str, re.Pattern]:
    """Every compiled pattern of the package, under the name of its module and variable."""
    found: dict[re.Pattern, str] = {}
    for module in modules():
        for name, value in vars(module).items():
            if not name.startswith("__"):
                for number, pattern in enumerate(patterns_in(value)):
                    found.setdefault(pattern, f"{module.__name__}.{name}[{number}]")
    return {name: pattern for pattern, name in found.items() if isinstance(pattern.pattern, str)}


PATTERNS = all_patterns()


def _letter(options: list) -> str:
    """A character that a set takes."""
    kinds = {code.CATEGORY_DIGIT: "1", code.CATEGORY_SPACE: " ", code.CATEGORY_WORD: "a", code.CATEGORY_NOT_SPACE: "a",
             code.CATEGORY_NOT_DIGIT: "a", code.CATEGORY_NOT_WORD: " "}  # fmt: skip
    if options[0][0] is code.NEGATE:
        return next((c for c in "a1 .-" if not any(o == (code.LITERAL, ord(c)) for o in options)), "z")
    kind, value = options[-1]
    return chr(value[0]) if kind is code.RANGE else kinds[value] if kind is code.CATEGORY else chr(value)


def example(tree: parser.SubPattern, chance: random.Random) -> str:
    """A text that a parsed pattern might match, its branches taken by chance."""
    out = []
    for kind, value in tree:
        if kind is code.LITERAL:
            out.append(chr(value))
        elif kind is code.IN:
            out.append(_letter(value))
        elif kind in (code.ANY, code.NOT_LITERAL):
            out.append("a")
        elif kind is code.BRANCH:
            out.append(example(chance.choice(value[1]), chance))
        elif kind is code.SUBPATTERN:
            out.append(example(value[3], chance))
        elif kind is code.ATOMIC_GROUP:
            out.append(example(value, chance))
        elif kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            out.append(example(value[2], chance) * min(max(value[0], 1), 3))
    return "".join(out)


def pumps(tree: parser.SubPattern, before: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """(text before, text to repeat) for each repetition of a parsed pattern: how an expression is slowed down."""
    for place, (kind, value) in enumerate(tree):
        here = before + example(tree[:place], chance)
        if kind in (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT):
            if value[1] > 8:
                yield here, example(value[2], chance)
            yield from pumps(value[2], here, chance)
        elif kind is code.SUBPATTERN:
            yield from pumps(value[3], here, chance)
        elif kind is code.BRANCH:
            for branch in value[1][:6]:
                yield from pumps(branch, here, chance)


def nasty(pattern: re.Pattern) -> list[tuple[str, str]]:
    """(text before, text to repeat) of the inputs a pattern is tried on."""
    chance, tree = random.Random(7), parser.parse(pattern.pattern, pattern.flags)
    whole = {example(tree, chance) for _ in range(4)}
    own = [("", text[:cut]) for text in whole for cut in (len(text), -1) if text[:cut].strip("\0")]
    pumped = list(dict.fromkeys(pair for pair in pumps(tree, "", chance) if pair[1]))[:12]
    return [("", unit) for unit in (*SINGLE, *MIXED)] + own + pumped + [("", f"{unit} ") for _, unit in own[:2]]


@contextmanager
def limited(seconds: float, what: str) -> Iterator[None]:
    """Stop what runs too long; the engine of regular expressions looks for signals now and then."""

    def stop(*_: object) -> None:
        raise AssertionError(f"{what} took more than {seconds} s")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)  # of its own time, however busy the machine is
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def seconds_for(run, text: str, most: int = 1) -> float:
    """The shortest of a few times that a run on the text takes."""
    times = []
    for _ in range(most):
        begun = time.process_time()
        run(text)
        times.append(time.process_time() - begun)
    return min(times)


def steepest(run, before: str, unit: str) -> float:
    """How many times as long twice the text takes; 2 where the text takes too little time to tell."""
    text = before + unit * (SIZE // len(unit) + 1) + "\x01"
    if seconds_for(run, text) < NOTICED or seconds_for(run, text, 3) < NOTICED:
        return 2.0
    double = before + unit * (2 * SIZE // len(unit) + 2) + "\x01"
    return seconds_for(run, double, 3) / seconds_for(run, text, 3)


def test_the_patterns_of_the_package_are_found():
    assert len(PATTERNS) > 100
    assert any(name.startswith("helpers.voice") for name in PATTERNS)


@pytest.mark.parametrize("slow", [r"(a+)+$", r"(?:a|a)*b", r"\s+$", r"\d*,\d*,\d*;", r"“[^”]*”"])
def test_the_check_finds_patterns_that_are_known_to_be_slow(slow):
    pattern = re.compile(slow)
    with pytest.raises(AssertionError):
        check_pattern(slow, pattern, seconds=0.2)


SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "helpers").rglob("*.py")))


def method_of(name: str, pattern: re.Pattern):
    """How the package uses a pattern: at one place where it is only ever matched there, else all over a text."""
    variable = name.rpartition(".")[2].partition("[")[0]
    used = set(re.findall(rf"\b{variable}\.(\w+)\(", SOURCE)) - {"get"}
    if used and used <= {"match", "fullmatch"}:
        return pattern.fullmatch if used == {"fullmatch"} else pattern.match
    return lambda text: sum(1 for _ in pattern.finditer(text))


def check_pattern(name: str, pattern: re.Pattern, *, seconds: float = SECONDS) -> None:
    """Try a pattern on its nasty inputs; raises AssertionError for the first that grows out of step."""
    run = method_of(name, pattern)
    for before, unit in nasty(pattern):
        with limited(seconds, f"{name} on {unit[:30]!r} after {before[:30]!r}"):
            ratio = steepest(run, before, unit)
            ratio = ratio if ratio < STEEP else min(ratio, steepest(run, before, unit))  # a busy machine
        assert ratio < STEEP, f"{name}: {ratio:.1f} times as long for twice the text of {unit[:30]!r} after {before!r}"


# Known to grow out of step over a long text, and why they never see one: a number of characters is all that their
# callers show them at once, and of that length every text is tried below.
KNOWN = {
    "charts.svg._METADATA": "drawings of this build, whose labels hold no <",
    "charts.svg._LONG": "the same: coordinates",
    "charts.svg._BREAKS": 300,  # a label
    "reports.page.HEADING": "pages of this build, in which every text is escaped",
    "reports.page.ANCHOR": "the same",
    "reports.page.TAG": "the same: one heading",
    "measure.cleaning.PRINTED": "what a scorer of ours prints",
    "cleaning.augment.SENTENCE": "pages made for training",
    "cleaning.marks.DATE_PIECE": 100,  # a line that may be a date, in is_date
    "figures.aliases.LAST_WORD": 24,
    "figures.sources.PUT_AT": 200,  # what stands before a number, in nominal_source
    "figures.sources.AS_SAYS": 240,  # what stands after it
    "figures.sources.TRAILING": 240,
    "sentiment.spans.DRIVER": "drivers this build wrote",
    "voice.complement.LEADING": 140,  # what follows a cue, in has_complement
    "voice.attribution.DIRECT_NEXT": 60,  # in _participle
    "voice.attribution.TAIL": "matched where a name ends, never searched",
    "voice.blocks.BRINGS": 600,  # what _last_sentence gives
    "voice.classes.RELATIVE": 260,  # WINDOW, before a cue in subject_left
    "voice.classes.SECOND_START": 260,  # the same, and after it in phrase_right
    "voice.phrases.SECOND_NUMBER": 260,
}
QUICK = 0.01  # seconds that a pattern may take for the longest text it is shown


def is_known(name: str) -> bool:
    """Say whether a pattern is on that list."""
    return short(name) in KNOWN


def short(name: str) -> str:
    """The name of a pattern as that list has it."""
    return name.removeprefix("helpers.").rpartition("[")[0]


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in PATTERNS if not is_known(name)])
def test_a_pattern_grows_in_step_with_the_text(name):
    check_pattern(name, PATTERNS[name])


SHOWN = {name: KNOWN[short(name)] for name in PATTERNS if isinstance(KNOWN.get(short(name)), int)}


@pytest.mark.parametrize("name", SHOWN)
def test_a_pattern_that_sees_short_texts_only_is_quick_on_them(name):
    run = method_of(name, PATTERNS[name])
    for before, unit in nasty(PATTERNS[name]):
        text = (before + unit * SHOWN[name])[: SHOWN[name] - 1] + "\x01"
        with limited(SECONDS, f"{name} on {unit[:30]!r}"):
            assert seconds_for(run, text) < QUICK or seconds_for(run, text, 5) < QUICK, (name, before, unit)


def test_the_list_of_known_patterns_names_what_there_is():
    assert set(KNOWN) <= set(map(short, PATTERNS))


# The functions that others call


def as_page(text: str) -> bytes:
    """A text as a page in HTML, a paragraph a line."""
    return ("<html><body><article>" + "".join(f"<p>{x}</p>" for x in text.split("\n")) + "</article></html>").encode()


FUNCTIONS = {
    "label_lines": label_lines,
    "extract_html": lambda text: extract_html(as_page(text)[: len(text)]),
    "extract_html of a text": lambda text: extract_html(text.encode()),
    "split_sentences": split_sentences,
    "find_quotes": find_quotes,
    "find_figures": find_figures,
    "other_numbers": other_numbers,
    "target_sentiment": lambda text: target_sentiment(text, len(text) // 2, len(text) // 2 + 4),
    "loaded_terms": loaded_terms,
    "count_words": count_words,
    "decode": lambda text: decode(text.encode()),
    "defuse": lambda text: undefuse(defuse(text)),
    "escape": escape,
}
NASTY = {
    "spaces": " ", "digits": "1", "commas": ",", "quotes": '"', "curly": "“", "letters": "a", "capitals": "A",
    "brackets": "(", "lines": "\n", "dots": ".", "words": "a a a ", "ones": "1-1-1-", "pairs": "1,1 ", "open": "“a ",
    "straight": 'a "b ', "single": "'a ", "names": "Ada Moss ", "said": "said Ada Moss, ", "tags": "<b>",
    "numbers": "one hundred and ", "said in quotes": "“No,” he said. ", "short lines": "a\n", "entities": "&#60;",
    "marks": "a\u0301\u0301", "no-break": "\u00a0", "tabs": "\t",
    "figures": "some 5,000 of 40,000 boats, ", "unclosed": "“It is, he said. ", "lists": "1. a\n", "dashes": "— ",
}  # fmt: skip
MOST = 20  # times the time per character of a plain article
ARTICLE = (ROOT / "data" / "sample" / "articles" / "01_steadfast_levee.txt").read_text(encoding="utf-8")


def repeated(unit: str, size: int) -> str:
    """A text of this length made of one unit."""
    return (unit * (size // len(unit) + 1))[:size]


def inside(unit: str, size: int) -> str:
    """The same in the middle of a line of words, where nothing strips it."""
    return f"Bridge closed\n\nThe council said that{repeated(unit, size)}it had counted 40 boats on Monday.\n"


# What remembers texts read before (word lists and single words apart).
REMEMBERED = range(1_000, 50_000)  # texts
MEMORIES = {id(value): value for module in modules() for value in vars(module).values()
            if hasattr(value, "cache_info") and value.cache_info().maxsize in REMEMBERED}.values()  # fmt: skip


def seconds_to_read(run, text: str, most: int = 1) -> float:
    """The shortest of a few times that a run takes for a text that it has not read before."""

    def read(text: str) -> float:
        for memory in MEMORIES:
            memory.cache_clear()
        return seconds_for(run, text)

    return min(read(text) for _ in range(most))


def check_functions(size: int, names: Iterable[str], make=inside) -> list[str]:
    """Functions that take more than MOST times as long for a nasty text as for a plain article of the same length."""
    slow = []
    gc.freeze()  # what other tests left is not gone through in the middle of a reading
    for name in names:
        run = FUNCTIONS[name]
        run(ARTICLE)  # word lists are read once
        plain = max(seconds_to_read(run, repeated(ARTICLE, size), 3), NOTICED / 4)
        for case, unit in NASTY.items():
            text = make(unit, size)
            with limited(120, f"{name} on {case}"):
                taken = seconds_to_read(run, text)
                if taken > MOST * plain:
                    taken = seconds_to_read(run, text, 3)
            if taken > MOST * plain:
                slow.append(f"{name} on {case}: {taken / plain:.0f} times as long as a plain article")
    gc.unfreeze()
    return slow


def test_no_text_of_5_kb_takes_a_function_much_longer_than_an_article():
    assert check_functions(5_000, FUNCTIONS) == []


@pytest.mark.slow
@pytest.mark.parametrize("make", [inside, repeated])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_no_long_text_takes_a_function_much_longer_than_an_article(name, make):
    assert check_functions(100_000, [name], make) == []
