"""Values → files for other programs and for people: what the commands print, what the site offers."""

from hexapla.export.files import files
from hexapla.export.records import alignment_record, document_record, dumps

__all__ = ["alignment_record", "document_record", "dumps", "files"]
