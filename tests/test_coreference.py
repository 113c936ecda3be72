"""Who is meant: the cast of a text, and weights that are learnt from invented articles, the same each time."""

import json
import re
import time

import numpy as np
import pytest
from conftest import ROOT

from helpers.voice import find_quotes, find_speakers
from helpers.voice.coreference import train
from helpers.voice.coreference.cast import Cast
from helpers.voice.coreference.choose import Whom, weighed
from helpers.voice.coreference.features import Asked, candidates
from helpers.voice.coreference.words import FIRST_NAMES
from helpers.voice.quotes import quotations_of, referent

# None of these stands among the articles.
MEANT = [
    ("Ana Lund beat Bo Wirth at chess. “I saw it coming,” she said.", "Ana Lund"),
    ("Ana Lund beat Bo Wirth at chess. “I saw nothing,” he said.", "Bo Wirth"),
    ("The council rang Ana Lund at noon. “We are sorry,” it said in a letter.", "council"),
    ("Residents met Ana Lund on the quay. “We have no water,” they told her.", "Residents"),
    ("Ana Lund’s brother Bo keeps bees. “They slept all winter,” he says.", "Bo"),
    ("Mr Wirth met a nurse. “You look pale,” she told him.", "nurse"),
    ("Bo Wirth, 43, sells eels. Jon Ost buys them. “Never on Mondays,” the 43-year-old said.", "Bo Wirth"),
    ("The reeve of Orr, Ana Lund, came late. Bo Wirth did not. “Traffic,” the reeve said.", "Ana Lund"),
    ("A man who gave his name as Jory stood by. “I saw two boats,” he said.", "Jory"),
    ("Ana Lund was not amused.\n“I have had enough of this.”", "Ana Lund"),
    ("The bakers’ guild met at noon. Bread costs more in Orr. “Blame the mill,” it said.", "guild"),
    ("The Orr Valley water board shut two wells. “It was the heat,” it said.", "water board"),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_the_one_who_fits_is_meant(text, name):
    assert name in find_quotes(text).speaker.iloc[-1]


def test_the_weights_are_what_tells_them(monkeypatch):
    right = sum(name in find_quotes(text).speaker.iloc[-1] for text, name in MEANT)
    monkeypatch.setattr("helpers.voice.coreference.choose._weights", lambda: {"none": {}})
    without = sum(name in find_quotes(text).speaker.iloc[-1] for text, name in MEANT)
    assert without < right


def test_a_cast_knows_names_offices_and_pronouns():
    text = "Harbour commissioner Ana Lund, 43, met Dr Wirth of Orr Foods. The commissioner was late; Lund ran."
    cast = Cast(text)
    cast.read(0, len(text), [])
    lund, wirth, foods = (cast.bearers([name], len(text)) for name in ("Lund", "Wirth", "Foods"))
    assert (lund.name, lund.kind, lund.pronoun, lund.alone) == ("Ana Lund", "person", "she", "last")
    assert {"commissioner", "43-year-old"} <= lund.offices
    told = [text[one.start : one.end] for one in cast.told if one.entity is lund]
    assert told == ["Ana Lund", "commissioner", "Lund"]
    assert (wirth.name, wirth.kind, foods.kind) == ("Dr Wirth", "person", "group")


NAMED = [
    ("Cheap imports hurt the mill.", []),
    ("Bread costs more.", []),
    ("Norbank costs more.", ["Norbank"]),
    ("Brown said no. The grocer met Brown.", ["Brown"]),
    ("Hunt left. The reeve saw Hunt.", ["Hunt"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_a_common_word_that_opens_a_sentence_is_no_name(text, names):
    cast = Cast(text)
    cast.read(0, len(text), [])
    assert sorted({one.entity.name for one in cast.told if one.entity.named}) == names


def test_nobody_is_meant_where_nobody_was_told_of():
    assert referent("He said no.", "he", 0) == ""
    assert find_speakers("He said that 40 came.", 0, 21)[0].speaker == "He"


def test_a_description_outweighs_nobody_only_with_some_margin():
    reading = quotations_of("Ana Lund left. “No,” the keeper said.")
    asked = Asked("description", 15, words="the keeper")
    whom = Whom(reading.outer, [part[:2] for part in reading.paragraphs], lambda number: ([0, 15], []))
    whom.mean(Asked("he", 15))
    found = candidates(whom.cast, [0, 15], [0], asked, whom.past)
    assert [entity and entity.name for entity, _ in found] == ["Ana Lund", None]
    even = {"description": {found[0][1][0]: 0.5}}
    assert weighed(asked, found, even) == 1
    assert weighed(asked, found, {"description": {found[0][1][0]: 1.5}}) == 0


def test_a_text_twice_as_long_takes_no_more_than_thrice_as_long():
    line = "Nurse Ana{0} Lund{0} met the mayor of Orr, Bo{0} Wirth{0}. “No,” the nurse said. “Yes,” he said.\n"

    def seconds(count: int) -> float:
        text = "".join(line.format("abcdefghij"[n % 10] + "klmnopqrst"[n // 10 % 10] + str(n)) for n in range(count))
        start = time.process_time()
        find_quotes(text)
        return time.process_time() - start

    seconds(50)
    short, long = min(seconds(150) for _ in range(3)), min(seconds(300) for _ in range(3))
    assert long < 3 * short + 0.05, (short, long)


def test_articles_tell_speakers_and_pronouns_of_their_own_text():
    for article in train.read_articles():
        assert article.writer and (article.quotes or article.pronouns or article.claims)
        for start, name in article.quotes.items():
            assert set(article.text[max(0, start - 2) : start]) & set("“‘\"'«„`") and name
        for start, name in article.pronouns.items():
            assert re.match(r"(?:he|she|they|it)\b", article.text[start:], re.I) and name
        for start, name in article.claims.items():
            assert re.match(r"(?:he|his|she|her|they|their|its?)\b", article.text[start:], re.I) and name


def test_first_names_are_told_one_way():
    assert len(FIRST_NAMES) > 5_000 and set(FIRST_NAMES.values()) == {"he", "she"}


@pytest.mark.slow
def test_training_gives_the_same_weights_twice_and_beats_the_last_one_told():
    articles = [article for article in train.read_articles() if article.pronouns]
    examples = [example for article in articles[:200] for example in train.examples_of(article)]
    (names, values), (again, same) = train.fit(examples), train.fit(examples)
    assert names == again and np.array_equal(values, same)
    held = [example for article in articles[200:300] for example in train.examples_of(article)]
    right = train.share_right(held, dict(zip(names, values.tolist(), strict=True)))
    share = sum(count for (_, hit), count in right.items() if hit) / sum(right.values())
    nearest = sum(bool(example.right) and example.right[0] for example in held) / len(held)
    assert share > nearest + 0.2, (share, nearest)


def test_the_notes_say_what_the_weights_were_trained_on():
    notes = json.loads((ROOT / "data" / "models" / "antecedents.json").read_text(encoding="utf-8"))
    assert notes["articles"] == len(train.read_articles())
    told = notes["measured"]["speakers of quotations"]
    assert told["n"] > 1_000 and 0.5 < told["right"] < 1
