"""A row of one sign is read once: with a search that begins anew at each of them, this would take hours."""

import pytest

from comparison.reading_table import own
from hexapla.comparison.entity_patterns import CASED, entity_patterns_for, make_entity_patterns
from hexapla.text import fold_script


@pytest.mark.parametrize("sign", ["§", "第", "《", "(1"])
def test_a_row_of_signs_holds_no_reference(sign: str) -> None:
    text = sign * 50_000 + "."
    found = entity_patterns_for("de", text).signal.finditer(text)
    assert "reference" not in {each.lastgroup for each in found}


def test_a_text_without_letters_of_two_cases_is_read_by_fewer_words() -> None:
    without, with_letters = (entity_patterns_for("zh-Hans", text) for text in ("三十日内", "30 days"))
    assert without.token.pattern != with_letters.token.pattern


@pytest.mark.parametrize("language", ["zh-Hans", "ja", "th", "ko", "en"])
def test_the_words_that_are_left_out_would_have_found_nothing(language: str) -> None:
    every, fewer = (make_entity_patterns(language, cased) for cased in (True, False))
    read = [one for table in ("tuned", "held", "unknown") for one in own(table)]
    folded = [fold_script(text) for one in read for text in (one.base, one.target)]
    texts = [text for text in folded if not CASED.search(text)]
    assert len(texts) > 20
    for text in [*texts, "2025年3月7日，50 9:00—17:30 第三条 §12(2) 三十个工作日内百分之五"]:
        for name in ("token", "signal"):
            whole, part = (
                [(found.span(), found.lastgroup) for found in getattr(each, name).finditer(text)]
                for each in (every, fewer)
            )
            assert whole == part
