"""A collection on disk: source texts, `document.yml`, `alignment.yml` → what the pipeline takes."""

from typing import TYPE_CHECKING

from hexapla.lazy_names import load_names_lazily

if TYPE_CHECKING:
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
    from hexapla.collection.texts_language import guess_texts_language
else:  # to a type checker this would make a name of anything
    __getattr__ = load_names_lazily(
        __name__,
        {
            "choice": (
                "choose_documents",
                "locate_document",
            ),
            "decision_lines": ("append_decision",),
            "derived_texts": ("derive_text",),
            "file_names": ("make_printable",),
            "folder": (
                "find_source",
                "read_document_files",
            ),
            "load": (
                "build_failure",
                "list_paths",
                "load_collection",
                "load_files",
                "load_tracked_versions",
                "sort_failures",
                "survey_collection",
            ),
            "material": (
                "CollectedDocument",
                "Collection",
                "CollectionSurvey",
                "DerivedText",
                "DocumentFailure",
                "DocumentFiles",
                "DocumentLocation",
                "RawFile",
            ),
            "prepare": (
                "SourceReader",
                "load_document",
            ),
            "settings_fit": (
                "refuse_unfitting",
                "segment_collected",
            ),
            "siglum_record": (
                "NamedVersion",
                "choose_kept_sigla",
                "write_sigla",
            ),
            "text_import": (
                "ImportResult",
                "import_files",
            ),
            "texts_language": ("guess_texts_language",),
        },
    )

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
    "guess_texts_language",
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
