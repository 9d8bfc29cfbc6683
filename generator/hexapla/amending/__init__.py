"""Amending instruments, both ways: read them, apply them to a text, write the one between two texts."""

from hexapla.amending.apply import Amended, Doubt, apply_instrument
from hexapla.amending.generate import FORMS, Generated, generate_instrument
from hexapla.amending.grammar import find_grammars
from hexapla.amending.instrument import Command, Instrument, Place, Step, Unparsed, Verb
from hexapla.amending.instrument_records import amended_record, instrument_lines, instrument_record
from hexapla.amending.parse import parse_instrument
from hexapla.amending.rewrite_references import RewrittenReference

__all__ = [
    "FORMS",
    "Amended",
    "Command",
    "Doubt",
    "Generated",
    "Instrument",
    "Place",
    "RewrittenReference",
    "Step",
    "Unparsed",
    "Verb",
    "amended_record",
    "apply_instrument",
    "find_grammars",
    "generate_instrument",
    "instrument_lines",
    "instrument_record",
    "parse_instrument",
]
