"""Expressions that are exchanged throughout, listed on a comparison's page: each once, with exceptions."""

from collections.abc import Iterator
from dataclasses import dataclass

from hexapla.pages import uris
from hexapla.pages.marked_text import flatten_text
from hexapla.pages.page_context import PageContext

SHOWN = 12
"""places of an exception that are linked"""


@dataclass(frozen=True, slots=True)
class ListedReplacement:
    """An expression for another."""

    old: str
    new: str
    count: int
    kept_count: int
    first: str
    """href of the first row in which it is exchanged"""
    kept: tuple[tuple[str, str], ...]
    """href and name of rows in which it stays"""
    more: bool
    """it stays in more rows than are named"""


def list_replacements(layout: PageContext, base: str, target: str) -> Iterator[ListedReplacement]:
    """Yield the exchanges of a comparison, the commonest first."""
    comparison = layout.both_ways[base, target]
    changes = {change.id: change for change in comparison.changes}
    for each in comparison.replacements:
        kept = tuple(
            (uris.fragment(name), layout.called(target, layout.cell(changes[name].row, target)))
            for name in each.kept_in[:SHOWN]
        )
        yield ListedReplacement(
            flatten_text(each.delete),
            flatten_text(each.insert),
            each.count,
            each.kept_count,
            uris.fragment(each.changes[0]),
            kept,
            len(each.kept_in) > SHOWN,
        )
