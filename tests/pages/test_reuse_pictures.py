"""Pictures of what documents share: small, the same on every run, every name with a place of its own."""

import math
import re

from hexapla.pages import render_reuse_overview
from hexapla.pages.views.reuse_pictures import CELL, draw_matrix, draw_network
from hexapla.reuse import CollectionReuse, DocumentReuse, DocumentShare

PAGE = 300 * 1024


def many(count: int, near: int = 12) -> CollectionReuse:
    """Make a collection of documents each of which shares with its neighbours."""
    names = [f"document-{number:03}" for number in range(count)]
    return CollectionReuse(
        families=(),
        documents=tuple(
            DocumentReuse(
                document=name,
                title=f"关于进一步加强第{at}号区域公共设施管理工作的若干规定",
                characters=1000,
                shares=tuple(
                    DocumentShare(document=names[(at + step) % count], share=0.9 / step)
                    for step in range(1, near)
                ),
            )
            for at, name in enumerate(names)
        ),
    )


def test_two_hundred_documents_fit_a_page() -> None:
    page = render_reuse_overview(many(200), {}, (), language="zh")
    assert len(page.html.encode()) < PAGE
    assert page.html == render_reuse_overview(many(200), {}, (), language="zh").html
    assert page.html.count("<svg") == 2


def test_of_thousands_those_are_shown_that_share_most_and_the_rest_is_counted() -> None:
    page = render_reuse_overview(many(1000, near=40), {}, (), language="en")
    assert len(page.html.encode()) < PAGE
    assert "800 documents that share less are not shown" in page.html


def test_names_around_a_circle_do_not_touch() -> None:
    found = many(200)
    titles = {each.document: each.title for each in found.documents}
    shares = {(each.document, one.document): one.share for each in found.documents for one in each.shares}
    picture = draw_network(sorted(titles), titles, shares, "texts/reuse.html")
    assert picture is not None
    spots = [(int(each.x), int(each.y)) for each in picture.labels]
    apart = [math.dist(one, other) for one, other in zip(spots, spots[1:] + spots[:1], strict=True)]
    assert min(apart) > 11


def test_names_get_the_room_that_the_longest_needs() -> None:
    titles = dict.fromkeys("abcde", "工具间")
    shares = {(one, other): 0.5 for one in titles for other in titles if one != other}
    long = {**titles, "a": "关于进一步加强公共设施管理工作的若干规定"}
    for draw in (draw_matrix, draw_network):
        short_one, long_one = (
            draw(list(several), several, shares, "texts/reuse.html") for several in (titles, long)
        )
        assert short_one is not None
        assert long_one is not None
        assert short_one.width + 100 < long_one.width


def test_few_joined_documents_have_no_network() -> None:
    titles = {"a": "A", "b": "B", "c": "C"}
    shares = {("a", "b"): 0.5, ("b", "c"): 0.5}
    assert draw_network(list(titles), titles, shares, "texts/reuse.html") is None


def test_a_cell_of_the_matrix_is_darker_the_more_stands_there() -> None:
    titles = {"a": "A", "b": "B"}
    picture = draw_matrix(["a", "b"], titles, {("a", "b"): 0.8, ("b", "a"): 0.1}, "texts/reuse.html")
    paths = dict(picture.paths)
    assert paths["hx-t4"].startswith(f"M{CELL} 0")
    assert paths["hx-t1"].startswith(f"M0 {CELL}")
    assert re.fullmatch(r"[MhvzHVQ\d .-]+", "".join(paths.values()))


def test_a_hostile_title_becomes_no_markup() -> None:
    found = many(30)
    hostile = tuple(
        DocumentReuse(
            document=each.document, title="<script>alert(1)</script>&\"'", characters=9, shares=each.shares
        )
        for each in found.documents
    )
    page = render_reuse_overview(CollectionReuse(families=(), documents=hostile), {}, (), language="en")
    assert "<script" not in page.html
