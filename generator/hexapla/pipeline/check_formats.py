"""Remarks in the forms that people, programs and code reviews read."""

import json
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from hexapla.findings import FINDING_KINDS, Severity
from hexapla.pipeline.check import CheckRemark
from hexapla.version import VERSION

GITHUB = {Severity.NOTE: "notice", Severity.WARNING: "warning", Severity.ERROR: "error"}
SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def format_text(remarks: Iterable[CheckRemark]) -> str:
    """One line a remark, in the form that editors and terminals turn into a link."""
    lines = (f"{format_place(each)}: {each.severity}: {each.message} [{each.code}]\n" for each in remarks)
    return "".join(lines)


def format_place(remark: CheckRemark) -> str:
    """Name a file and the line in it."""
    return remark.path if remark.line is None else f"{remark.path}:{remark.line}"


def format_json(remarks: Iterable[CheckRemark]) -> str:
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


def format_github(remarks: Iterable[CheckRemark]) -> str:
    """Workflow commands, which GitHub shows as annotations; no text and no name can end a command."""
    return "".join(write_workflow_command(each) for each in remarks)


def write_workflow_command(remark: CheckRemark) -> str:
    """Write one workflow command."""
    properties = {"file": remark.path, "title": remark.code}
    if remark.line is not None:
        properties["line"] = str(remark.line)
    told = ",".join(f"{name}={value.translate(PROPERTY)}" for name, value in properties.items())
    return f"::{GITHUB[remark.severity]} {told}::{remark.message.translate(DATA)}\n"


def format_sarif(remarks: Sequence[CheckRemark]) -> str:
    """A log in SARIF 2.1.0, which code hosts and editors read."""
    codes = sorted({each.code for each in remarks})
    run = {
        "tool": {
            "driver": {
                "name": "hexapla",
                "semanticVersion": VERSION,
                "rules": [describe_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [describe_result(each, codes.index(each.code)) for each in remarks],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def describe_rule(code: str) -> dict[str, object]:
    """Describe a code."""
    kind = FINDING_KINDS.get(code)
    template = kind.template if kind else "A document or its settings cannot be read."
    level = kind.severity if kind else Severity.ERROR
    return {
        "id": code,
        "shortDescription": {"text": template},
        "defaultConfiguration": {"level": str(level)},
    }


def describe_result(remark: CheckRemark, index: int) -> dict[str, object]:
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


FORMS = {"text": format_text, "json": format_json, "github": format_github, "sarif": format_sarif}
