"""A row of one sign is read once: with a search that begins anew at each of them, this would take hours."""

import pytest

from hexapla.comparison.entity_patterns import entity_patterns_for


@pytest.mark.parametrize("sign", ["§", "第", "《", "(1"])
def test_a_row_of_signs_holds_no_reference(sign: str) -> None:
    found = entity_patterns_for("de").signal.finditer(sign * 50_000 + ".")
    assert "reference" not in {each.lastgroup for each in found}
