"""Templates are compiled once, and never taken from what was compiled otherwise."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from hexapla import bytecode_folder
from hexapla.pages.compiled_templates import PackagedTemplates, keep_theme_templates

CONSTANT = "{{ 'gate'|shown }}"


def environment(folder: Path, shown: Callable[[str], str] = str.upper) -> Environment:
    env = Environment(loader=FileSystemLoader(folder))  # noqa: S701 - as MkDocs makes it
    env.filters["shown"] = shown
    keep_theme_templates(env)
    return env


def test_a_template_is_compiled_once_for_environments_that_are_set_up_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.html").write_text(CONSTANT)
    assert environment(tmp_path).get_template("a.html").render() == "GATE"
    monkeypatch.setattr(Environment, "compile", None)
    assert environment(tmp_path).get_template("a.html").render() == "GATE"
    assert environment(tmp_path).overlay().get_template("a.html").render() == "GATE"


def test_a_template_that_was_edited_and_one_of_another_folder_are_compiled_anew(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("old")
    assert environment(tmp_path).get_template("a.html").render() == "old"
    (tmp_path / "a.html").write_text("new")
    assert environment(tmp_path).get_template("a.html").render() == "new"
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/a.html").write_text("theirs")
    assert environment(tmp_path / "theirs").get_template("a.html").render() == "theirs"


def test_what_a_filter_made_of_a_constant_is_not_shown_under_another_filter(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(CONSTANT)
    assert environment(tmp_path, str.upper).get_template("a.html").render() == "GATE"
    assert environment(tmp_path, str.title).get_template("a.html").render() == "Gate"


def test_ours_are_compiled_once_for_all_runs_and_anew_where_source_or_settings_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(bytecode_folder, "find_place", lambda name: tmp_path / "kept" / name)

    def render(*, trim: bool = True) -> str:
        env = Environment(  # noqa: S701 - a gate is no page
            loader=FileSystemLoader(tmp_path), bytecode_cache=PackagedTemplates(), trim_blocks=trim
        )
        return env.get_template("a.html").render()

    (tmp_path / "a.html").write_text("{% if 1 %}\ngate{% endif %}")
    assert render() == "gate"
    with monkeypatch.context() as patched:
        patched.setattr(Environment, "compile", None)
        assert render() == "gate"
    assert render(trim=False) == "\ngate"
    (tmp_path / "a.html").write_text("fence")
    assert render() == "fence"
