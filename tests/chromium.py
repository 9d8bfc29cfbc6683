"""Find a Chromium for the tests that look at pages, or install one; run as a script by `make test`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    *("chromium-headless-shell", "chrome-headless-shell"),
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
)
"""the shell first: it draws and prints the same, and opens a page five times as fast as a whole browser"""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""no sandbox: CI machines run as root; the rest keeps the browser itself from asking the network"""
HELP = """No Chromium was found and none could be installed. The tests that look at pages need one:
  Debian, Ubuntu:  sudo apt-get install chromium fonts-noto-cjk
  anywhere else:   .venv/bin/python -m playwright install chromium
or put a chromium or google-chrome on the PATH, then run make test again."""


def find() -> str | None:
    """Return the path of a Chromium: one on the PATH, else Playwright's own if it is there."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def run(*command: str) -> bool:
    """Run a command, its output on the terminal; tell whether it succeeded."""
    print("+", *command, file=sys.stderr)  # noqa: T201 - a script that says what it installs
    return subprocess.run(command, check=False, timeout=900).returncode == 0  # noqa: S603 - fixed commands


def install() -> None:
    """Try Playwright's download, then apt where we are root."""
    if run(sys.executable, "-m", "playwright", "install", "chromium") and find():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        run("apt-get", "update", "-qq")
        run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk")


if __name__ == "__main__":
    if not find():
        install()
    found = find()
    if not found:
        sys.exit(HELP)
