"""Who speaks: direct quotations, reported speech, and the cut of a text into runs of one voice."""

from helpers.voice.blocks import announced_speaker, block_speakers
from helpers.voice.cues import CLAUSES, CUE_RE, CUES, KINDS, cue_kind
from helpers.voice.quotes import find_quotes
from helpers.voice.reported import Attribution, find_speakers
from helpers.voice.spans import cut_by_voice

__all__ = [
    "CLAUSES",
    "CUES",
    "CUE_RE",
    "KINDS",
    "Attribution",
    "announced_speaker",
    "block_speakers",
    "cue_kind",
    "cut_by_voice",
    "find_quotes",
    "find_speakers",
]
