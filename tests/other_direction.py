"""A comparison's page written in the other direction: what a page whose sides are exchanged must say."""

from collections.abc import Sequence

from hexapla.model import Alignment, Comparison
from hexapla.pages.page_context import build_page_context
from hexapla.pages.views.comparison_page import render_comparison_page

__all__ = ["render_direction"]


def render_direction(
    alignment: Alignment, comparisons: Sequence[Comparison], base: str, target: str, language: str = "en"
) -> str:
    """Return the page of two versions, written with this one on the left and that one on the right."""
    return render_comparison_page(build_page_context(alignment, comparisons, (), language), base, target).html
