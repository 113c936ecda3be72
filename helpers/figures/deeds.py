"""How a label and a reason tell what happens to the counted, and to what kinds of things it can happen."""

from helpers.figures.words import word_set

# event class -> (what the label says after the noun, the preposition of place, what the reason says after "who")
EVENTS = {
    "kill": ("killed", "in", "are killed"),
    "wound": ("wounded", "in", "are wounded"),
    "wound gravely": ("badly wounded", "in", "are badly wounded"),
    "treat": ("treated", "in", "are treated"),
    "arrest": ("detained", "in", "are detained"),
    "miss": ("missing", "in", "are missing"),
    "infect": ("infected", "in", "fall ill"),
    "dismiss": ("laid off", "in", "are laid off"),
    "evacuate": ("evacuated", "from", "leave or are brought out"),
    "rescue": ("rescued", "from", "are rescued"),
    "fight fire": ("at the fire", "in", "fight the fire"),
    "attack": ("attacking", "", "attack"),
    "arrive": ("arriving", "in", "come"),
    "take part": ("taking part", "in", "take part"),
    "deploy": ("deployed", "in", "are deployed"),
    "withdraw": ("withdrawing", "from", "withdraw"),
    "abandon": ("left behind", "in", "are left behind"),
    "remain": ("remaining", "in", "stay"),
    "be there": ("present", "in", "are told to be there"),
    "strand": ("stranded", "in", "are stranded"),
    "whole": ("in all", "in", "are told as the whole"),
    "protest": ("protesting", "in", "protest"),
    "strike work": ("on strike", "in", "stop work"),
    "bomb": ("destroyed", "in", "are hit or destroyed"),
    "capture": ("captured", "in", "are taken"),
    "flood": ("flooded", "in", "are flooded"),
    "open": ("opened", "in", "are opened"),
    "leak documents": ("leaked", "in", "are made public"),
    "wait": ("waiting", "off", "wait"),
    "offer": ("offered", "in", "are offered"),
    "demand": ("demanded", "in", "are demanded"),
}
PEOPLE_EVENTS = frozenset(EVENTS) - word_set("bomb capture flood open wait offer demand") - {"leak documents"}
THING_EVENTS = {
    "vehicles": word_set("bomb capture arrive wait"),
    "buildings": word_set("bomb flood capture open"),
    "infrastructure": word_set("bomb flood capture open"),
    "places": word_set("bomb flood capture"),
    "weapons": word_set("capture"),
    "documents": frozenset(("leak documents",)),
    "share": word_set("evacuate kill flood capture wound offer demand"),
}
