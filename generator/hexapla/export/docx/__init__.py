"""Word documents: a table of versions side by side, and a redline with tracked changes."""

from hexapla.export.docx.redline import redline
from hexapla.export.docx.table import pair_table, version_table

__all__ = ["pair_table", "redline", "version_table"]
