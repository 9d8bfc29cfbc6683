"""Word documents: a table of versions side by side, and a redline with tracked changes."""

from hexapla.exporters.word.redline import write_redline
from hexapla.exporters.word.word_table import write_pair_table, write_version_table

__all__ = ["write_pair_table", "write_redline", "write_version_table"]
