"""Exact search without a server: texts as small scripts, and a catalogue that says which of them can hit."""

from hexapla.search.catalogue import catalogue
from hexapla.search.handwritten import Section, handwritten
from hexapla.search.shards import Listing, shards

__all__ = ["Listing", "Section", "catalogue", "handwritten", "shards"]
