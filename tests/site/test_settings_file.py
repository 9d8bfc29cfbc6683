"""The configuration read as data, without MkDocs: the same keys, and errors that name file and key."""

from pathlib import Path

import pytest

from hexapla.errors import UsageError
from hexapla.site.plugin_options import PluginSettings
from hexapla.site.settings_file import PagesOptions, find_source_folders, read_settings


def settings_of(folder: Path, text: str) -> Path:
    path = folder / "mkdocs.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_both_readers_know_the_same_options_with_the_same_defaults() -> None:
    own = {name: field.default for name, field in PagesOptions.model_fields.items()}
    theirs = {name: option.default for name, option in PluginSettings._schema}  # noqa: SLF001 - there is no other list
    assert own == theirs


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("site_name: A\n", "mkdocs.yml: the plugin hexapla is missing"),
        ("site_name: [A]\nplugins: [hexapla]\n", "mkdocs.yml: site_name: input should be a valid string"),
        (
            "plugins: [{hexapla: {source: x}}]\n",
            "hexapla.*did you mean sources|source: .*did you mean sources",
        ),
        ("plugins: [{hexapla: {comparisons: often}}]\n", "comparisons: “often” names no comparisons"),
        ("plugins: [{hexapla: {downloads: [doc]}}]\n", "there is no format doc"),
        ("plugins: [{hexapla: {allow_inline: [abc]}}]\n", "abc is no digest"),
        ("plugins: [{hexapla: {workers: 0}}]\n", "workers"),
        ("docs_dir: gone\nplugins: [hexapla]\n", "docs_dir: .*gone isn't an existing directory"),
        ("a: [\n", r"mkdocs\.yml:2: this is no YAML"),
        ("- a\n", "write keys and values"),
        ("INHERIT: mkdocs.yml\n", "INHERIT goes in a circle"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        read_settings(settings_of(tmp_path, text))


def test_a_configuration_goes_on_from_another_and_asks_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEXTS_NAME", "Ours")
    (tmp_path / "base.yml").write_text("site_name: Base\ntheme: {name: material, language: zh}\n")
    path = settings_of(
        tmp_path,
        "INHERIT: base.yml\nsite_name: !ENV TEXTS_NAME\nsite_url: !ENV [TEXTS_URL, 'https://a.example/']\n"
        "theme: {name: own}\nmarkdown_extensions: [{a: {b: !!python/name:os.system }}]\n"
        "plugins: [search, {hexapla: {reuse: true}}, {tags: {}}]\n",
    )
    read = read_settings(path)
    assert (read.record.site_name, read.record.site_url) == ("Ours", "https://a.example/")
    assert (read.record.theme.name, read.record.theme.language) == ("own", "zh")
    assert read.options.reuse
    assert read.ignored == ("tags",)


def test_the_file_of_properdocs_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "properdocs.yml").write_text("plugins: [{hexapla: {sources: laws}}]\n")
    assert tmp_path / "laws" in find_source_folders(tmp_path / "out.html")
