"""A collection on disk: source texts, `document.yml`, `alignment.yml` → what the pipeline takes."""

from hexapla.collection.choice import choose_documents, locate_document
from hexapla.collection.decision_lines import append_decision
from hexapla.collection.derived_texts import derive_text
from hexapla.collection.file_names import make_printable
from hexapla.collection.folder import find_source, read_document_files
from hexapla.collection.load import (
    build_failure,
    list_paths,
    load_collection,
    load_files,
    load_tracked_versions,
    sort_failures,
    survey_collection,
)
from hexapla.collection.material import (
    CollectedDocument,
    Collection,
    CollectionSurvey,
    DerivedText,
    DocumentFailure,
    DocumentFiles,
    DocumentLocation,
    RawFile,
)
from hexapla.collection.prepare import SourceReader, load_document
from hexapla.collection.settings_fit import refuse_unfitting, segment_collected
from hexapla.collection.siglum_record import NamedVersion, choose_kept_sigla, write_sigla
from hexapla.collection.text_import import ImportResult, import_files

__all__ = [
    "CollectedDocument",
    "Collection",
    "CollectionSurvey",
    "DerivedText",
    "DocumentFailure",
    "DocumentFiles",
    "DocumentLocation",
    "ImportResult",
    "NamedVersion",
    "RawFile",
    "SourceReader",
    "append_decision",
    "build_failure",
    "choose_documents",
    "choose_kept_sigla",
    "derive_text",
    "find_source",
    "import_files",
    "list_paths",
    "load_collection",
    "load_document",
    "load_files",
    "load_tracked_versions",
    "locate_document",
    "make_printable",
    "read_document_files",
    "refuse_unfitting",
    "segment_collected",
    "sort_failures",
    "survey_collection",
    "write_sigla",
]
