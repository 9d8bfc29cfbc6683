"""Values → files for other programs and for people: what the commands print, what the site offers."""

from typing import TYPE_CHECKING

from hexapla.lazy_names import load_names_lazily

if TYPE_CHECKING:
    from hexapla.exporters.atom_feed import (
        FeedEntry,
        FeedNotice,
        build_feed_entries,
        feed_mark,
        write_feed,
    )
    from hexapla.exporters.explanation_records import explanation_record
    from hexapla.exporters.formats import (
        FORMATS,
        OFFERED_FORMATS,
        ExportRequest,
        FileFormat,
        Scope,
        request_redline,
        restrict_to_pair,
        write_files,
        write_format,
    )
    from hexapla.exporters.instrument_files import write_instrument_docx, write_instrument_files
    from hexapla.exporters.mapping_workbook import write_mapping_file, write_mapping_workbook
    from hexapla.exporters.notes_workbook import write_notes_workbook
    from hexapla.exporters.number_tables import write_numbers_json
    from hexapla.exporters.period_records import day_record
    from hexapla.exporters.record_reader import RecordContents, from_record, from_records
    from hexapla.exporters.records import (
        alignment_record,
        complete_record,
        document_record,
        dump_records,
        json_text,
    )
    from hexapla.exporters.reuse_tables import (
        write_reuse_csv,
        write_reuse_graphml,
        write_reuse_json,
        write_reuse_text,
    )
    from hexapla.exporters.xml_writer import count_unwritable
else:  # to a type checker this would make a name of anything
    __getattr__ = load_names_lazily(
        __name__,
        {
            "atom_feed": ("FeedEntry", "FeedNotice", "build_feed_entries", "feed_mark", "write_feed"),
            "explanation_records": ("explanation_record",),
            "formats": (
                "FORMATS",
                "OFFERED_FORMATS",
                "ExportRequest",
                "FileFormat",
                "Scope",
                "request_redline",
                "restrict_to_pair",
                "write_files",
                "write_format",
            ),
            "instrument_files": ("write_instrument_docx", "write_instrument_files"),
            "mapping_workbook": ("write_mapping_file", "write_mapping_workbook"),
            "notes_workbook": ("write_notes_workbook",),
            "number_tables": ("write_numbers_json",),
            "period_records": ("day_record",),
            "record_reader": ("RecordContents", "from_record", "from_records"),
            "records": (
                "alignment_record",
                "complete_record",
                "document_record",
                "dump_records",
                "json_text",
            ),
            "reuse_tables": (
                "write_reuse_csv",
                "write_reuse_graphml",
                "write_reuse_json",
                "write_reuse_text",
            ),
            "xml_writer": ("count_unwritable",),
        },
    )

__all__ = [
    "FORMATS",
    "OFFERED_FORMATS",
    "ExportRequest",
    "FeedEntry",
    "FeedNotice",
    "FileFormat",
    "RecordContents",
    "Scope",
    "alignment_record",
    "build_feed_entries",
    "complete_record",
    "count_unwritable",
    "day_record",
    "document_record",
    "dump_records",
    "explanation_record",
    "feed_mark",
    "from_record",
    "from_records",
    "json_text",
    "request_redline",
    "restrict_to_pair",
    "write_feed",
    "write_files",
    "write_format",
    "write_instrument_docx",
    "write_instrument_files",
    "write_mapping_file",
    "write_mapping_workbook",
    "write_notes_workbook",
    "write_numbers_json",
    "write_reuse_csv",
    "write_reuse_graphml",
    "write_reuse_json",
    "write_reuse_text",
]
