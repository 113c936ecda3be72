"""Lines around an article that go by their form: heads, credits, lists that go on, turns of talk, the author again."""

import pytest

from helpers.cleaning import label_lines
from helpers.cleaning.excerpts import find_excerpts
from helpers.cleaning.lines import cut_lines
from helpers.cleaning.marks import is_date, leads_to
from helpers.cleaning.signed import dated_name, is_agency, is_signed

BODY = [
    "The ferry between Brill and Tarn Head stopped running on Monday after a crack was found in its ramp.",
    "Engineers of the harbour board said the ramp had moved by four centimetres since the spring inspection.",
    "About nine hundred people use the crossing every working day, most of them on their way to the mills.",
    "“We will not open it again before the steel has been tested,” said Odo Brandt, who runs the harbour board.",
]


def _labels(*lines: str) -> dict[str, str]:
    text = "\n".join(lines)
    found = label_lines(text)
    return {text[row.start : row.end]: row.label for row in found.itertuples()}


def _line(text: str):
    return cut_lines(text)[0]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Published Wed, Mar 4 20266:40 AM ESTUpdated Thu, Mar 5 20269:12 PM EST", True),
        ("March 4, 2026Updated: March 5, 2026 9:12 p.m.", True),
        ("Nov. 20 Lantern Festival", False),
        ("Room 20197", False),
    ],
)
def test_dates_that_a_dump_has_glued_together(text, wanted):
    assert is_date(_line(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("TarnPost August 08, 2018", "byline"),
        ("Tilda Marsh - May 3, 2019 at 5:30 pm", "byline"),
        ("6:40 AM CET 03/04/2026 by Tilda Marsh", "date"),
        ("19 November 2019 Harbour closed again for the winter", ""),
        ("Tarn Head World Cup 2018", ""),
        ("Tilda Marsh was born on 3 May 1961.", ""),
    ],
)
def test_a_name_and_a_date_in_one_line(text, wanted):
    assert dated_name(_line(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Associated Press", True),
        ("Reuters, Brill,", True),
        ("Tarn Post wire services", True),
        ("Associated Press writers met in Brill", False),
        ("Harbour board staff walked out", False),
    ],
)
def test_agencies_as_authors(text, wanted):
    assert is_agency(_line(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tilda Marsh @tildamarsh / 2 days", True),
        ("Tilda Marsh@tildamarsh", True),
        ("tilda.marsh@tarnpost.example", False),
        ("Ferry stops @ Brill", False),
    ],
)
def test_a_name_with_a_handle_signs(text, wanted):
    assert is_signed(_line(text)) == wanted


def test_a_word_alone_that_leads_to_a_name_or_a_date():
    told = ("By", "Written by:", "Last updated:", "Updated", "Update on the ferry")
    assert [leads_to(_line(text)) for text in told] == ["byline", "byline", "date", "date", ""]


def test_parts_of_a_head_on_lines_of_their_own():
    head = ("Written by", "Tilda Marsh", "Last updated:", "3 May 2019")
    found = _labels("Ferry stops after crack is found", *head, *BODY)
    assert [found[text] for text in ("Written by", "Tilda Marsh")] == ["byline", "byline"]
    assert [found[text] for text in ("Last updated:", "3 May 2019")] == ["date", "date"]


def test_a_picture_above_the_article_is_described_and_credited():
    shown = "The old ferry at its berth in Brill"
    found = _labels("Ferry stops after crack is found", "By Tilda Marsh", "3 May 2019", shown, "© Odo Brandt", *BODY)
    assert found[shown] == found["© Odo Brandt"] == "caption"
    found = _labels("Ferry stops after crack is found", "By Tilda Marsh", shown, "Odo Brandt, ASSOCIATED PRESS", *BODY)
    assert found[shown] == found["Odo Brandt, ASSOCIATED PRESS"] == "caption"


def test_the_title_behind_a_menu_gives_way_to_the_title_alone():
    title = "Ferry Between Brill And Tarn Head Stops After Crack Is Found"
    found = _labels(f"HomeLatest News {title}", "Menu", title, "Tilda Marsh", "3 May 2019", *BODY)
    assert found[title] == "title"
    assert found[f"HomeLatest News {title}"] == "boilerplate"


