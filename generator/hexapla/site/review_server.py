"""A page on this machine alone, on which an editor decides on doubtful links; decisions are written at once.

Nobody else can use it: it listens on the loopback address, its address holds a token that is made anew each
time, it answers to its own name only (a foreign page may have a name resolved to this machine), and takes
decisions only from its own pages.
"""

import secrets
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock
from typing import Final
from urllib.parse import parse_qs, urlsplit

from hexapla.alignment import rank_doubtful_links
from hexapla.collection import append_decision
from hexapla.errors import SettingsError
from hexapla.output import write_atomically
from hexapla.pages import ReviewPages, ReviewState, build_review_style
from hexapla.pipeline import AnalysedDocument

LOOPBACK: Final = "127.0.0.1"
TOKEN_BYTES: Final = 18
LONGEST_FORM: Final = 20_000
"""bytes of a decision that are read"""
FORM: Final = "application/x-www-form-urlencoded"
HEADERS: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
KEYS: Final = b"""if (matchMedia("(prefers-color-scheme:dark)").matches)
  document.body.dataset.mdColorScheme = "slate";
addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select")) return;
  const control = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (control) { event.preventDefault(); control.click() }
});
"""
SAID: Final = {"together": "desk-together", "apart": "desk-apart", "other": "review-link"}
"""kind of a decision → what the page says of a link that was decided so"""


@dataclass(slots=True)
class ReviewSession:
    """One editor's way through the doubtful links of one document."""

    file: Path
    """`alignment.yml`"""
    pages: ReviewPages
    decided: dict[int, str] = field(default_factory=dict)
    past: list[tuple[bytes | None, bytes, int]] = field(default_factory=list)
    """what the file held before each decision (None: there was none) and after it, and which link it was"""
    problem: str = ""
    lock: Lock = field(default_factory=Lock)

    def render(self, at: int) -> str:
        """Return the page of a link; what could not be written is said once."""
        count = len(self.pages.links)
        state = ReviewState(
            at=at % count if count else 0,
            decided=dict(self.decided),
            written=len(self.past),
            problem=self.problem,
        )
        self.problem = ""
        return self.pages.render(state, self.file.name)

    def decide(self, form: dict[str, str]) -> int:
        """Write a decision; return the link that comes next, or the same one if it could not be written."""
        at, kind = int(form["at"]), form.get("kind", "")
        names = self.pages.name_clauses(at, form.get("other", "") if kind == "other" else None)
        if kind not in SAID or names is None:
            return at
        before = self.read()
        reason = " ".join(form.get("reason", "").split()) or self.pages.say("desk-said")
        try:
            made = append_decision(str(self.file), before or b"", names, reason, together=kind != "apart")
        except SettingsError as error:
            self.problem = str(error)
            return at
        write_atomically(self.file, made)
        self.past.append((before, made, at))
        self.decided[at] = SAID[kind]
        return at + 1

    def read(self) -> bytes | None:
        """Return what the file holds; None: there is none."""
        return self.file.read_bytes() if self.file.exists() else None

    def undo(self) -> int:
        """Take back the last decision, unless the file was changed by another hand since; return its link."""
        before, after, at = self.past[-1]
        if self.read() != after:
            self.problem = self.pages.say("review-changed", file=self.file.name)
            return at
        self.past.pop()
        if before is None:
            self.file.unlink(missing_ok=True)
        else:
            write_atomically(self.file, before)
        self.decided.pop(at, None)
        return at


class ReviewHandler(BaseHTTPRequestHandler):
    """Answers the editor's browser, and nobody else."""

    server: "ReviewServer"

    def do_GET(self) -> None:
        """Show a link, or hand out style and keys."""
        if (name := self.admit()) is None:
            return
        if name in ("style.css", "keys.js"):
            data, kind = (
                (build_review_style(), "text/css") if name == "style.css" else (KEYS, "text/javascript")
            )
            self.answer(HTTPStatus.OK, data, kind)
        elif name == "":
            given = parse_qs(urlsplit(self.path).query).get("at", ["0"])[0]
            with self.server.session.lock:
                text = self.server.session.render(int(given) if given.isascii() and given.isdigit() else 0)
            self.answer(HTTPStatus.OK, text.encode(), "text/html; charset=utf-8")
        else:
            self.answer(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """Take a decision, or take one back."""
        if (name := self.admit()) is None:
            return
        length = self.headers.get("Content-Length", "")
        own = self.headers.get("Origin") == self.server.origin
        if not own or self.headers.get_content_type() != FORM:
            self.answer(HTTPStatus.FORBIDDEN)
        elif not length.isdigit() or int(length) > LONGEST_FORM:
            self.answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            body = self.rfile.read(int(length)).decode("utf-8", "replace")
            form = {key: values[0] for key, values in parse_qs(body).items()}
            session = self.server.session
            with session.lock:
                if name == "decide" and form.get("at", "").isdigit():
                    at = session.decide(form)
                elif name == "undo" and session.past:
                    at = session.undo()
                else:
                    at = 0
            self.send_response(HTTPStatus.SEE_OTHER)
            self.send_header("Location", f"{self.server.path}?at={at}")
            self.send_header("Content-Length", "0")
            self.end_headers()

    def admit(self) -> str | None:
        """Return what is asked for behind the token; None: the request was refused."""
        path = urlsplit(self.path).path
        known = self.headers.get("Host") == self.server.host
        if known and secrets.compare_digest(
            path[: len(self.server.path)].encode(), self.server.path.encode()
        ):
            return path[len(self.server.path) :]
        self.answer(HTTPStatus.FORBIDDEN)
        return None

    def answer(self, status: HTTPStatus, data: bytes = b"", kind: str = "text/plain") -> None:
        """Send a whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing: the address holds the token."""


class ReviewServer(ThreadingHTTPServer):
    """Serves one session on the loopback address."""

    daemon_threads = True

    def __init__(self, session: ReviewSession, port: int = 0) -> None:
        """Take a free port, or the one that is asked for."""
        super().__init__((LOOPBACK, port), ReviewHandler)
        self.session = session
        self.path = f"/{secrets.token_urlsafe(TOKEN_BYTES)}/"
        self.host = f"{LOOPBACK}:{self.server_port}"
        self.origin = f"http://{self.host}"

    @property
    def url(self) -> str:
        """The address of the first page."""
        return self.origin + self.path


def start_review(
    built: AnalysedDocument, file: Path, *, language: str | None = None, port: int = 0
) -> ReviewServer:
    """Return a server for the doubtful links of a document; the caller lets it serve.

    Args:
        built: the document.
        file: its `alignment.yml`, which need not exist yet.
        language: of the interface. Default: Chinese for Chinese texts.
        port: 0: any that is free.
    """
    links = rank_doubtful_links(built.alignment)
    return ReviewServer(
        ReviewSession(file, ReviewPages(built.alignment, built.comparisons, links, language)), port
    )
