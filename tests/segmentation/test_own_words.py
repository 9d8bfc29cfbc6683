"""A policy keeps the words that a website's furniture is made of; a web page loses its furniture."""

import pytest

from segmentation.texts import cut, tiles

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
