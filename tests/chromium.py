"""Find a Chromium for the tests that look at pages, or install one; run as a script by `make test`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELLS = ("chromium-headless-shell", "chrome-headless-shell")
"""Chromium without windows: it draws and prints the same, and opens a page five times as fast"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
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
  Debian:          sudo apt-get install chromium-headless-shell fonts-noto-cjk
  anywhere else:   .venv/bin/python -m playwright install chromium-headless-shell
or put a chromium or google-chrome on the PATH, then run make test again."""


def find() -> str | None:
    """Return the path of a Chromium: a shell, on the PATH or Playwright's own, else a whole browser."""
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    shells = own.parents[2].glob("chromium_headless_shell-*/*/*headless*shell*")
    places = (
        *map(shutil.which, SHELLS),
        *(str(path) for path in sorted(shells) if os.access(path, os.X_OK)),
        *map(shutil.which, BROWSERS),
        str(own) if own.exists() else None,
    )
    return next(filter(None, places), None)


def run(*command: str) -> bool:
    """Run a command, its output on the terminal; tell whether it succeeded."""
    print("+", *command, file=sys.stderr)  # noqa: T201 - a script that says what it installs
    return subprocess.run(command, check=False, timeout=900).returncode == 0  # noqa: S603 - fixed commands


def install() -> None:
    """Try Playwright's download, then apt where we are root: the shell, else the whole browser."""
    if run(sys.executable, "-m", "playwright", "install", "chromium-headless-shell") and find():
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        run("apt-get", "update", "-qq")
        for package in ("chromium-headless-shell", "chromium"):
            if run("apt-get", "install", "-y", "-qq", "--no-install-recommends", package, "fonts-noto-cjk"):
                return


if __name__ == "__main__":
    if not find():
        install()
    found = find()
    if not found:
        sys.exit(HELP)
