"""Expressions exchanged at 38 of 40 places: the two that were forgotten are told, whichever they are."""

import random

import pytest

import builders
from hexapla.comparison import compare
from hexapla.model import Alignment, Order, Row
from hexapla.reading.captions import Wording
from hexapla.reading.summary import tell_comparison
from hexapla.text.numerals import write_han_numeral

ARTICLES = 40
PLANTED = 20
EXCHANGES = (
    ("市场主体", "经营主体"),
    ("码头用户", "码头成员"),
    ("股东大会", "股东会"),
    ("风筝事务局", "风筝管理局"),
    ("借用人", "借用人和使用人"),
    ("登记机关", "登记机构"),
    ("灯塔看守人", "灯塔管理员"),
    ("失业保险", "就业保险"),
    ("社区代表会", "居民代表会"),
    ("检验站", "检验检测站"),
)
SUBJECTS = "灯具 船只 缆绳 仓库 渡口 桥梁 水井 花圃 钟楼 书架".split()
DUTIES = (
    "每年清点一次并留存记录",
    "在三日内告知值班员",
    "负责赔偿损坏之处",
    "查阅本人的登记",
)


def write_articles(name: str, draw: random.Random) -> list[str]:
    """Write forty articles, no two alike, each with a name in it once."""
    pairs = [(subject, duty) for subject in SUBJECTS for duty in DUTIES]
    draw.shuffle(pairs)
    forms = ("{n}对{s}{d}。", "{s}归{n}使用的，应当{d}。", "使用{s}的，由{n}{d}。", "除{s}以外，{n}可以{d}。")
    return [draw.choice(forms).format(n=name, s=subject, d=duty) for subject, duty in pairs]


@pytest.mark.parametrize("seed", range(PLANTED))
def test_the_two_places_that_were_forgotten_are_told(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - a test that can be repeated
    old, new = EXCHANGES[seed % len(EXCHANGES)]
    base = write_articles(old, draw)
    forgotten = sorted(draw.sample(range(ARTICLES), 2))
    target = [text if at in forgotten else text.replace(old, new) for at, text in enumerate(base)]
    numbers = [f"第{write_han_numeral(at + 1)}条" for at in range(ARTICLES)]
    versions = [
        builders.version(siglum, builders.articles(list(zip(numbers, texts, strict=True)), stem="c"))
        for siglum, texts in (("A", base), ("B", target))
    ]
    rows = [Row(id=f"r{at}", cells=((f"c{at}",), (f"c{at}",)), links=()) for at in range(1, ARTICLES + 1)]
    document = builders.document(versions, order=Order.CHRONOLOGICAL)
    comparison = compare(Alignment(document=document, rows=tuple(rows), findings=()), "A", "B")
    (found,) = comparison.replacements
    names = [f"r{at + 1}" for at in forgotten]
    assert (found.delete, found.insert) == (old, new)
    assert (found.count, found.kept_count, list(found.kept_in)) == (ARTICLES - 2, 2, names)
    told = [
        (finding.row, finding.message)
        for change in comparison.changes
        for finding in change.findings
        if finding.code == "replacement_exception"
    ]
    message = f"“{old}” stays here; it became “{new}” at {ARTICLES - 2} of {ARTICLES} places."
    assert told == [(name, message) for name in names]
    summary = tell_comparison(comparison, Wording("zh"))
    assert f"{numbers[forgotten[0]]} + {numbers[forgotten[1]]}" in summary
