"""Which clauses of a collection stand in several of its documents, word for word, nearly, or in part."""

from hexapla.reuse.document_passages import DocumentPassages, ReusePassage, extract_passages
from hexapla.reuse.families import ReuseFamily, ReuseMember
from hexapla.reuse.find_reuse import CollectionReuse, DocumentReuse, DocumentShare, find_reuse
from hexapla.reuse.likeness import ReuseWeights

__all__ = [
    "CollectionReuse",
    "DocumentPassages",
    "DocumentReuse",
    "DocumentShare",
    "ReuseFamily",
    "ReuseMember",
    "ReusePassage",
    "ReuseWeights",
    "extract_passages",
    "find_reuse",
]