def test_names_of_sections_with_a_gap_are_no_title():
    title = "Harbour: Board Closes Ferry Ramp In Brill"
    found = _labels("Home \u00a0 Bookmark and Share", title, "", "By Tilda Marsh", "", *BODY)
    assert found[title] == "title"
    assert found["Home \u00a0 Bookmark and Share"] == "boilerplate"


def test_a_list_of_dates_goes_on_to_its_end():
    stops = [f"June {day} -- Harbour Hall, pier {day}" for day in range(2, 30)]
    found = _labels("Ferry choir sets summer dates", *BODY, "The dates of the summer:", *stops, "More from Tarn Post")
    assert {found[stop] for stop in stops} == {"body"}
    assert found["More from Tarn Post"] == "boilerplate"


def test_dates_of_other_posts_are_no_part_of_the_article():
    posts = [f"{day} June 2019 - Harbour Hall closed for the day" for day in range(2, 9)]
    found = _labels("Ferry stops after crack is found", *BODY, "Recent posts", *posts)
    assert {found[post] for post in posts} == {"boilerplate"}


def test_turns_of_a_conversation_are_the_article():
    talk = [
        "Tilda: How long had the crack been there before anybody looked at the ramp?",
        "Odo: Since the spring, we think, but nobody can say for certain how it began.",
        "Tilda: And nobody saw it?", "Odo: No, ma'am.",
        "Tilda: The board has had the money for a new ramp since last year, as far as I know.",
        "Odo: It has, and we are building it now, which takes longer than anybody would like.",
    ]  # fmt: skip
    found = _labels("A talk about the ferry ramp", "By Tilda Marsh", "", *BODY[:2], *talk, "", "Share", "Comments")
    assert {found[turn] for turn in talk} == {"body"}


@pytest.mark.parametrize(
    ("below", "wanted"),
    [
        (["Tilda Marsh"], "byline"),
        (["Tilda Marsh", "Tilda Marsh is a reporter for the Tarn Post and writes about boats."], "end_matter"),
        (["Advertisement", "More news", "Popular now", "Weather", "Tilda Marsh", "Contact us"], "boilerplate"),
    ],
)
def test_the_author_named_again_below_the_article(below, wanted):
    text = "\n".join(["Ferry stops after crack is found", "Tilda Marsh", "3 May 2019", *BODY, *below])
    found = [row.label for row in label_lines(text).itertuples() if text[row.start : row.end] == "Tilda Marsh"]
    assert found == ["byline", wanted]


TEASERS = [
    "Ferry board of Brill buys second ramp", "Mills of Tarn Head lose working day", "Odo Brandt runs the board",
    "Harbour board: steel of the ramp is tested", "Engineers find crack in Brill ferry ramp",
]  # fmt: skip


def test_the_title_stands_above_byline_and_date_though_teasers_come_between():
    title = "The Ferry Clock"
    found = _labels("Home", "Sport", title, "By Tilda Marsh", "3 May 2019", "Just watched", *TEASERS, *BODY)
    assert [text for text, label in found.items() if label == "title"] == [title]


def test_a_title_with_its_own_head_gives_way_to_no_teaser_with_another():
    title = "Crossing closed as crack is found in ramp"
    found = _labels("Home", TEASERS[0], "By Ines Kolb", "1 May 2019", "", title, "By Tilda Marsh", "3 May 2019", *BODY)
    assert [text for text, label in found.items() if label == "title"] == [title]


def test_names_of_a_menu_sign_no_article():
    menu = ["Harbour Lights", "Share Tweet Submit", "Tarn Post"]
    found = _labels(*menu, "Ferry stops after crack is found", "Tilda Marsh", "3 May 2019", *BODY, "Share Tweet Submit")
    assert found["Tilda Marsh"] == "byline"
    assert found["Share Tweet Submit"] == "boilerplate"


