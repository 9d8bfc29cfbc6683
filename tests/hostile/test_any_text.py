"""Any text at all goes the whole way, from bytes to pages that spell it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hexapla import collection
from hexapla.pipeline import BuildOptions, build_collection, open_build_context
from hostile.attacks import VECTORS

MARKS = st.sampled_from(
    ["第一条 ", "第2条 ", "\n", "（一）", "1. ", "(a) ", "§ 3 ", "Section 4. ", "# ", "\f", *VECTORS]
)
TEXTS = st.lists(MARKS | st.text(max_size=20), max_size=25).map("".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(a=TEXTS, b=TEXTS)
def test_any_two_texts_become_a_document_or_a_failure_with_a_reason(a: str, b: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name) / "texts" / "d"
        folder.mkdir(parents=True)
        for file, text in (("a.txt", a), ("b.txt", b)):
            (folder / file).write_bytes(text.encode("utf-8", "surrogatepass"))
        with open_build_context(BuildOptions(), Path(name) / "shelf") as context:
            site = build_collection(collection.survey_collection(folder.parent), context, language="en")
    assert len(site.documents) + len(site.failures) == 1
    for failure in site.failures:
        assert "a mistake in hexapla" not in str(failure.problems[0])
