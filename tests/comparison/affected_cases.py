"""Pairs of texts of invented subjects; a reader judged which clauses are affected without a change."""

from typing import NamedTuple

D, W, G, R = "definition", "cited_reworded", "cited_removed", "cited_reused"


class Case(NamedTuple):
    """Two versions, as lists of clauses, and the judgement on clauses of the later one whose words stay."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    judged: dict[int, str]
    """position of a clause in the later text, from 1 → why it is affected; empty: it is not"""


CHINESE = {
    "a term is widened": Case(
        ("本办法所称泊位，是指船只停靠的固定位置。", "泊位由港务室统一编号。", "看守人每日清点钥匙。"),
        (
            "本办法所称泊位，是指船只停靠的固定位置和浮码头。",
            "泊位由港务室统一编号。",
            "看守人每日清点钥匙。",
        ),
        {2: D, 3: ""},
    ),
    "a term in quotation marks": Case(
        ("本规则中，“外来船”是指未在本港登记的船。", "外来船应当报告。", "本港船免费停靠。"),
        ("本规则中，“外来船”是指未在本港登记超过一年的船。", "外来船应当报告。", "本港船免费停靠。"),
        {2: D, 3: ""},
    ),
    "terms in a list": Case(
        (
            "本规则下列用语的含义：\n（一）夜航，是指日落至日出的航行。\n（二）看守人，是指受聘看守灯具的人。",
            "夜航船只应当点两盏灯。",
            "看守人每班不得少于两人。",
        ),
        (
            "本规则下列用语的含义：\n（一）夜航，是指日落后一小时至日出的航行。\n（二）看守人，是指受聘看守灯具的人。",
            "夜航船只应当点两盏灯。",
            "看守人每班不得少于两人。",
        ),
        {2: D, 3: ""},
    ),
    "a short name of another office": Case(
        ("东港灯具管理站（以下简称管理站）负责点灯。", "管理站每年公布一次灯号表。", "船长保管灯号表。"),
        ("全市航标管理中心（以下简称管理站）负责点灯。", "管理站每年公布一次灯号表。", "船长保管灯号表。"),
        {2: D, 3: ""},
    ),
    "a longer term holds the shorter one": Case(
        (
            "本办法所称船员，是指在船上工作的人。",
            "本办法所称船员证，是指港务室发给的证件。",
            "船员证遗失的，应当补办。",
            "船员不得饮酒。",
        ),
        (
            "本办法所称船员，是指在船上工作满三个月的人。",
            "本办法所称船员证，是指港务室发给的证件。",
            "船员证遗失的，应当补办。",
            "船员不得饮酒。",
        ),
        {3: "", 4: D},
    ),
    "a definition of its own clause": Case(
        ("前款所称费用，包括水费。", "费用按月结清。"),
        ("前款所称费用，包括水费和电费。", "费用按月结清。"),
        {2: ""},
    ),
    "only the sign in a definition": Case(
        ("本办法所称浮标，是指水面上的标志。", "浮标每月检查一次。"),
        ("本办法所称浮标，是指水面上的标志；", "浮标每月检查一次。"),
        {2: ""},
    ),
    "a cited clause is reworded": Case(
        ("停泊费每日十元。", "逾期不缴第一条规定的停泊费的，不得离港。", "灯具由看守人保管。"),
        ("停泊费每日三十元，节日加倍。", "逾期不缴第一条规定的停泊费的，不得离港。", "灯具由看守人保管。"),
        {2: W, 3: ""},
    ),
    "another paragraph of it": Case(
        (
            "停泊费每日十元。\n渔船免缴。",
            "依照第一条第一款缴费的，发给收据。",
            "依照第一条第二款免缴的，应当登记。",
        ),
        (
            "停泊费每日十元。\n渔船和教学船免缴。",
            "依照第一条第一款缴费的，发给收据。",
            "依照第一条第二款免缴的，应当登记。",
        ),
        {2: "", 3: W},
    ),
    "another item of it": Case(
        (
            "下列船只可以夜间进港：\n（一）载有病人的船；\n（二）邮船；\n（三）看守船。",
            "第一条第（二）项的船应当挂蓝灯。",
            "第一条第（三）项的船应当挂白灯。",
        ),
        (
            "下列船只可以夜间进港：\n（一）载有病人的船；\n（二）邮船和报船；\n（三）看守船。",
            "第一条第（二）项的船应当挂蓝灯。",
            "第一条第（三）项的船应当挂白灯。",
        ),
        {2: W, 3: ""},
    ),
    "a cited clause that is renumbered only": Case(
        ("港口由港务室管理。", "停泊费每日十元。", "逾期不缴第二条规定的停泊费的，不得离港。"),
        (
            "港口由港务室管理。",
            "码头台阶上不得晾晒渔网。",
            "停泊费每日十元。",
            "逾期不缴第三条规定的停泊费的，不得离港。",
        ),
        {4: ""},
    ),
    "a cited clause is gone and its number another's": Case(
        (
            "港口由港务室管理。",
            "船只进港应当鸣笛两声，减速行驶。",
            "泊位由港务室统一编号，每年公布。",
            "违反第二条规定的，给予警告。",
        ),
        ("港口由港务室管理。", "泊位由港务室统一编号，每年公布。", "违反第二条规定的，给予警告。"),
        {3: R, 2: ""},
    ),
    "of two cited clauses one is reworded": Case(
        ("停泊费每日十元。", "水费每月结清。", "第一条、第二条的费用由值班员收取。", "钥匙当面清点。"),
        (
            "停泊费每日十元。",
            "水费每季预缴，多退少补。",
            "第一条、第二条的费用由值班员收取。",
            "钥匙当面清点。",
        ),
        {3: W, 4: ""},
    ),
    "a term without a comma": Case(
        ("本规定所称教学船是指学校的船。", "教学船免缴停泊费。", "渔船减半缴纳。"),
        ("本规定所称教学船是指学校和训练中心的船。", "教学船免缴停泊费。", "渔船减半缴纳。"),
        {2: D, 3: ""},
    ),
    "a cited clause at the end is gone": Case(
        (
            "港口由港务室管理。",
            "泊位由港务室统一编号。",
            "违反第四条规定的，给予警告。",
            "大风警报发出后，小船一律上岸。",
        ),
        ("港口由港务室管理。", "泊位由港务室统一编号。", "违反第四条规定的，给予警告。"),
        {3: G, 2: ""},
    ),
    "a clause of another law": Case(
        ("停泊费每日十元。", "依照《航道法》第一条处理。"),
        ("停泊费每日三十元，节日加倍。", "依照《航道法》第一条处理。"),
        {2: ""},
    ),
    "the article before": Case(
        ("灯具由看守人保管。", "停泊费每日十元。", "前条规定的费用可以减半。"),
        ("灯具由看守人保管。", "停泊费每日二十元，按船长计收。", "前条规定的费用可以减半。"),
        {3: W, 1: ""},
    ),
    "both": Case(
        (
            "本办法所称渔船，是指从事捕捞的船。",
            "停泊费每日十元。",
            "渔船依照第二条缴费。",
            "渔网不得晾晒在台阶上。",
        ),
        (
            "本办法所称渔船，是指从事捕捞和运送渔获的船。",
            "停泊费每日三十元，节日加倍。",
            "渔船依照第二条缴费。",
            "渔网不得晾晒在台阶上。",
        ),
        {3: f"{D} {W}", 4: ""},
    ),
    "a term defined by its chapter": Case(
        (
            "第一章 停泊\n第一条 本章所称小船，是指六米以下的船。",
            "小船靠内侧停泊。",
            "第二章 灯具\n第三条 小船可以不点尾灯。",
        ),
        (
            "第一章 停泊\n第一条 本章所称小船，是指八米以下的船。",
            "小船靠内侧停泊。",
            "第二章 灯具\n第三条 小船可以不点尾灯。",
        ),
        {2: D, 3: ""},
    ),
}
ENGLISH = {
    "a term is widened": Case(
        (
            "In these Rules “berth” means a fixed place for one boat.",
            "Each berth has a number.",
            "Keys are counted daily.",
        ),
        (
            "In these Rules “berth” means a fixed or floating place for one boat.",
            "Each berth has a number.",
            "Keys are counted daily.",
        ),
        {2: D, 3: ""},
    ),
    "its plural, and a word that only holds it": Case(
        ("“Lamp” means a light with a wick.", "Lamps are lit at dusk.", "The lamplighter has a ladder."),
        (
            "“Lamp” means a light with a wick or a wire.",
            "Lamps are lit at dusk.",
            "The lamplighter has a ladder.",
        ),
        {2: D, 3: ""},
    ),
    "a term with a capital": Case(
        (
            "“Office” means the keeper of the east quay.",
            "The Office publishes a table.",
            "An office in the town sells rope.",
        ),
        (
            "“Office” means the harbour master of the town.",
            "The Office publishes a table.",
            "An office in the town sells rope.",
        ),
        {2: D, 3: ""},
    ),
    "a short name in brackets": Case(
        (
            "The Keeper of the East Quay (the “Keeper”) lights the lamps.",
            "The Keeper keeps a book.",
            "Boats keep to the right.",
        ),
        (
            "The Master of All Town Quays (the “Keeper”) lights the lamps.",
            "The Keeper keeps a book.",
            "Boats keep to the right.",
        ),
        {2: D, 3: ""},
    ),
    "a definition of its own section": Case(
        ("In this section “fee” means the fee for water.", "The fee is due monthly."),
        ("In this section “fee” means the fee for water and light.", "The fee is due monthly."),
        {2: ""},
    ),
    "a cited section is reworded": Case(
        (
            "The fee is ten crowns a day.",
            "A boat whose fee under section 1 is not paid stays.",
            "Lamps are kept in the shed.",
        ),
        (
            "The fee is thirty crowns a day, and twice that on feast days.",
            "A boat whose fee under section 1 is not paid stays.",
            "Lamps are kept in the shed.",
        ),
        {2: W, 3: ""},
    ),
    "a cited section that is renumbered only": Case(
        (
            "The town runs the harbour.",
            "The fee is ten crowns a day.",
            "Who does not pay the fee under section 2 stays.",
        ),
        (
            "The town runs the harbour.",
            "Nets are not dried on the steps.",
            "The fee is ten crowns a day.",
            "Who does not pay the fee under section 3 stays.",
        ),
        {4: ""},
    ),
    "a number of another section": Case(
        (
            "The town runs the harbour.",
            "Boats sound two blasts when they come in and slow down.",
            "Who breaks section 2 is warned.",
            "Keepers wipe the lamps each day.",
        ),
        (
            "The town runs the harbour.",
            "Anglers keep outside the east pier and obey the keeper.",
            "Who breaks section 2 is warned.",
            "Keepers wipe the lamps each day.",
        ),
        {3: R, 4: ""},
    ),
    "a section of another Act": Case(
        ("The fee is ten crowns a day.", "Section 1 of the Rivers Act applies."),
        (
            "The fee is thirty crowns a day, and twice that on feast days.",
            "Section 1 of the Rivers Act applies.",
        ),
        {2: ""},
    ),
}

MISSED = {
    "zh a range of clauses": (
        Case(
            ("停泊费每日十元。", "水费每月结清。", "电费按表计收。", "第一条至第三条的费用由值班员收取。"),
            (
                "停泊费每日十元。",
                "水费每季预缴，多退少补。",
                "电费按表计收。",
                "第一条至第三条的费用由值班员收取。",
            ),
            {4: W},
        ),
        True,
    ),
    "zh a term of one character": (
        Case(
            ("本规则所称灯，是指油灯。", "灯每日擦拭。"),
            ("本规则所称灯，是指油灯和电灯。", "灯每日擦拭。"),
            {2: D},
        ),
        True,
    ),
    "en a term by another form of the word": (
        Case(
            ("“Mooring” means tying a boat to a ring.", "Who moors a boat pays."),
            ("“Mooring” means tying a boat to a ring or a pile.", "Who moors a boat pays."),
            {2: D},
        ),
        False,
    ),
}
"""judgements that the program does not reach"""


def number_clauses(texts: tuple[str, ...], *, chinese: bool) -> str:
    """Write clauses with their numbers; one that has a number keeps it."""
    han = "一二三四五六七八九"
    return "\n".join(
        text
        if "第一章" in text or "第二章" in text
        else f"第{han[at]}条 {text}"
        if chinese
        else f"Section {at + 1}. {text}"
        for at, text in enumerate(texts)
    )
