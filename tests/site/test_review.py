"""An editor decides on doubtful links in the browser, and nobody else can."""

import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from hexapla.collection import load_files
from hexapla.collection.alignment_yml import read_decisions
from hexapla.model import Basis, Link, Row
from hexapla.pipeline import build_document
from hexapla.site import ReviewServer, start_review

OLD = """Lamp Rules

Section 1. The lamps are lit at dusk.

Section 2. Oil is bought in May.

Section 3. No one climbs the poles.
"""
NEW = OLD.replace("in May", "in June by the keeper").replace("climbs", "paints")
NOTES = "# decided at the meeting\n"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReviewServer]:
    """A review of two texts of which two links are doubtful."""
    for name, text in (("a", OLD), ("b", NEW)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "alignment.yml").write_text(NOTES, encoding="utf-8")
    built = build_document(load_files([tmp_path / "a.txt", tmp_path / "b.txt"]))

    def doubted(row: Row) -> Row:
        name = row.cells[0][0]
        doubt = Link(a=("A", name), b=("B", name), basis=Basis.WORDING, score=0.2)
        return row if name.endswith("_1") else replace(row, links=(doubt,))

    table = replace(built.alignment, rows=tuple(map(doubted, built.alignment.rows)))
    made = start_review(replace(built, alignment=table), tmp_path / "alignment.yml", language="en")
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()


def ask(
    server: ReviewServer, path: str, form: dict[str, str] | None = None, **headers: str
) -> tuple[int, str]:
    """Ask as the editor's browser does, but for the headers given; return status and text, or where to go."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    given = {
        "Host": server.host,
        "Origin": server.origin,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    body = urlencode(form) if form is not None else None
    connection.request("POST" if body is not None else "GET", path, body, given | headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, answer.getheader("Location") or text


def written(server: ReviewServer) -> str:
    """Return what the file holds."""
    return server.session.file.read_text(encoding="utf-8")


def test_a_decision_is_written_at_once_behind_what_stands_there_and_can_be_undone(
    server: ReviewServer,
) -> None:
    status, page = ask(server, server.path)
    assert status == 200
    assert "1 / 2" in page
    assert "likeness 0.20, little evidence" in page
    status, then = ask(server, server.path + "decide", {"at": "0", "kind": "apart", "reason": " two  oils "})
    assert (status, then) == (303, server.path + "?at=1")
    assert written(server).startswith(NOTES)
    (first,) = read_decisions("a", "a", written(server).encode())
    assert (first.together, first.reason) == (False, "two oils")
    ask(server, server.path + "decide", {"at": "1", "kind": "other", "other": "B/sec_1", "reason": ""})
    assert [each.together for each in read_decisions("a", "a", written(server).encode())] == [False, True]
    assert "2 decided" in ask(server, server.path)[1]
    ask(server, server.path + "undo", {})
    ask(server, server.path + "undo", {})
    assert written(server) == NOTES


def test_nothing_is_taken_back_from_a_file_that_another_hand_changed(server: ReviewServer) -> None:
    ask(server, server.path + "decide", {"at": "0", "kind": "together"})
    server.session.file.write_text(changed := written(server) + "# and this\n", encoding="utf-8")
    ask(server, server.path + "undo", {})
    assert written(server) == changed
    assert "changed by another hand" in ask(server, server.path)[1]


def test_a_contradiction_is_told_and_not_written(server: ReviewServer) -> None:
    ask(server, server.path + "decide", {"at": "0", "kind": "together"})
    before = written(server)
    assert ask(server, server.path + "decide", {"at": "0", "kind": "apart"})[1].endswith("?at=0")
    assert written(server) == before
    assert "says the opposite" in ask(server, server.path)[1]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://elsewhere.example"},
        {"Origin": "null"},
        {"Host": "elsewhere.example"},
        {"Content-Type": "text/plain"},
    ],
)
def test_other_pages_decide_nothing(server: ReviewServer, headers: dict[str, str]) -> None:
    assert ask(server, server.path + "decide", {"at": "0", "kind": "apart"}, **headers)[0] == 403
    assert written(server) == NOTES


def test_who_has_not_the_address_sees_nothing(server: ReviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    for path in ("/", "/decide", server.path[:-2] + "x/"):
        assert ask(server, path) == (403, "")
    assert ask(server, server.path, Host=f"localhost.example:{server.server_port}")[0] == 403


@pytest.mark.parametrize(
    "form",
    [
        {"at": "7", "kind": "apart"},
        {"at": "-1", "kind": "apart"},
        {"at": "0", "kind": "burn"},
        {"at": "0", "kind": "other", "other": "B/sec_99"},
        {"at": "0", "kind": "other", "other": "A/sec_1"},
        {"kind": "apart"},
    ],
)
def test_what_names_nothing_is_not_written(server: ReviewServer, form: dict[str, str]) -> None:
    assert ask(server, server.path + "decide", form)[0] == 303
    assert written(server) == NOTES
    assert ask(server, server.path + "?at=999999999999")[0] == 200


def test_its_pages_load_from_themselves_alone(server: ReviewServer) -> None:
    page = ask(server, server.path)[1]
    assert re.findall(r'(?:src|href|action)="([^"#?]+)"', page) == [
        "data:,",
        "style.css",
        "keys.js",
        "decide",
    ]
    assert "<script>" not in page
    for name in ("style.css", "keys.js"):
        assert ask(server, server.path + name)[0] == 200
    assert ask(server, server.path + "../keys.js")[0] == 404
