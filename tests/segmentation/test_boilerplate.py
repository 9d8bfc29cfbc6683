"""Furniture of a page is set aside, and no word of a text that looks like it: web pages, headers of print."""

import pytest

from segmentation.texts import cut, cut_one, tiles

POLICIES = [
    ("Cookie Notice\n\nThe mill sets two cookies.\n\nCookies can be refused.\n", "Cookie Notice"),
    (
        "Privacy Policy\n\n1. Names\n\nWe keep yours.\n\n2. More\n\nSee also our terms of use.\n",
        "Privacy Policy",
    ),
    (
        "Mill Licence\n\n1. Flour may be baked.\n\n2. Rights\n\nThe miller has all rights reserved.\n",
        "Mill Licence",
    ),
    ("# Impressum\n\nMühle am Bach, Steg 2.\n\nCookies setzt die Mühle nicht.\n", "Impressum"),
    ("Nutzungsbedingungen\n\n1. Jeder darf mahlen.\n\n2. Siehe Datenschutz.\n", "Nutzungsbedingungen"),
    ("隐私政策\n\n磨坊收集姓名，用于注册。\n\n您可以下载副本，也可以分享。\n", "隐私政策"),
    ("磨坊用户协议\n第一条 登录须用本名。\n第二条 投诉请点击反馈。\n", "磨坊用户协议"),
    (
        "Mentions légales\n\n1. Le moulin est à tous.\n\n2. Il dort.\n\nVoir nos conditions d’utilisation.\n",
        "Mentions légales",
    ),
    ("プライバシーポリシー\n\n水車小屋は氏名を集める。\n\nクッキーは使わない。\n", "プライバシーポリシー"),
    ("이용약관\n\n제1조 방앗간은 모두 쓴다.\n제2조 개인정보처리방침을 따른다.\n", "이용약관"),
    ("Settings\n\nGo to Mill > Names > Delete.\n\nMill > Names > Delete\n", "Settings"),
    (
        "Mill rules\n\n1. The mill turns.\n\nThese belong to the rules:\n\nPrivacy Policy\nCookie Policy\n",
        "Mill rules",
    ),
]


@pytest.mark.parametrize(("text", "title"), POLICIES)
@pytest.mark.parametrize("kind", ["text/plain", "text/markdown"])
def test_no_word_of_a_policy_is_furniture(text: str, title: str, kind: str) -> None:
    document = cut(text, kind)
    tiles(document)
    (version,) = document.versions
    assert version.title.lstrip("# ") == title
    assert not [each for each in (*document.set_aside, *version.set_aside) if each.kind == "furniture"]
    held = "".join(text[slice(*span)] for clause in version.clauses for span in clause.spans)
    assert held.split() == text.replace("#", "").split(None, len(title.split()))[-1].split()


PAGES = [
    (
        (
            "Home\nPrivacy Policy\nLog in\n\nMill rules\n1. It turns.\n2. It rests.\nImpressum\n"
            "© 2015 Mill. All rights reserved.\n"
        ),
        "text/plain",
        "Mill rules",
    ),
    (
        "Home\nSearch\n\nPrivacy Policy\n\nThe mill keeps names.\n\nImprint\n© 2015 Mill\n",
        "text/html",
        "Privacy Policy",
    ),
    (
        (
            "首页 > 磨坊\n点击下载\n磨坊规定\n第一条 水够即磨。\n第二条 水少即停。\n"
            "上一篇：水渠\n备案号：某0号\n"
        ),
        "text/plain",
        "磨坊规定",
    ),
    (
        (
            "Startseite | Mühle\nAnmelden\n\nMühlenordnung\n§ 1 Sie mahlt.\n§ 2 Sie ruht.\n"
            "Impressum\nDatenschutz\n"
        ),
        "text/html",
        "Mühlenordnung",
    ),
]


@pytest.mark.parametrize(("text", "kind", "title"), PAGES)
def test_furniture_of_a_web_page_is_set_aside(text: str, kind: str, title: str) -> None:
    document = cut(text, kind)
    tiles(document)
    (version,) = document.versions
    assert version.title == title
    assert [len(clause.text.split("\n")) for clause in version.clauses] == [1] * len(version.clauses)
    aside = "".join(
        text[slice(*span)] for each in document.set_aside if each.kind == "furniture" for span in each.spans
    )
    first, *_, last = [line for line in text.split("\n") if line]
    assert first in aside
    assert last in aside


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("§ 1 Zaun\nEr steht.\n§ 2\n(entfallen)\n§ 3\n(entfallen)\n§ 4\n(entfallen)\n", "(entfallen)"),
        ("第一条 种葱。\n第二条\n（废止）\n第三条\n（废止）\n第四条\n（废止）\n", "（废止）"),
        ("第一条 种葱。\n第二条\n略\n第三条\n略\n第四条\n略\n第五条 略\n", "略"),
        (
            "1. Oats.\nThe cook decides.\n2. Rye.\nThe cook decides.\n3. Tea.\nThe cook decides.\n",
            "The cook decides.",
        ),
        ("1. Oats.\nCost\nTwo.\n2. Rye.\nCost\nTwo.\n3. Tea.\nCost\nTwo.\n", "Cost"),
        ("1. Oats\nCup  5\nBowl  7\n2. Rye\nCup  6\nBowl  8\n", "Bowl  8"),
        (
            "1. Members:\nthe chair\nthe clerk\n2. Guests:\nthe chair\nthe clerk\n3. Both:\nthe chair\n",
            "the chair",
        ),
    ],
)
def test_repeated_lines_stay(text: str, kept: str) -> None:
    version = cut_one(text)
    there = "\n".join(f"{clause.number} {clause.heading} {clause.text}" for clause in version.clauses)
    assert there.count(kept) == text.count(kept)


@pytest.mark.parametrize(
    ("text", "header"),
    [
        (
            "1. Carts wait at\nMill Post, No. 9  4\nthe gate.\n2. Mules are\n5  No. 9, Mill Post\nfed.\n",
            "Mill Post",
        ),
        (
            "1. Carts wait at\nMill Post\n-4-\nthe gate.\n2. Mules\nMill Post\n-5-\nrest.\nMill Post\n-6-\n",
            "Mill Post",
        ),
        ("第一条 车马\n车行 内部 ·1·\n入棚。\n第二条 喂料须\n车行 内部 ·2·\n过秤。\n", "内部"),
        (
            "1. Carts wait\n\fMill Post\nbelow.\n2. Mules\n\fMill Post\nrest.\n3. Oxen\n\fMill Post\nwork.\n",
            "Mill Post",
        ),
    ],
)
def test_headers_are_set_aside(text: str, header: str) -> None:
    version = cut_one(text)
    assert not any(header in (clause.heading or "") + clause.text for clause in version.clauses)
