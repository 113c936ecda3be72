"""Who speaks: direct quotations, reported speech, and the cut of a text into runs of one voice."""

from helpers.voice.cues import CLAUSES, CUE_RE, CUES, KINDS, cue_kind
from helpers.voice.quotes import find_quotes
from helpers.voice.reported import Attribution, find_speakers

__all__ = ["CLAUSES", "CUES", "CUE_RE", "KINDS", "Attribution", "cue_kind", "find_quotes", "find_speakers"]
