"""Everything between a collection on disk and a site to publish, in the order in which it happens."""

from typing import TYPE_CHECKING

from hexapla.lazy_names import load_names_lazily

if TYPE_CHECKING:
    from hexapla.pipeline.blob_store import BlobStore, DamagedBlob, StoredFile, StoredPage
    from hexapla.pipeline.build import (
        BuiltSite,
        build_collection,
        choose_site_language,
        find_epoch,
        write_redirects,
    )
    from hexapla.pipeline.build_context import BuildContext, BuildOptions, open_build_context
    from hexapla.pipeline.cache import Cache
    from hexapla.pipeline.change_reports import format_atom, format_json, format_markdown
    from hexapla.pipeline.changes import ChangedDocument, find_changes, select_touched
    from hexapla.pipeline.check import FORMS, CheckRemark, check_collection
    from hexapla.pipeline.collection_reuse import find_collection_reuse
    from hexapla.pipeline.document_product import DocumentSummary, SiteOffers
    from hexapla.pipeline.sigla import write_pinned_settings
    from hexapla.pipeline.stages import AnalysedDocument, build_document
else:  # to a type checker this would make a name of anything
    __getattr__ = load_names_lazily(
        __name__,
        {
            "blob_store": ("BlobStore", "DamagedBlob", "StoredFile", "StoredPage"),
            "build": (
                "BuiltSite",
                "build_collection",
                "choose_site_language",
                "find_epoch",
                "write_redirects",
            ),
            "build_context": ("BuildContext", "BuildOptions", "open_build_context"),
            "cache": ("Cache",),
            "change_reports": ("format_atom", "format_json", "format_markdown"),
            "changes": ("ChangedDocument", "find_changes", "select_touched"),
            "check": ("FORMS", "CheckRemark", "check_collection"),
            "collection_reuse": ("find_collection_reuse",),
            "document_product": ("DocumentSummary", "SiteOffers"),
            "sigla": ("write_pinned_settings",),
            "stages": ("AnalysedDocument", "build_document"),
        },
    )

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
    "choose_site_language",
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
