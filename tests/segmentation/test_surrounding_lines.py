"""What stands around the clauses: titles below other lines, lines of a website, ends that break off."""

import pytest

from hexapla.model import Completeness
from segmentation.texts import cut

TITLES = {
    "Rules of the Kite Meadow": (
        "Home | About | Contact\nRules of the Kite Meadow\n1. Kites fly.\n2. Kites land.\n© 2021 Kite Club\n"
    ),
    "Satzung des Kegelvereins": (
        "GENEHMIGT\ndurch den Vorstand am 3. März 2021\n\nSatzung des Kegelvereins\n\n"
        "§ 1 Name\nEr heißt Kegel.\n"
    ),
    "Règlement du lavoir": (
        "Annexe à la délibération n° 12 du 3 mai 2021\n\nRèglement du lavoir\n\n"
        "Article 1\nOn y lave.\nArticle 2\nOn y chante.\n"
    ),
    "Правила катка": (
        "Приложение № 1\nк приказу смотрителя\nот 12.03.2020 № 44\n\nПравила катка\n\n"
        "1. Порядок\n1.1. Каток открыт.\n"
    ),
    "河灯管理办法": "附件1\n\n河灯管理办法\n\n第一条 河灯统一制作。\n第二条 河灯夜间放。\n",
    "Reglamento de la pista": (
        "Inicio > Normas > Reglamento\nReglamento de la pista\nArtículo 1. Se prestan patines.\n"
        "Artículo 2. Se secan.\nAviso legal | Política de privacidad | Contacto\n"
    ),
    "スケート場利用規約": (
        "ホーム > 規約 > 利用規約\nスケート場利用規約\n第1条　靴を貸す。\n第2条　靴を返す。\n"
        "お問い合わせ | サイトマップ\n"
    ),
    "Правила пруда": (
        "Главная / Документы / Правила\nПравила пруда\n1. Лодки выдают.\n2. Лодки сушат.\n"
        "© 2020 Пруд. Все права защищены.\n"
    ),
}
"""title → a text with other lines above it"""
BROKEN_OFF = (
    "1. Kites fly.\n2. A kite that is torn is mended by the keeper, who may",
    "1. Kites fly.\n2. Kites land.\n3. A torn kite is returned within seven",
    "1. Kites fly.\n2. Kites land.\n3. Where a kite has been lent to a child under ten",
    "Article 1\nLes luges glissent.\nArticle 2\nSi une luge est perdue, le gardien peut",
    "Artículo 1. Los trineos bajan.\nArtículo 2. Si un trineo se pierde, el guarda podrá",
    "Art. 1 Le slitte scendono.\nArt. 2 Se una slitta si perde, il custode può",
    "1. Санки едут.\n2. Если санки потеряны, смотритель может",
    "1. Schlitten fahren.\n2. Wer einen Schlitten verliert, meldet es dem Wart innerhalb von",
    "第一条 雪橇下坡。\n第二条 雪橇丢失的，管理人可以要求借用人在三日内",
    "第一条 雪橇下坡。\n第二条 雪橇由管理人统一保管，借用人应当出示有效的",
    "第一条 雪橇下坡。\n第二条 借用人逾期不还的，管理人有权将",
    "第一條 雪橇下坡。\n第二條 雪橇遺失者，應於三日內通知管理人，並應",
    "第1条　そりで滑る。\n第2条　そりを失った者は、管理人に対し",
    "제1조 썰매를 탄다.\n제2조 썰매를 잃어버린 사람은 관리인에게 신고하여야 하며, 관리인은",
)
WHOLE = (
    "1. Kites fly.\n2. Bring:\n(a) a kite;\n(b) string",
    "1. Kites fly.\n2. Kites land.\n3. Kites are kept in the shed",
    "1. Kites fly.\n2. The keeper mends the strings and the tails, if any",
    "1. Schlitten fahren.\n2. Ansprechpartner: Herr Weiß",
    "一、雪橇下坡\n二、注意安全\n三、按时归还",
    "第一条 雪橇下坡。\n第二条 雪橇统一保管。\n第三条 雪橇由管理人核对",
    "１　持ち物\n(1)　そり\n(2)　手袋\n２　集合\n駅前",
    "제1조 썰매를 탄다.\n제2조 준비물은 다음과 같다.\n1. 썰매\n2. 장갑",
)


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_found_below_other_lines(title: str) -> None:
    (version,) = cut(TITLES[title]).versions
    assert version.title == title
    assert title not in "\n".join(clause.text for clause in version.clauses)


@pytest.mark.parametrize("text", BROKEN_OFF)
def test_an_end_without_full_stop_and_with_a_word_that_leads_on_is_cut_off(text: str) -> None:
    assert cut(text).versions[0].completeness is Completeness.CUT_OFF
    assert cut(f"{text}.").versions[0].completeness is Completeness.WHOLE


@pytest.mark.parametrize("text", WHOLE)
def test_an_end_without_full_stop_alone_is_whole(text: str) -> None:
    assert cut(text).versions[0].completeness is Completeness.WHOLE


def test_one_line_of_rights_and_links_is_the_website_s() -> None:
    (version,) = cut(
        "Règlement des luges\nArticle 1\nOn glisse.\n© Luges – Tous droits réservés – Plan\n"
    ).versions
    assert version.clauses[-1].text == "On glisse."
    (version,) = cut("Rules\n1. Masts | sails | oars\n2. The oars are kept.\nmasts | sails | oars\n").versions
    assert "masts | sails | oars" in version.clauses[-1].text
