"""Which clauses of a collection stand in several of its documents, word for word, nearly, or in part."""

from hexapla.reuse.document_passages import DocumentPassages, ReusePassage, extract_passages
from hexapla.reuse.families import ReuseFamily, ReuseMember
from hexapla.reuse.find_reuse import (
    ClosestClause,
    CollectionReuse,
    DocumentReuse,
    DocumentShare,
    find_reuse,
    find_reuse_since,
)
from hexapla.reuse.kinship import group_by_kinship, list_kin, order_by_kinship
from hexapla.reuse.likeness import ReuseWeights
from hexapla.reuse.model_text import ModelClause, ModelText, address_of, reconstruct_model_text
from hexapla.reuse.remembered_search import RememberedSearch, dump_search, load_search
from hexapla.reuse.shown_clauses import ShownClause, ShownDocument, ShownVersion, extract_shown_clauses

__all__ = [
    "ClosestClause",
    "CollectionReuse",
    "DocumentPassages",
    "DocumentReuse",
    "DocumentShare",
    "ModelClause",
    "ModelText",
    "RememberedSearch",
    "ReuseFamily",
    "ReuseMember",
    "ReusePassage",
    "ReuseWeights",
    "ShownClause",
    "ShownDocument",
    "ShownVersion",
    "address_of",
    "dump_search",
    "extract_passages",
    "extract_shown_clauses",
    "find_reuse",
    "find_reuse_since",
    "group_by_kinship",
    "list_kin",
    "load_search",
    "order_by_kinship",
    "reconstruct_model_text",
]
