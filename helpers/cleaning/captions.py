"""Tell the lines that describe a picture or name who made it, by their credit, by where they point, by their tense."""

import re

from helpers.cleaning.lines import Line
from helpers.cleaning.marks import DAY_NAME, MONTH, ends_colon, ends_sentence

CREDITED = 120  # characters at the end of a line where a picture's credit is looked for
LONGEST = 40  # words of the longest line that describes a picture without naming who made it
SCENE = 28  # words of the longest sentence that tells a past day in the present tense
EARLY = 9  # first words of a sentence among which its verb stands
CREDIT_START = re.compile(
    r"(?i:map|chart|graph|graphic|diagram|drawing|cartoon|table)\sby\s[A-Z]|(?:Image|Media)\s(?i:copyright|caption|source)\b|Credit:\s[A-Z]"
)
CREDIT = re.compile(
    r"(?:^|[\s(\[|/–—])(?i:photo(?:graph(?:y|er)?)?s?|pictures?|images?|illustrations?|graphic|credit|file|pics?|foto|bild)\s?(?i::|by\b|credit:|courtesy)"
    r"\s?(?:[^.:]|\b[A-Z]\.){2,60}[.)\]]{0,2}$|[.”\"]\s/\s[A-ZÀ-Þ][^.]{2,40}$"
    r"|(?:^|[\s(\[–—])[A-Z][A-Za-z]{1,20}(?:\s[A-Z]\w{1,20})?/(?:[A-Z](?:\.|\w{1,20})\s[A-Z]\w{1,20}|AFP|AP|EPA|Getty|Reuters)[^.]{0,30}[)\]]?$"
    r"|[.!?]\s©\s?[A-ZÀ-Þ][^.]{2,40}$|[.!?]\s(?i:photo(?:graph)?|picture|image|graphic|source)s?\s(?:from\s)?[A-Z][^.]{2,40}$"
)
MAKER = re.compile(
    r"^(?:©\s?)?[A-ZÀ-Þ][\w’'-]{1,20}(?:\s[A-ZÀ-Þ][\w’'-]{1,20}){0,2}\s/\s[A-ZÀ-Þ][\w’'-]{1,20}(?:\s[A-ZÀ-Þ][\w’'-]{1,20}){0,2}$"
)
CAPITAL = r"[A-ZÀ-Þ][\w.’'-]{0,20}"  # a word of a name, an initial at least
LONGER = CAPITAL.replace("{0", "{1")
NAME = rf"{CAPITAL}(?:\s{CAPITAL}){{0,3}}"
MADE = re.compile(  # who made a picture, alone on a line
    rf"^©\s?{LONGER}(?:\s{LONGER}){{0,3}}$"
    rf"|^(?:Courtesy|COURTESY)(?:\s(?i:of))?:?\s{LONGER}(?:\s{LONGER}){{0,3}}$"
    rf"|^\({NAME}\s?[,/|]\s?{LONGER}(?:\s{LONGER}){{0,2}}\)$"
    rf"|^{NAME}(?:,\s(?:ASSOCIATED\sPRESS|AP(?:\sPhoto)?|AFP|REUTERS|EPA|Getty(?:\sImages)?)|/[A-Z]{{5,12}})$"
)
NAME_AND_AGENCY = re.compile(
    rf"^{NAME},\s(?:The\s)?(?:Associated\sPress|AP|Reuters|AFP|EPA|Bloomberg|Getty(?:\sImages)?)$"
)
NAMED = re.compile(
    r"\w{3}[.!?”]\s[A-ZÀ-Þ][\w’'-]{1,20}(?:\s[A-ZÀ-Þ][\w’'-]{1,20}){1,2}(?:\sfor\s[A-ZÀ-Þ][\w’'-]{1,20})?$"
)  # after a sentence
KEPT_PICTURE = re.compile(
    r"[(\[](?i:archive|archives|file|file\s(?:photo|picture|image)|library|handout|agency|agencies|illustration|illustrative|screenshot|supplied"
    r"|(?:photo|picture|image)s?:?\s[^()\[\]]{2,50}|archiv|archivo|courtesy\s[^()\[\]]{2,50})[)\]]\.?$"
    r"|(?:^|[.,;:–—]\s)(?i:(?:file|archive|library|stock|handout)\s(?:photo|picture|image|footage)(?:graph)?)\.?$"
)
POINTS = re.compile(
    r"^(?i:above|below|left|right|top|bottom|centre|center|main|inset|pictured|(?:top|bottom|far)\s(?:left|right)|clockwise|from\s(?:left|right)"
    r"|left\sto\sright|l-r)(?:\s(?:and|to)\s\w{4,6})?(?::|,\sfrom\b|\sfrom\b)\s"
    r"|\((?i:(?:pictured|seen|shown|standing|sitting)?(?:\s?(?:second|third|far|front|back|top|bottom|row|in)){0,2}\s?"
    r"(?:left|right|centre|center|above|below|inset|pictured|background|foreground)(?:\sfrom\s(?:left|right))?)\)"
    r"|,\s(?:pictured|seen\shere|shown\shere)\b|\b(?:is|are)\spictured\b|\bpictured\s(?:here|above|below|with|at|in|on|outside|last)\b"
)
MAKING = frozenset(["by", "courtesy", "photo", "foto", "source"])  # before a name where no sign parts the two
AGENCY = re.compile(
    r"^[(\[]?(?:Getty(?:\sImages)?|iStock(?:photo)?|Shutterstock|Alamy|AFP|AP|EPA|Reuters|REUTERS|PA(?:\sMedia|\sWire)?)[)\]]?$"
)  # a picture's agency alone
PICTURES = frozenset(["photo", "picture", "image", "footage", "photograph"])
POINTING = frozenset([
    "above", "below", "left", "right", "top", "bottom", "centre", "center", "main", "inset", "pictured", "clockwise",
    "l", "seen", "shown", "background", "foreground",
])  # fmt: skip
WHEN = re.compile(
    rf"\b(?:on|early\son|late\son|this|last|early|late)\s{DAY_NAME}\b|\byesterday\b|\blast\s(?:night|week|month)\b"
    rf"|\bearlier\s(?:this|today)\b|\bthis\smorning\b|\bin\s{MONTH}\s(?:19|20)\d\d\b"
    rf"|\bon\s(?:{MONTH}\.?\s\d{{1,2}}|\d{{1,2}}\s{MONTH})\b",
    re.IGNORECASE,
)
SCENES = frozenset([
    "addresses", "address", "arrive", "arrives", "attend", "attends", "board", "boards", "carries", "carry",
    "celebrate", "celebrates", "check", "checks", "chant", "chants", "clean", "cleans", "clear", "clears", "climb",
    "climbs", "cross", "crosses", "deliver", "delivers", "embrace", "embraces", "enter", "enters", "examine",
    "examines", "fight", "fights", "fill", "fills", "gather", "gathers", "gesture", "gestures", "greet", "greets",
    "guard", "guards", "hand", "hands", "hold", "holds", "hug", "hugs", "inspect", "inspects", "kneel", "kneels",
    "lay", "lays", "leave", "leaves", "lie", "lies", "lift", "lifts", "line", "lines", "listen", "listens", "load",
    "loads", "look", "looks", "march", "marches", "paint", "paints", "parade", "parades", "pass", "passes",
    "patrol", "patrols", "peel", "peels", "play", "plays", "pose", "poses", "pray", "prays", "prepare", "prepares",
    "protest", "protests", "pull", "pulls", "push", "pushes", "queue", "queues", "reads", "react", "reacts", "rest",
    "rests", "ride", "rides", "rise", "rises", "search", "searches", "shake", "shakes", "shelter", "shelters",
    "shout", "shouts", "show", "shows", "sign", "signs", "speak", "speaks", "stand", "stands", "survey", "surveys",
    "sweep", "sweeps", "take", "takes", "talk", "talks", "test", "tests", "tours", "unload", "unloads", "visit",
    "visits", "wade", "wades", "wait", "waits", "walk", "walks", "watch", "watches", "wave", "waves", "wear",
    "wears", "wheel", "wheels",
])  # fmt: skip
BEFORE_NOUNS = frozenset([
    "the", "a", "an", "of", "to", "in", "on", "at", "for", "by", "with", "and", "no", "his", "her", "their", "its",
    "our", "my", "this", "that", "these", "each", "every",
])  # fmt: skip
PAST = frozenset(["said", "told", "had", "was", "were", "has", "did", "would", "could", "will", "may", "must", "can"])
POSES = frozenset([
    "hugs", "embraces", "celebrates", "waves", "poses", "gestures", "greets", "kneels", "kisses",
    "slides", "wheels", "shakes",
])  # fmt: skip
PRONOUNS = frozenset([
    "i", "we", "he", "she", "they", "it", "you", "his", "her", "their", "my", "our", "this", "that", "there",
])  # fmt: skip


