"""What stands after the last clause: a signature with its date."""

import re

from hexapla.segmentation.folded_view import ExcludedSpan, TextLine, is_ended, split_lines

DATE = re.compile(
    r"\(?(?:(?:19|20)\d\d *[年./-] *\d{1,2} *[月./-] *\d{1,2} "
    r"*日?|[一二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|"
    r"(?:令和|平成|昭和|民国|中華民國)\S{1,12}日|(?:19|20)\d\d년.{1,10}일|"
    r"(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|märz|mai|okt|dez|enero|febrero|"
    r"marzo|abril|mayo|junio|julio|agosto|janvier|février|mars|avril|juin|juillet|"
    r"août)\w*\.? (?:\d{1,2}, )?(?:de )?(?:19|20)\d\d)(?: *印[发發])?\)?$|^\d{1,2}月\d{1,2}日$",
    re.IGNORECASE,
)
NAME = 30
LINES = 4
CONTACT = re.compile(
    r"(?:e-?mail|mail|tel|telephone|telefon|phone|mobile|fax|telefax|web|website|homepage|url|post|address|adresse|"
    r"anschrift|dirección|indirizzo|contact|kontakt|hotline|电话|電話|手机|手機|传真|傳真|热线|熱線|地址|住址|住所|所在地|"
    r"通讯地址|通訊地址|邮箱|郵箱|电子邮箱|電子郵箱|电子邮件|邮编|郵編|网址|網址|网站|網站|联系人|聯絡人|联系方式|联系电话|"
    r"聯絡電話|咨询电话|投诉电话|监督电话|举报电话|微信|メール|メールアドレス|お問い?合わせ先?|問い?合わせ先|연락처|전화|전화번호|"
    r"이메일|주소|홈페이지)\.? ?:|(?:tel|fax|phone)\.? ?[+(\d]",
    re.IGNORECASE,
)
"""what stands before an address of any kind"""
ADDRESS = re.compile(
    r"[^\s@]{1,64}@[^\s@]{1,64}|(?:https?://|www\.)\S|(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?:/\S*)?$"
)
"""an e-mail or web address"""
SIGNED = re.compile(
    r"^(?:signed|sgd\.?|gez\.?|gezeichnet|/s/|firmado|fdo\.|signé|firmato|assinado)(?:\b| |:)|"
    r"^(?:signature|unterschrift)s?:|"
    r"(?:签字|簽字|签名|簽名|签章|簽章|盖章|蓋章|签署|簽署|公章|署名|記名|押印|㊞|서명|날인)"
    r"(?:\)|\]|_|:| |$)|"
    r"\((?:印|签|簽|章|公印|인)\)",
    re.IGNORECASE,
)
"""what says that a line signs"""
ROLES = (
    "chair|chairman|chairwoman|chairperson|president|secretary|director|mayor|minister|clerk|registrar|treasurer|"
    "manager|commissioner|vorsitzender?|präsident(?:in)?|bürgermeister(?:in)?|geschäftsführer(?:in)?|président|maire|"
    "presidente|alcalde|secretario|sindaco|voorzitter"
)
OFFICES = (
    "主席|主任|局长|局長|市长|市長|县长|縣長|区长|區長|镇长|鎮長|村长|村長|会长|會長|会長|理事长|理事長|院长|院長|校长|校長|"
    "董事长|董事長|总经理|總經理|组长|組長|总统|總統|总理|總理|部长|部長|书记|代表人|知事|大臣|町長|위원장|회장|시장|군수|대통령|장관"
)
OFFICER = re.compile(
    rf"(?:[A-ZÀ-Þ][\w.'’-]{{0,20}} ){{0,3}}[A-ZÀ-Þ][\w'’-]{{1,20}}(?:, | \(| – )(?i:{ROLES})\)?|"
    rf"\S{{0,12}}(?:{OFFICES})[: ]{{1,3}}[^\W\d]{{2,4}}(?: [^\W\d]{{1,4}})?"
)
"""a name with a role: `Jonas Ek, Chair`; 主任：某某"""
BODY = re.compile(
    r"[^\W\da-z]{2,28}(?:委员会|委員會|委員会|办公室|辦公室|政府|局|厅|廳|处|處|科|署|院|会|會|部|中心|公司|学校|學校|大学|大學|小组|小組|"
    r"工会|协会|協會|协會|物业|物業|站|所|队|隊|社|馆|館|위원회|협회|관리사무소)$",
    re.IGNORECASE,
)
"""a body that issues notices, by its last characters"""


def is_dated(line: str) -> bool:
    """Tell whether a line ends with a date and could stand below a document."""
    return len(line) <= 2 * NAME and DATE.search(line) is not None and not is_ended(line)


def is_contact(line: str) -> bool:
    """Tell whether a folded line says where to write or call: such a line is text, not a signature."""
    short = line[: 4 * NAME]
    return CONTACT.match(short) is not None or ADDRESS.search(short) is not None


def find_signature(view: str, start: int, end: int, *, marked: bool) -> ExcludedSpan | None:
    """Return the lines at the end that sign: short names after the last sentence, a date beside them.

    `start` is where the last numbered clause's own first line ends. Without a date something else must say
    so: “Signed”, a role beside the name, or a Chinese body that issues notices, below a sentence that ends.
    """
    every = [line for line in split_lines(view, start, end) if line.text]
    taken: list[TextLine] = []
    dated = False
    while every and len(taken) < LINES:
        line = every[-1]
        if is_dated(line.text):
            dated = True
        elif not (is_name(line.text) or is_signing_line(line.text)):
            break
        taken.append(every.pop())
    if not taken or (not every and not marked):
        return None
    above = every[-1].text if every else ""
    if dated or (len(taken) == 1 and is_undated_signature(taken[0].text, above)):
        return ExcludedSpan(taken[-1].start, end, "signature")
    return None


def is_name(text: str) -> bool:
    """Tell whether a line could name who signs: names in Latin letters have no digits."""
    return (
        len(text) <= NAME
        and not is_ended(text)
        and not re.search(r"[。;,、，]|^[(\[§\d*#|-]|[a-zß-ÿ].*\d", text)
        and not text[0].islower()
        and not is_contact(text)
    )


def is_signing_line(text: str) -> bool:
    """Tell whether a line says that it signs, or names a role beside a name."""
    if len(text) > 2 * NAME or (is_ended(text) and text[-1] != ":"):
        return False
    return SIGNED.search(text) is not None or OFFICER.fullmatch(text) is not None


def is_undated_signature(text: str, above: str) -> bool:
    """Tell whether a line without a date signs: it says so, or names a body below the last sentence."""
    if above and (not is_ended(above) or above[-1] in ":;"):
        return False
    return is_signing_line(text) or BODY.fullmatch(text) is not None
