"""Values → files for other programs and for people: what the commands print, what the site offers."""

from hexapla.export.complete import complete_record
from hexapla.export.feed import Entry, Notice, entries, feed, mark
from hexapla.export.files import files, written
from hexapla.export.formats import FORMATS, Format, Request, Scope
from hexapla.export.lines import unwrapped
from hexapla.export.markup import pictured
from hexapla.export.narrow import narrowed
from hexapla.export.reader import Read, from_record, from_whole
from hexapla.export.records import alignment_record, document_record, dumps
from hexapla.export.wording import Wording

__all__ = [
    "FORMATS",
    "Entry",
    "Format",
    "Notice",
    "Read",
    "Request",
    "Scope",
    "Wording",
    "alignment_record",
    "complete_record",
    "document_record",
    "dumps",
    "entries",
    "feed",
    "files",
    "from_record",
    "from_whole",
    "mark",
    "narrowed",
    "pictured",
    "unwrapped",
    "written",
]
