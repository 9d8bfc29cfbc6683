"""A Firefox that prints: its Marionette protocol spoken over a socket, without a driver."""

import base64
import json
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["Firefox", "firefox"]

SETTINGS = {
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.auto": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "",
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
}
"""nothing is asked of the network on the browser's own account"""
TRIES = 150
PAUSE = 0.2


class Firefox:
    """Speaks with a Firefox that listens."""

    def __init__(self, wire: socket.socket) -> None:
        """Begin a session."""
        self.wire, self.asked = wire, 0
        self.hear()
        self.ask("WebDriver:NewSession", capabilities={"alwaysMatch": {}})

    def hear(self) -> Any:  # noqa: ANN401 - whatever JSON says
        """Return the next message: its length in digits, a colon, JSON."""
        length = b""
        while (digit := self.wire.recv(1)) not in (b":", b""):
            length += digit
        data = b""
        while len(data) < int(length):
            data += self.wire.recv(int(length) - len(data))
        return json.loads(data)

    def ask(self, command: str, **values: Any) -> Any:  # noqa: ANN401 - a command's own values
        """Send a command and return its result."""
        self.asked += 1
        data = json.dumps([0, self.asked, command, values]).encode()
        self.wire.sendall(f"{len(data)}:".encode() + data)
        _, _, error, result = self.hear()
        assert error is None, error
        return result

    def pdf(self, url: str) -> bytes:
        """Return a page as it prints it."""
        self.ask("WebDriver:Navigate", url=url)
        made = self.ask("WebDriver:Print", background=True, shrinkToFit=False, preferCSSPageSize=True)
        return base64.b64decode(made["value"])


@contextmanager
def firefox(home: Path) -> Iterator[Firefox]:
    """Start a Firefox with a profile of its own in an empty folder."""
    program = shutil.which("firefox") or shutil.which("firefox-esr")
    assert program, "no Firefox"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {**SETTINGS, "marionette.port": port}
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in own.items()]
    (home / "user.js").write_text("\n".join(lines), encoding="utf-8")
    command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(home)]
    started = subprocess.Popen(  # noqa: S603 - a browser on the PATH, no shell
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        with connected(port) as wire:
            yield Firefox(wire)
    finally:
        started.terminate()
        started.wait(30)


def connected(port: int) -> socket.socket:
    """Connect as soon as somebody listens."""
    for _ in range(TRIES):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=120)
        except OSError:
            time.sleep(PAUSE)
    raise AssertionError("Firefox does not answer")
