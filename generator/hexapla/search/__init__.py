"""Exact search without a server: texts as small scripts, and a catalogue that says which of them can hit."""

from hexapla.search.catalogue import write_catalogue
from hexapla.search.elsewhere import write_elsewhere
from hexapla.search.shards import PageSection, ShardListing, write_handwritten_shard, write_shards

__all__ = [
    "PageSection",
    "ShardListing",
    "write_catalogue",
    "write_elsewhere",
    "write_handwritten_shard",
    "write_shards",
]
