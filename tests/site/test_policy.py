"""The policy allows what the theme writes and what the owner allows, and names the rest."""

import re
from pathlib import Path

import pytest

from hexapla.errors import UsageError
from hexapla.site import publish_site
from hexapla.site.csp import POLICY, InlineSource, find_raw_elements, format_policy, read_inline
from small_collections import written

pytestmark = pytest.mark.xdist_group("publish")

EVIL = "window.stolen = document.cookie"
SCRIPT = f"<script>{EVIL}</script>"
MATERIAL = "{name: material, font: {text: Noto Sans}, custom_dir: overrides}"


def built(
    home: Path, *, theme: str = MATERIAL, options: str = "", name: str = "Rules", more: str = ""
) -> list[str]:
    """Build a small site; return what was warned of."""
    (home / "docs/far/below").mkdir(parents=True, exist_ok=True)
    (home / "overrides").mkdir(exist_ok=True)
    (home / "docs/far/below/page.md").write_text("# A page\n", encoding="utf-8")
    if not (home / "source_texts").exists():
        written(home / "source_texts", 1)
    (home / "mkdocs.yml").write_text(
        f"site_name: '{name}'\ntheme: {theme}\nplugins: [hexapla: {{cache: '', {options}}}]\n{more}",
        encoding="utf-8",
    )
    return list(publish_site(config_file=home / "mkdocs.yml").warnings)


def allowed(home: Path) -> str:
    return (home / "site" / POLICY).read_text(encoding="utf-8")


def digests(home: Path) -> dict[InlineSource, str]:
    """Return the inline elements of all pages with their digests."""
    found = {raw for path in (home / "site").rglob("*.html") for raw in find_raw_elements(path.read_bytes())}
    return {each: each.digest for each in map(read_inline, found) if each}


@pytest.mark.parametrize(
    "theme",
    [MATERIAL, "{name: material, features: [content.tabs.link], palette: {scheme: slate}}", "mkdocs"],
)
def test_all_that_the_theme_writes_is_allowed_in_every_depth(theme: str, tmp_path: Path) -> None:
    assert built(tmp_path, theme=theme) == []
    missing = [each for each, digest in digests(tmp_path).items() if digest not in allowed(tmp_path)]
    assert missing == []
    assert len({each for each in digests(tmp_path) if "script" in each.kind}) > 2


def test_of_a_theme_that_writes_another_script_on_every_page_none_is_allowed(tmp_path: Path) -> None:
    assert built(tmp_path, theme="readthedocs") == [], "it is no fault of the site"
    own = {each: digest for each, digest in digests(tmp_path).items() if "mkdocs_page_name" in each.text}
    assert len(own) > 3
    listed = [digest for digest in own.values() if digest in allowed(tmp_path)]
    assert listed == []
    constant = [digest for each, digest in digests(tmp_path).items() if "highlightAll" in each.text]
    assert all(digest in allowed(tmp_path) for digest in constant)


def page_by_hand(home: Path) -> dict[str, str]:
    (home / "docs").mkdir()
    (home / "docs/by-hand.md").write_text(f"# By hand\n\n{SCRIPT}\n", encoding="utf-8")
    return {}


def template(home: Path) -> dict[str, str]:
    (home / "overrides").mkdir()
    text = f'{{% extends "base.html" %}}{{% block extrahead %}}{SCRIPT}{{% endblock %}}'
    (home / "overrides/main.html").write_text(text, encoding="utf-8")
    return {}


def name_of_the_site(_: Path) -> dict[str, str]:
    return {"name": f"Rules {SCRIPT}"}


def copyright_line(_: Path) -> dict[str, str]:
    return {"more": f"copyright: {SCRIPT}\n"}


def address(_: Path) -> dict[str, str]:
    return {"more": f"""extra: {{scope: '/",location);{EVIL};("'}}\n"""}


@pytest.mark.parametrize("way", [page_by_hand, template, name_of_the_site, copyright_line])
def test_a_script_that_came_in_is_named_and_not_allowed(way: object, tmp_path: Path) -> None:
    warnings = built(tmp_path, **way(tmp_path))  # type: ignore[operator]  # one of the functions above
    digest = InlineSource("script", EVIL).digest
    assert digest in digests(tmp_path).values(), "the script does not stand in a page; nothing was tested"
    assert digest not in allowed(tmp_path)
    (warning,) = warnings
    assert EVIL in warning
    assert digest in warning
    assert "html" in warning
    assert "allow_inline" in warning


def test_a_setting_cannot_speak_through_a_script_of_the_theme(tmp_path: Path) -> None:
    built(tmp_path, **address(tmp_path))
    smuggled = [digest for each, digest in digests(tmp_path).items() if EVIL in each.text]
    assert smuggled
    assert not any(digest in allowed(tmp_path) for digest in smuggled)


def test_what_the_owner_allows_is_allowed_as_it_is(tmp_path: Path) -> None:
    page_by_hand(tmp_path)
    digest = InlineSource("script", EVIL).digest
    assert built(tmp_path, options=f"allow_inline: [{digest}]") == []
    assert digest in allowed(tmp_path)
    (tmp_path / "docs/by-hand.md").write_text(f"# By hand\n\n<script>{EVIL};</script>\n", encoding="utf-8")
    (warning,) = built(tmp_path, options=f"allow_inline: [{digest}]")
    assert digest not in allowed(tmp_path)
    assert InlineSource("script", f"{EVIL};").digest in warning


def test_a_style_is_judged_like_a_script(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/by-hand.md").write_text(
        "# By hand\n\n<style>h1 { color: red }</style>\n", encoding="utf-8"
    )
    (warning,) = built(tmp_path)
    assert "inline style" in warning
    assert InlineSource("style", "h1 { color: red }").digest not in allowed(tmp_path)
    own = re.search("style-src ([^;]*)", allowed(tmp_path))
    assert own
    assert own[1].count("sha256-") == 2, "the theme names the font; the page for wrong addresses"


@pytest.mark.parametrize("wrong", ["'[window.x = 1]'", "[md5-abc]", "sha256-short"])
def test_what_is_no_digest_is_told(wrong: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="allow_inline"):
        built(tmp_path, options=f"allow_inline: {wrong}")


def test_two_builds_write_the_same_policy(tmp_path: Path) -> None:
    built(tmp_path)
    first = allowed(tmp_path)
    built(tmp_path)
    assert allowed(tmp_path) == first


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (b"<script>a</script>", [InlineSource("script", "a")]),
        (b"<SCRIPT type=Module>a\r\nb</Script >", [InlineSource("script", "a\nb")]),
        (b'<script type="application/json">{}</script>', []),
        (b'<script src="x.js">a</script>', []),
        (b"<scripted>a</scripted><style>b</style>", [InlineSource("style", "b")]),
        (b"<script>never closed", [InlineSource("script", "never closed")]),
        (
            b"<style>a</script></style><script>b</script>",
            [InlineSource("style", "a</script>"), InlineSource("script", "b")],
        ),
    ],
)
def test_inline_elements_are_found_as_a_browser_finds_them(page: bytes, found: list[InlineSource]) -> None:
    assert [each for each in map(read_inline, find_raw_elements(page)) if each] == found


def test_a_page_full_of_elements_that_are_never_closed_is_read_once() -> None:
    assert len(list(find_raw_elements(b"<script " * 200_000))) == 1


def test_a_policy_of_nothing_allows_files_alone() -> None:
    assert "script-src 'self'; style-src 'self';" in format_policy([])