@pytest.mark.parametrize("below", ["— O.D.B.", "T. M.", "(tm/ob)", "T. Marsh / O. Brandt", "– Tilda Marsh", "T.O'B."])
def test_initials_below_the_last_paragraph_sign_it(below):
    found = _labels("Ferry stops after crack is found", "3 May 2019", "", *BODY, below, "", "More news", "Contact us")
    assert found[below] == "byline"


@pytest.mark.parametrize("below", ["U.S.", "and/or", "Harbour Lights", "Sport / Weather", "a/c", "- Next Harbour News"])
def test_other_short_lines_below_it_do_not(below):
    found = _labels("Ferry stops after crack is found", "3 May 2019", "", *BODY, below, "", "More news", "Contact us")
    assert found[below] != "byline"


POINTS = ["• Crack found in the ramp at Tarn Head", "• Nine hundred people cross every working day"]


@pytest.mark.parametrize("head", [["By Tilda Marsh", "3 May 2019"], ["Board says steel must be tested first"]])
def test_a_list_below_the_title_sums_the_article_up(head):
    found = _labels("Home", "Sport", "Ferry stops after crack is found", *head, *POINTS, *BODY)
    assert {found[point] for point in POINTS} == {"dek"}
    assert found[BODY[0]] == "body"


@pytest.mark.parametrize(
    "listed", [["• What the board does", "• Who may cross?"], ["• Sign in to comment", "• Get the Tarn Post app"]]
)
def test_other_lists_below_the_title_do_not(listed):
    found = _labels("Home", "Sport", "Ferry stops after crack is found", "By Tilda Marsh", *listed, *BODY)
    assert "dek" not in found.values()


def test_the_last_sentence_of_a_bare_text_stays():
    last = "Mayor Ines Kolb said the town would “leave no bolt unturned”."
    assert _labels("Ferry stops after crack is found", "", *BODY, "", last)[last] == "body"


def test_a_few_words_of_a_paragraph_make_a_crosshead():
    found = _labels("Ferry stops after crack is found", "By Tilda Marsh", *BODY[:2], "The harbour board", *BODY[2:])
    assert found["The harbour board"] == "body"


@pytest.mark.parametrize(
    ("announcing", "below", "copied"),
    [
        ("The report of the board names what its engineers found, the causes are:", "Salt in the old joints", False),
        ("In the statement the board told what it wants to mend this year:", "o The ramp at Tarn Head", False),
        ("Her letter says what a skipper should look at, such as:", "✔ The ramp and both of its chains", False),
        ("The board put out a statement on Monday evening:", "The ramp stays closed until the steel is tested.", True),
        ("The letter of the board to all skippers reads as follows:", "The ramp stays closed until May.", True),
    ],
)
def test_a_colon_announces_a_list_or_a_text(announcing, below, copied):
    lines = cut_lines("\n\n".join([*BODY[:2], announcing, below, *BODY[2:]]))
    assert (3 in find_excerpts(lines)) == copied


@pytest.mark.parametrize("handle", ["@brill_harbour", "@brill_harbour · 13:09", "@brill_harbour: 2 May"])
def test_the_handle_below_a_name_heads_a_post(handle):
    told = ["The harbour board posted this statement:", "Brill Harbour", handle, "Ramp shut. Do not queue, please."]
    lines = cut_lines("\n\n".join([*BODY[:2], "\n".join(told), *BODY[2:]]))
    assert find_excerpts(lines)[4] == ("quoted_headline", "headline_of_excerpt")


def test_a_post_that_begins_with_a_handle_is_no_head():
    told = ["The harbour board posted this statement:", "@tarn_mills We shut it so that nobody falls into the harbour."]
    lines = cut_lines("\n\n".join([*BODY[:2], *told, *BODY[2:]]))
    assert find_excerpts(lines)[3] == ("quoted_block", "announced_excerpt")


@pytest.mark.parametrize(("head", "copied"), [(["3 May 2019", "By Ines Kolb"], True), ([], False)])
def test_a_text_with_a_head_of_its_own_is_copied_whatever_announces_it(head, copied):
    told = ["On Monday the Tarn Post came out with:", "Ramp Was Unsafe For Years", *head, BODY[1]]
    assert (3 in find_excerpts(cut_lines("\n\n".join([*BODY[:2], *told, *BODY[2:]])))) == copied
