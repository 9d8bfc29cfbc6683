"""Every field of every setting under attack: refused with its file, or taken as text and nothing else.

The fields are read from the models: whoever adds one that takes any line has to add it to `FREE`, and with
that it goes through every page, bundle, export, feed and staged page of the other tests here.
"""

from pathlib import Path

import pytest

from hexapla import collection
from hostile.attacks import ADDRESSES, FIELDS, FREE, VECTORS, document_with


@pytest.mark.parametrize("field", sorted(set(FIELDS) - FREE))
def test_a_field_that_takes_no_text_refuses_every_attack(field: str, tmp_path: Path) -> None:
    for number, vector in enumerate((*VECTORS, *ADDRESSES, "../../etc/passwd", "/etc/passwd", "A\nB")):
        document_with(tmp_path / f"{number}", {field: vector})
    loaded = collection.load_collection(tmp_path)
    assert [each.id for each in loaded.documents] == []
    file = "alignment.yml" if field.startswith("decision.") else "document.yml"
    assert {Path(problem.path).name for each in loaded.failures for problem in each.problems} == {file}


def test_the_fields_that_take_any_line_are_known() -> None:
    assert set(FIELDS) >= FREE


@pytest.mark.parametrize("field", sorted(FREE))
def test_a_field_that_takes_a_line_takes_no_command_to_a_terminal(field: str, tmp_path: Path) -> None:
    prefix = "https://example.org/" if field.endswith(".url") else ""
    for number, vector in enumerate(("a\x1b[2Jb", "a\0b", "a\x9b2Jb", "a\x07b")):
        document_with(tmp_path / f"{number}", {field: prefix + vector})
    assert [each.id for each in collection.load_collection(tmp_path).documents] == []
