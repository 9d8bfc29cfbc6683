"""Amending instruments, both ways: read one, apply it to a text, and write the one that makes a text of another."""

from hexapla.amending.instrument import Command, Instrument, Place, Step, Unparsed, Verb
from hexapla.amending.parse import parse_instrument

__all__ = ["Command", "Instrument", "Place", "Step", "Unparsed", "Verb", "parse_instrument"]
