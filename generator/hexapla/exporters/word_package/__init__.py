"""A redline in the target's own Word document: the package is changed where its text is, and nowhere else."""

from hexapla.exporters.word_package.guide import RedlineGuide, build_guide
from hexapla.exporters.word_package.own_redline import OwnRedline, OwnRedlineOptions, write_own_redline
from hexapla.readers.office.docx_package import WordPackage

__all__ = [
    "OwnRedline",
    "OwnRedlineOptions",
    "RedlineGuide",
    "WordPackage",
    "build_guide",
    "write_own_redline",
]
