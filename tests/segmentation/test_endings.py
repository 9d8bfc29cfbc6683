"""Whether a version's end is missing, and what stands at both ends of a page."""

import pytest

from hexapla.model import Completeness
from segmentation.texts import cut, tiles


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("1. Bread is baked.\n2. A loaf bears\n(a) a stamp;\n(b) a date; and\n(c) the name of", "cut_off"),
        ("1. Bread is baked.\n2. A loaf bears\n(a) a stamp;\n(b) a date; and", "cut_off"),
        ("1. Bread\n2. Salt\n3. A jug of the", "cut_off"),
        ("1. Bread\n2. Salt\n3. A jug", "whole"),
        ("一、面包当日烤。\n二、盐罐须盖好，以及", "cut_off"),
        ("一、面包当日烤。\n二、盐罐盖好。\n附件：值班电话\n值班室 0000-456\n", "whole"),
        ("第一条 面包当日烤。\n第二条 盐罐盖好。\n附表\n南窗 三扇\n北窗 一扇\n", "whole"),
        ("1. Bread is baked.\n2. Salt is covered.\u200e\u202c", "whole"),
        ("1. Bread is baked.\n2. Salt is covered by the", "cut_off"),
        ("一、面包当日烤。\n二、有下列情形的，盖好盐罐：", "cut_off"),
        ("一、面包当日烤．\n二、盐罐盖好．", "whole"),
        ("一、面包当日烤。\n二、盐罐盖好。\n盐罐样式图", "whole"),
        ("一、面包当日烤。\n二、盐罐盖好。\n三、面包师应当填写盐罐登记表", "whole"),
        ("一、面包当日烤。\n二、盐罐盖好。\n三、附近的灶台应当列入清单", "whole"),
        ("1. Bread is baked.\n2. Salt is covered.\n3. Schedule A applies to any - or", "cut_off"),
        ("一、面包当日烤。\n二、盐罐盖好。\n正本：各灶\n副本：本村", "whole"),
    ],
)
def test_completeness(text: str, verdict: str) -> None:
    assert cut(text).versions[0].completeness is Completeness(verdict)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("粮仓文件\n粮仓〔2011〕4号\n\n关于晒谷的意见\n一、晴天晒。\n二、雨天收。\n", "关于晒谷的意见"),
        ("粮仓〔2011〕4号\n关于晒谷的通知\n一、晴天晒。\n二、雨天收。\n", "关于晒谷的通知"),
        ("Home\nLog in\n\nBaking club rules\n1. Bread is baked.\n2. Salt is covered.\n", "Baking club rules"),
        (
            "位置：首页 / 通知\n晒谷场规定\n时间：2011-06-01　浏览：12\n第一条 晴天晒。\n第二条 雨天收。",
            "晒谷场规定",
        ),
        (
            "晒谷场规则（2011年1月6日村民会议通过）第一章总则第一条晴天晒。第二章附则第二条雨天收。",
            "晒谷场规则",
        ),
        ("晒谷场章程 序言 谷贵如金，议定此章。第一章 总则 第一条 晴天晒。", "晒谷场章程"),
        (
            "Jump to navigation\nSign in\n\nBaking rules\n1. Bread is baked.\n2. Salt is not.\n",
            "Baking rules",
        ),
    ],
)
def test_title_under_letterhead_or_navigation(text: str, title: str) -> None:
    document = cut(text)
    tiles(document)
    assert document.versions[0].title == title
