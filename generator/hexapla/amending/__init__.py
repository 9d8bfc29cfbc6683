"""Amending instruments, both ways: read them, apply them to a text, write the one between two texts."""

from hexapla.amending.amended import Amended, Doubt
from hexapla.amending.drafting_forms import FORMS, apply_instrument, generate_in_form, read_in_language
from hexapla.amending.generate import Generated, generate_instrument
from hexapla.amending.instrument import Command, Instrument, Place, Step, Unparsed, Verb
from hexapla.amending.instrument_records import amended_record, instrument_lines, instrument_record
from hexapla.amending.instrument_sheet import InstrumentSheet, SheetRow, build_sheet
from hexapla.amending.parse import parse_instrument
from hexapla.amending.rewrite_references import RewrittenReference

__all__ = [
    "FORMS",
    "Amended",
    "Command",
    "Doubt",
    "Generated",
    "Instrument",
    "InstrumentSheet",
    "Place",
    "RewrittenReference",
    "SheetRow",
    "Step",
    "Unparsed",
    "Verb",
    "amended_record",
    "apply_instrument",
    "build_sheet",
    "generate_in_form",
    "generate_instrument",
    "instrument_lines",
    "instrument_record",
    "parse_instrument",
    "read_in_language",
]
