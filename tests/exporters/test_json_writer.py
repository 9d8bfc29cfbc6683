"""JSON text: what Python's own writer says, byte for byte."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hexapla.exporters.json_writer import spell_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_the_same_bytes_as_pythons_own(value: object) -> None:
    assert spell_json(value) == json.dumps(value, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_a_number_that_json_has_not_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        spell_json({"likeness": value})
