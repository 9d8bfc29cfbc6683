"""Texts of different ranks: an editor's links found their clauses, and what may be linked besides.

mapping.yml → entries → links at clauses as they stand now; citations → suggestions
"""

from hexapla.levels.level_index import LevelIndex, digest_words
from hexapla.levels.pin import pin_words
from hexapla.levels.relate import relate_levels

__all__ = ["LevelIndex", "digest_words", "pin_words", "relate_levels"]
