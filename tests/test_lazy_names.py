"""Names of packages that are loaded when they are first asked for."""

from importlib import import_module

import pytest

from hexapla.lazy_names import load_names_lazily


@pytest.mark.parametrize("name", ["exporters", "pages", "pipeline"])
def test_a_room_has_every_name_that_it_offers(name: str) -> None:
    package = import_module(f"hexapla.{name}")
    assert package.__all__
    for each in package.__all__:
        assert getattr(package, each).__class__ is not None, each


def test_a_name_that_nobody_offers_is_none() -> None:
    load = load_names_lazily("hexapla.text", {"numerals": ("read_numeral",)})
    assert load("read_numeral") is import_module("hexapla.text").read_numeral
    with pytest.raises(AttributeError, match=r"hexapla\.text.*lantern"):
        load("lantern")
