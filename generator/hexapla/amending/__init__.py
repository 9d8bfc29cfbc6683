"""Amending instruments, both ways: read one, apply it to a text, and write the one that makes a text of another."""

from hexapla.amending.apply import Amended, Doubt, apply_instrument
from hexapla.amending.instrument import Command, Instrument, Place, Step, Unparsed, Verb
from hexapla.amending.parse import parse_instrument

__all__ = ["Amended", "Command", "Doubt", "Instrument", "Place", "Step", "Unparsed", "Verb", "apply_instrument", "parse_instrument"]
