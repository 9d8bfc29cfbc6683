"""Paragraphs and items are called as they are cited, and told where they have another place."""

import builders
from hexapla.alignment import align
from hexapla.comparison import compare
from hexapla.i18n import load_messages
from hexapla.model import Clause, Role
from hexapla.reading.cited_passages import PassageIndex
from hexapla.reading.labels import label_document

GATE = "园门每日八时开放，十九时关闭，由当日值班的住户负责上锁。"
PIPE = "水管破裂的，最先发现的人应当关闭总阀，并立即告知管理员。"
NOISE = "午间和夜间不得使用割草机、电锯等会发出噪声的器具。"
TOOLS = "借用剪枝工具和梯子的，应当在登记簿上写明姓名和归还日期。"
ZH, EN = load_messages("zh"), load_messages("en")


def article(number: int, *paragraphs: str) -> list[Clause]:
    name = f"art_{number}"
    first = builders.clause(name, f"第{'一二三'[number - 1]}条", paragraphs[0], depth=0, role=Role.UNIT)
    return [
        first,
        *(
            builders.clause(f"{name}__para_{at}", None, text, depth=1, role=Role.PART)
            for at, text in enumerate(paragraphs[1:], 2)
        ),
    ]


DOCUMENT = builders.document(
    [
        builders.version("A", [*article(1, GATE, PIPE), *article(2, TOOLS)]),
        builders.version("B", [*article(1, GATE, NOISE, PIPE), *article(2, TOOLS)]),
    ]
)
LISTED = builders.document(
    [
        builders.version(
            "A",
            [
                *article(1, "住户应当："),
                builders.clause("art_1__lvl_1", "（一）", "上锁；", depth=1, role=Role.PART),
                builders.clause("art_1__lvl_1__lvl_1", "1.", "园门", depth=2, role=Role.PART),
                *article(2, GATE, "住户应当："),
                builders.clause("art_2__para_2__lvl_1", "（一）", "登记。", depth=1, role=Role.PART),
            ],
        )
    ]
)


def test_paragraphs_are_counted_where_there_are_several_and_items_called_by_their_numbers() -> None:
    index = PassageIndex(LISTED, label_document(LISTED))
    called = {
        name: (index.call(("A", name), ZH), index.call(("A", name), EN))
        for name in ("art_1", "art_1__lvl_1", "art_1__lvl_1__lvl_1", "art_2", "art_2__para_2__lvl_1")
    }
    assert called == {
        "art_1": ("第一条", "第一条"),
        "art_1__lvl_1": ("第一条（一）", "第一条（一）"),
        "art_1__lvl_1__lvl_1": ("第一条（一） 1", "第一条（一） 1"),
        "art_2": ("第二条第一款", "第二条 para. 1"),
        "art_2__para_2__lvl_1": ("第二条第二款（一）", "第二条 para. 2（一）"),
    }


def test_only_what_has_another_place_is_told() -> None:
    comparison = compare(align(DOCUMENT), "A", "B")
    index = PassageIndex(DOCUMENT, label_document(DOCUMENT))
    told = {change.id: list(index.lines(change, ZH)) for change in comparison.changes}
    assert told == {"A__art_1": ["第一条第二款 → 第一条第三款"], "A__art_2": []}
    (change, _) = comparison.changes
    (link,) = index.notable_links(change)
    assert index.name_other(link, 0, change, ZH) == "第三款"
    assert index.name_other(link, 1, change, ZH) == "第二款"
