"""Which clauses of a collection stand in several of its documents, word for word, nearly, or in part."""

from hexapla.reuse.families import ReuseFamily, ReuseMember
from hexapla.reuse.find_reuse import CollectionReuse, DocumentReuse, DocumentShare, find_reuse
from hexapla.reuse.likeness import ReuseWeights
from hexapla.reuse.passages import DocumentPassages, Passage, extract_passages

__all__ = [
    "CollectionReuse",
    "DocumentPassages",
    "DocumentReuse",
    "DocumentShare",
    "Passage",
    "ReuseFamily",
    "ReuseMember",
    "ReuseWeights",
    "extract_passages",
    "find_reuse",
]
