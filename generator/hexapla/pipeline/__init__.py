"""Everything between a collection on disk and a site to publish, in the order in which it happens."""

from hexapla.pipeline.blob_store import BlobStore, DamagedBlob, StoredFile, StoredPage
from hexapla.pipeline.build import BuiltSite, build_collection, build_document, find_epoch, write_redirects
from hexapla.pipeline.build_context import BuildContext, BuildOptions, open_build_context
from hexapla.pipeline.cache import Cache
from hexapla.pipeline.change_reports import format_atom, format_json, format_markdown
from hexapla.pipeline.changes import ChangedDocument, find_changes, select_touched
from hexapla.pipeline.check import FORMS, CheckRemark, check_collection
from hexapla.pipeline.collection_reuse import find_collection_reuse
from hexapla.pipeline.document_product import DocumentSummary, SiteOffers
from hexapla.pipeline.sigla import write_pinned_settings
from hexapla.pipeline.stages import AnalysedDocument

__all__ = [
    "FORMS",
    "AnalysedDocument",
    "BlobStore",
    "BuildContext",
    "BuildOptions",
    "BuiltSite",
    "Cache",
    "ChangedDocument",
    "CheckRemark",
    "DamagedBlob",
    "DocumentSummary",
    "SiteOffers",
    "StoredFile",
    "StoredPage",
    "build_collection",
    "build_document",
    "check_collection",
    "find_changes",
    "find_collection_reuse",
    "find_epoch",
    "format_atom",
    "format_json",
    "format_markdown",
    "open_build_context",
    "select_touched",
    "write_pinned_settings",
    "write_redirects",
]
