"""Take the pictures of the gallery, of every page type of the built specimens; run by `make gallery`.

The browser itself writes WebP, so nothing else is needed. Pictures depend on its version and the machine's
fonts; everything else about them is fixed.
"""

import base64
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from chromium import FLAGS, HELP, find
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


def pictures(browser: Browser, site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each picture's name and bytes."""
    for name, (page, width, scheme) in SHOTS.items():
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


def main() -> None:
    """Build the specimens and put the pictures in place."""
    path = find()
    if not path:
        sys.exit(HELP)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        publish_site(config_file=ROOT / "mkdocs.yml", site_dir=site, offline=True)
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        for name, data in pictures(browser, site):
            if len(data) > LARGEST:
                sys.exit(f"{name}.webp has {len(data)} bytes, more than {LARGEST}; show less of the page.")
            (PICTURES / f"{name}.webp").write_bytes(data)
        browser.close()


if __name__ == "__main__":
    main()
