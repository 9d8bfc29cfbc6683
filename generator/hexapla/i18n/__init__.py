"""Words of the interface, in its languages: pages, files, feed, terminal and search all ask here."""

from hexapla.i18n.catalogues import DIRECTION, LANGUAGES, Words, of_finding, words

__all__ = ["DIRECTION", "LANGUAGES", "Words", "of_finding", "words"]
