"""Documents built by hand: a version is a list of texts, numbered 第1条, 第2条 … or as given."""

from collections.abc import Sequence

import builders
from hexapla.model import Completeness, Document, Version

__all__ = [
    "ANSWER",
    "APPLY",
    "DUTY",
    "FINE",
    "FORCE",
    "PURPOSE",
    "RECORD",
    "document",
    "heading_with_text_below",
    "outline",
    "version",
]

PURPOSE = "为了规范园区用水秩序，保护地下水源，制定本规则。"
DUTY = "管理人应当每月巡查水渠一次，并把结果写入簿册。"
RECORD = "用水记录由值班员逐日登记，保存期限不得少于三年。"
APPLY = "居民可以在春季申请用水，申请应当附具身份证明和用水计划。"
ANSWER = "管理人收到申请后应当在十五日内书面答复，逾期视为同意。"
FINE = "浪费用水的，处二百元以下罚款；屡教不改的，停止供水一个月。"
FORCE = "本规则自公布之日起施行，旧规则同时废止。"


def version(
    siglum: str,
    texts: Sequence[str | tuple[str | None, str]],
    *,
    completeness: Completeness = Completeness.WHOLE,
) -> Version:
    """Make a version of articles; a pair gives number (None: unnumbered) and text."""
    return builders.version(siglum, builders.articles(texts), completeness=completeness)


def document(*versions: Version | Sequence[str | tuple[str | None, str]]) -> Document:
    """Make a document; bare lists of texts become versions A, B, C …"""
    return builders.document(
        [
            given if isinstance(given, Version) else version(chr(ord("A") + at), given)
            for at, given in enumerate(versions)
        ]
    )


def outline(siglum: str, texts: Sequence[tuple[str, str | None, str]]) -> Version:
    """Make a version of clauses numbered 1., 1.1., each with number, heading (or None) and text."""
    return builders.version(
        siglum,
        [
            builders.clause(
                f"lvl_{number.strip('.').replace('.', '-')}",
                number,
                text,
                heading=heading,
                depth=number.count(".") - 1,
            )
            for number, heading, text in texts
        ],
    )


def heading_with_text_below(before: str, below: Sequence[str], after: str) -> Document:
    """Make two versions: a clause with its heading and text, and then with the heading, its text below."""
    heading = "供水"
    return document(
        outline(
            "A", [("1.", None, before), ("2.", None, f"{heading}\n{''.join(below)}"), ("3.", None, after)]
        ),
        outline(
            "B",
            [
                ("1.", None, before),
                ("2.", heading, ""),
                *((f"2.{at}.", None, text) for at, text in enumerate(below, 1)),
                ("3.", None, after),
            ],
        ),
    )
