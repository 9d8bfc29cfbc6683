"""Values → records: what the commands print as JSON."""

from hexapla.export.records import alignment_record, document_record, dumps

__all__ = ["alignment_record", "document_record", "dumps"]