def is_credited(line: Line) -> bool:
    """A short line that ends by naming whose picture it describes."""
    if not 2 <= line.n_words <= 60 or line.text[0] in "*-•·":
        return False
    if CREDIT_START.match(line.text):
        return True
    tail = line.text[-CREDITED:]
    marked = "/" in tail or ":" in tail or "©" in tail or not MAKING.isdisjoint(line.lower[-20:])
    if marked and line.n_words >= 3 and (CREDIT.search(tail) or (line.n_words <= 6 and MAKER.match(line.text))):
        return True
    if 8 <= line.n_words <= LONGEST and tail[-1].isalpha() and ". " in tail and NAMED.search(tail):
        return True
    kept = ")" in tail[-2:] or "]" in tail[-2:] or not PICTURES.isdisjoint(line.lower[-1:])
    return kept and KEPT_PICTURE.search(tail) is not None


def _is_one_sentence(line: Line) -> bool:
    inner = line.text[:-1]
    return not any(mark in inner for mark in (". ", "? ", "! ", "“", '"', "”"))


def _has_scene(line: Line) -> bool:
    """Whether one of the first words is a verb of what pictures show, in the present, with no article before it."""
    words = line.lower
    return any(words[at] in SCENES and words[at - 1] not in BEFORE_NOUNS for at in range(1, min(EARLY, len(words))))


