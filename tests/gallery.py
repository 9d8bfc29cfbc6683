"""Take the pictures of the gallery, of every page type of the built specimens; run by `make gallery`.

The browser itself writes WebP, so nothing else is needed. Pictures depend on its version and the machine's
fonts; everything else about them is fixed.
"""

import base64
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from chromium import FLAGS, HELP, find
from hexapla import api
from hexapla.site import publish_site

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/images/gallery"
ROOM, GARDEN, RULES = "texts/tool-room/", "texts/garden-bylaws/", "texts/responsibility-rules/"
SHOTS = {
    "home": ("index.html", 1280, "light"),
    "overview": (RULES + "index.html", 1280, "light"),
    "read": (ROOM + "read-B.html", 1280, "light"),
    "compare": (ROOM + "compare-A-C.html", 1440, "light"),
    "compare-dark": (GARDEN + "compare-B-C.html", 1440, "dark"),
    "synopsis": (GARDEN + "synopsis.html", 1440, "light"),
    "history": (GARDEN + "history.html", 1280, "light"),
    "history-phone": (ROOM + "history.html", 390, "light"),
    "concordance": (ROOM + "concordance.html", 1280, "light"),
    "downloads": (ROOM + "downloads.html", 1280, "light"),
    "how-to-read": ("texts/how-to-read.html", 1280, "light"),
}
"""picture → page, width of the window, colours"""
BESIDE = {
    "single-file": ("comparison.html", 1280, "light"),
    "guest": ("handbook/texts/tool-room/compare-A-C.html", 1440, "light"),
}
"""the same of what is made beside the specimens' site: one file, and a site that was there before"""
HANDBOOK = """site_name: The workshop handbook
theme:
  name: material
  font: false
  palette: {primary: deep purple}
  features: [navigation.tabs]
plugins:
  - search
  - hexapla: {sources: regulations}
nav:
  - Start: index.md
  - Machines: machines.md
  - Regulations: texts/tool-room/index.md
"""
PHONE = 500
LARGEST = 150_000
TO_WEBP = """async png => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.82).split(",")[1];
}"""


def pictures(
    browser: Browser, site: Path, shots: Mapping[str, tuple[str, int, str]]
) -> Iterator[tuple[str, bytes]]:
    """Yield each picture's name and bytes."""
    for name, (page, width, scheme) in shots.items():
        context = browser.new_context(
            viewport={"width": width, "height": 844 if width < PHONE else 900},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        tab = context.new_page()
        tab.goto((site / page).as_uri(), wait_until="load")
        png = base64.b64encode(tab.screenshot()).decode()
        yield name, base64.b64decode(tab.evaluate(TO_WEBP, png))
        context.close()


def make_others(folder: Path) -> None:
    """Make a single file, and a handbook of which some pages are ours."""
    room = ROOT / "source_texts/tool-room"
    api.compare(room / "2016.md", room / "2023.md").to_html(folder / "comparison.html")
    shutil.copytree(room, folder / "regulations/tool-room")
    (folder / "docs").mkdir()
    for name in ("index", "machines"):
        (folder / f"docs/{name}.md").write_text("# The workshop\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(HANDBOOK, encoding="utf-8")
    publish_site(config_file=folder / "mkdocs.yml", site_dir=folder / "handbook", offline=True)


def main() -> None:
    """Build the specimens and put the pictures in place."""
    path = find()
    if not path:
        sys.exit(HELP)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        publish_site(config_file=ROOT / "mkdocs.yml", site_dir=site, offline=True)
        make_others(Path(folder))
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        wanted = [*pictures(browser, site, SHOTS), *pictures(browser, Path(folder), BESIDE)]
        for name, data in wanted:
            if len(data) > LARGEST:
                sys.exit(f"{name}.webp has {len(data)} bytes, more than {LARGEST}; show less of the page.")
            (PICTURES / f"{name}.webp").write_bytes(data)
        browser.close()


if __name__ == "__main__":
    main()
