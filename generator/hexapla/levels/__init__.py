"""Texts of different ranks: an editor's links found their clauses, and what may be linked besides.

mapping.yml → entries → links at clauses as they stand now; citations → suggestions
"""

from typing import TYPE_CHECKING

from hexapla.lazy_names import load_names_lazily

if TYPE_CHECKING:
    from hexapla.levels.level_index import LevelIndex, digest_words
    from hexapla.levels.pin import pin_words
    from hexapla.levels.relate import relate_levels
else:  # to a type checker this would make a name of anything
    __getattr__ = load_names_lazily(
        __name__,
        {
            "level_index": ("LevelIndex", "digest_words"),
            "pin": ("pin_words",),
            "relate": ("relate_levels",),
        },
    )

__all__ = ["LevelIndex", "digest_words", "pin_words", "relate_levels"]