def shows_past(line: Line) -> bool:
    """One sentence that tells in the present tense what was to be seen on a day gone by."""
    if not 5 <= line.n_words <= SCENE or not line.words[0][0].isupper() or line.lower[0] in PRONOUNS:
        return False
    if SCENES.isdisjoint(line.lower) or not PAST.isdisjoint(line.lower) or WHEN.match(line.text):
        return False
    return _has_scene(line) and _is_one_sentence(line) and WHEN.search(line.text) is not None


def describes_picture(line: Line) -> bool:
    """A line that points at a picture or tells a scene of a day gone by, though it names nobody who made it."""
    if not 4 <= line.n_words <= LONGEST or line.text[0] in '*-•·>“"' or ends_colon(line):
        return False
    points = not POINTING.isdisjoint(line.lower) and POINTS.search(line.text) is not None
    return points or shows_past(line)


def names_scene(line: Line) -> bool:
    """Words without an end mark that say when something was to be seen, or show it ('Queues at Central yesterday')."""
    if not 5 <= line.n_words <= LONGEST or ends_sentence(line) or line.text[0] in '*-•·>“"' or line.text[-1] in ":;,»":
        return False
    if line.lower[0] in PRONOUNS or not line.words[0][0].isupper():
        return False
    return WHEN.search(line.text[-80:]) is not None or not POSES.isdisjoint(line.lower[1:3])


def names_agency(line: Line) -> bool:
    """The name of a picture agency and nothing else."""
    return len(line.text) <= 24 and AGENCY.match(line.text) is not None


def is_maker(line: Line) -> bool:
    """A credit alone: who made the picture of the line above."""
    return line.n_words <= 7 and (is_credited(line) or names_agency(line))


def may_be_maker(line: Line) -> bool:
    """A name and an agency: who made a picture, or who wrote the article where nobody else did."""
    return line.n_words <= 9 and NAME_AND_AGENCY.match(line.text) is not None


def is_made_by(line: Line) -> bool:
    """Who made a picture and nothing else ('© Ada Noll', '(Ada Noll / Vale Press)'), whatever stands above."""
    return line.n_words <= 9 and MADE.match(line.text) is not None
