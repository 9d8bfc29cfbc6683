"""Remarks in the forms that people, programs and code reviews read."""

import json
from collections.abc import Iterable, Sequence
from importlib import metadata
from urllib.parse import quote

from hexapla.build.checking import Remark
from hexapla.findings import KINDS, Severity

__all__ = ["FORMS", "github", "json_text", "sarif", "text"]

GITHUB = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def text(remarks: Iterable[Remark]) -> str:
    """One line a remark, in the form that editors and terminals turn into a link."""
    lines = (f"{place(each)}: {each.severity}: {each.message} [{each.code}]\n" for each in remarks)
    return "".join(lines)


def place(remark: Remark) -> str:
    """Name a file and the line in it."""
    return remark.path if remark.line is None else f"{remark.path}:{remark.line}"


def json_text(remarks: Iterable[Remark]) -> str:
    """An object with a list of remarks."""
    record = {
        "schema": "hexapla-check/1",
        "remarks": [
            {
                "document": each.document,
                "path": each.path,
                "line": each.line,
                "severity": str(each.severity),
                "code": each.code,
                "message": each.message,
            }
            for each in remarks
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def github(remarks: Iterable[Remark]) -> str:
    """Workflow commands, which GitHub shows as annotations; no text and no name can end a command."""
    return "".join(command(each) for each in remarks)


def command(remark: Remark) -> str:
    """Write one workflow command."""
    properties = {"file": remark.path, "title": remark.code}
    if remark.line is not None:
        properties["line"] = str(remark.line)
    told = ",".join(f"{name}={value.translate(PROPERTY)}" for name, value in properties.items())
    return f"::{GITHUB[remark.severity]} {told}::{remark.message.translate(DATA)}\n"


def sarif(remarks: Sequence[Remark]) -> str:
    """A log in SARIF 2.1.0, which code hosts and editors read."""
    codes = sorted({each.code for each in remarks})
    run = {
        "tool": {
            "driver": {
                "name": "hexapla",
                "semanticVersion": metadata.version("hexapla"),
                "rules": [rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [result(each, codes.index(each.code)) for each in remarks],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def rule(code: str) -> dict[str, object]:
    """Describe a code."""
    kind = KINDS.get(code)
    template = kind.template if kind else "A document or its settings cannot be read."
    level = kind.severity if kind else Severity.ERROR
    return {
        "id": code,
        "shortDescription": {"text": template},
        "defaultConfiguration": {"level": str(level)},
    }


def result(remark: Remark, index: int) -> dict[str, object]:
    """Write a remark as a result; its path as the part of an address that it is."""
    location: dict[str, object] = {"artifactLocation": {"uri": quote(remark.path)}}
    if remark.line is not None:
        location["region"] = {"startLine": remark.line}
    return {
        "ruleId": remark.code,
        "ruleIndex": index,
        "level": str(remark.severity),
        "message": {"text": remark.message},
        "locations": [{"physicalLocation": location}],
    }


FORMS = {"text": text, "json": json_text, "github": github, "sarif": sarif}
