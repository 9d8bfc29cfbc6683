"""Exact search without a server: texts as small scripts, and a catalogue that says which of them can hit."""

from hexapla.search.catalogue import write_catalogue
from hexapla.search.handwritten_pages import PageSection, write_handwritten_shard
from hexapla.search.shards import ShardListing, write_shards

__all__ = ["PageSection", "ShardListing", "write_catalogue", "write_handwritten_shard", "write_shards"]
