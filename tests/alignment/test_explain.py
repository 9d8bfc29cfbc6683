"""Why two clauses are linked or not: one case for each rule that can decide, and what was weighed."""

from collections.abc import Sequence

import pytest

from alignment.specimens import (
    ANSWER,
    APPLY,
    DUTY,
    FINE,
    FORCE,
    PURPOSE,
    RECORD,
    document,
    heading_with_text_below,
    version,
)
from hexapla.alignment import Explanation, LinkOutcome, Reason, Stage, align, explain
from hexapla.errors import UsageError
from hexapla.model import Completeness, Document
from hexapla.plan import Decision

LAKE = "湖心小岛每逢冬至封闭，渡船停在北岸，由灯塔看守人保管钥匙。"
ISLAND = "湖心小岛逢冬至封闭，渡船停靠北岸。"
"""shares no character with the duty"""
REWORDED = "管理人应当每周巡查水渠一次，并把所见写入簿册，告知居民。"
TWIN = "管理人应当每季巡查水渠一次，并把结果写入簿册，报告理事会。"
SEE_ABOVE = "同上。"
"""so short that its place must tell which is which"""
CUSTOM = "从旧例。"
"""in so many clauses that its words lead to no candidate"""
FLOOD = "本规则所称险情，是指水位超过警戒标志，使渠堤或者房屋出现渗漏，危及居民居住安全的情形。"
RAILWAY = (
    "铁路和码头的管理单位负责各自用地范围内的抽排，并与理事会签订联防协议，明确联络人和费用的承担。"
    + LAKE
    + "木桥两端应当设置限重标志，超过限重的车辆绕行，绕行路线由理事会公告。"
)
SCANNED = DUTY.replace("人", "入")
RAIN = "遇有暴雨应当提前开闸，清出的泥土堆放在指定地点"
DETOUR = "绕行路线由理事会公告"
SIGHTS = "水闸 渡船 灯塔 界碑 凉亭 风车 码头 钟楼".split()
INSPECTED, NOTED, BY = "管理人每月巡查", "，并把结果写入簿册交值班员保管三年", "，由闸工和渡工陪同前往并签字"
"""what many clauses say of many places; an orchard has the one half of it, a nursery the other"""
BORROWED = "乘客在码头等候渡船期间不得跨越栏杆攀爬缆桩或者向水中抛掷果皮"
GARDEN = [
    "花园由三户居民轮流浇灌，夏季每日两次。",
    "工具用完后洗净，挂回棚屋北墙。",
    "落叶堆在东角，来年作肥。",
    "狗应当拴绳，粪便由主人清除。",
    "长椅每年春天油漆一遍。",
    "夜里十点后不得奏乐。",
    "新来的住户先缴一把钥匙的押金。",
    (
        "园中每日由值班的一户打扫。孩子在秋千旁玩耍时，须有大人陪同。雨后泥地松软，应当绕行，以免踩坏菜畦。"
        f"花椒和葱可以随意采摘，果子则须等到成熟后一同分配。{BORROWED}，违者由理事会劝阻。"
    ),
    LAKE,
]
FERRY = [
    LAKE,
    (
        "售票员逐一检票。行李超过二十公斤的，另购行李票。活禽须装笼，放在后甲板上。船上备有救生衣，每人一件，"
        f"上船后立即穿好，靠岸方可脱下。{BORROWED}；儿童由成人牵手。"
    ),
    "船票在售票亭购买，隔日作废。",
    "大雾时停航，并以钟声为号。",
    "自行车推行上船，停放在船尾。",
    "船长有权拒绝醉酒者登船。",
    "遗失物品交给售票员保管一月。",
    "包船须提前三天预约。",
    "末班船晚上九点离岸。",
]
COUNCIL_FIRST = [
    (None, PURPOSE),
    (None, "理事会由九人组成，任期四年。"),
    (None, "管理人应当每月巡查水渠，并在七日内把结果写入簿册。"),
    (None, "浪费用水的，处二百元以上五千元以下罚款。"),
    (None, "水表每二十四个月校验一次，费用六十元。"),
    (None, "全体八十五户应当在十一月三十日前清除渠中淤泥。"),
]
COUNCIL_LAST = [
    (None, "These rules protect the groundwater of the park and govern the use of its water."),
    (None, "The keeper inspects the channels monthly and enters the results within 7 days."),
    (None, "Whoever wastes water pays a fine of not less than 200 and not more than 5,000 yuan."),
    (None, "Water meters are checked every 24 months, at a cost of 60 yuan."),
    (None, "The channel is cleared of mud before 30 November by all 85 households."),
    (None, "The council has 9 members, who serve for 4 years."),
]

Case = tuple[Document, str, str]
CASES: dict[Reason, Case] = {
    Reason.EQUAL: (document([PURPOSE, DUTY], [DUTY, PURPOSE]), "A/art_1", "B/art_2"),
    Reason.LOOKALIKE: (document([PURPOSE, DUTY], [PURPOSE, SCANNED]), "A/art_2", "B/art_2"),
    Reason.BETWEEN: (
        document([PURPOSE, SEE_ABOVE, SEE_ABOVE, FORCE], [PURPOSE, SEE_ABOVE, SEE_ABOVE, FORCE]),
        "A/art_3",
        "B/art_3",
    ),
    Reason.REPEAT: (
        document([PURPOSE, *[CUSTOM] * 60, FORCE], [PURPOSE, *[CUSTOM] * 58, FORCE]),
        "A/art_30",
        "B/art_30",
    ),
    Reason.HEADING: (heading_with_text_below(PURPOSE, [DUTY, RECORD], FORCE), "A/lvl_2", "B/lvl_2"),
    Reason.ROUND: (document([PURPOSE, DUTY, FORCE], [PURPOSE, REWORDED, FORCE]), "A/art_2", "B/art_2"),
    Reason.REPEALED: (
        document([PURPOSE, DUTY, RECORD, FORCE], [PURPOSE, "（删除）", RECORD, FORCE]),
        "A/art_2",
        "B/art_2",
    ),
    Reason.PART: (
        document([PURPOSE, APPLY + ANSWER, FORCE], [PURPOSE, APPLY, ANSWER, FORCE]),
        "A/art_2",
        "B/art_3",
    ),
    Reason.SENTENCE: (
        document(
            [PURPOSE, DUTY + RECORD + APPLY + ANSWER + FLOOD, RAILWAY, FORCE],
            [PURPOSE, DUTY + RECORD + APPLY + ANSWER + "簿册存于水务室。", FLOOD + RAILWAY, FORCE],
        ),
        "A/art_2",
        "B/art_3",
    ),
    Reason.ATTACH: (
        document(
            [PURPOSE, f"{RAIN}，{DETOUR}。", RECORD, FORCE],
            [PURPOSE, f"{RAIN}。", RECORD, f"{DETOUR}，超过限重的车辆绕行。"],
        ),
        "A/art_2",
        "B/art_4",
    ),
    Reason.PLACE: (
        document(
            [
                PURPOSE,
                *(f"{INSPECTED}{at}{NOTED}{BY}。" for at in SIGHTS),
                f"{INSPECTED}果园{NOTED}。",
                FORCE,
            ],
            [
                PURPOSE,
                *(f"{INSPECTED}{at}一次{NOTED}{BY}。" for at in SIGHTS),
                f"{INSPECTED}苗圃{BY}。",
                FORCE,
            ],
        ),
        "A/art_10",
        "B/art_10",
    ),
    Reason.PHRASE: (document(GARDEN, FERRY), "A/art_8", "B/art_2"),
    Reason.ORDER: (document(COUNCIL_FIRST, COUNCIL_LAST), "A/art_2", "B/art_6"),
    Reason.PROMINENT: (
        document([PURPOSE, DUTY, RECORD, FORCE], [PURPOSE, "渠长每季查看渠身。", RECORD, FORCE]),
        "A/art_2",
        "B/art_2",
    ),
    Reason.EQUAL_ELSEWHERE: (
        document([PURPOSE, DUTY, FORCE], [PURPOSE, DUTY, REWORDED]),
        "A/art_2",
        "B/art_3",
    ),
    Reason.RIVAL: (
        document([PURPOSE, REWORDED, FORCE], [PURPOSE, REWORDED.replace("每周", "每月"), TWIN, FORCE]),
        "A/art_2",
        "B/art_3",
    ),
    Reason.BELOW: (
        document([PURPOSE, DUTY, FINE, FORCE], [PURPOSE, FINE, FORCE, LAKE.replace("看守人", "管理人")]),
        "A/art_2",
        "B/art_4",
    ),
    Reason.NO_CANDIDATE: (
        document([PURPOSE, DUTY, FINE, FORCE], [PURPOSE, FORCE, ISLAND]),
        "A/art_2",
        "B/art_3",
    ),
    Reason.INCOMPLETE: (
        document(
            version("A", [PURPOSE, DUTY, RECORD, FINE, FORCE]),
            version("B", [PURPOSE, DUTY, LAKE], completeness=Completeness.CUT_OFF),
        ),
        "A/art_4",
        "B/art_3",
    ),
}


def told(case: Case, decisions: Sequence[Decision] = ()) -> Explanation:
    given, a, b = case
    return explain(given, a, b, decisions)


@pytest.mark.parametrize("reason", CASES)
def test_the_rule_that_decided_is_named(reason: Reason) -> None:
    assert told(CASES[reason]).reason is reason


@pytest.mark.parametrize("reason", CASES)
def test_an_explanation_says_what_the_alignment_says(reason: Reason) -> None:
    given, a, b = CASES[reason]
    held = {("/".join(link.a), "/".join(link.b)): link for row in align(given).rows for link in row.links}
    assert told((given, a, b)).link == held.get((a, b))


@pytest.mark.parametrize("reason", CASES)
def test_the_question_can_be_asked_from_either_side(reason: Reason) -> None:
    given, a, b = CASES[reason]
    one, other = told((given, a, b)), told((given, b, a))
    assert (one.reason, one.link) == (other.reason, other.link)
    assert one.a == other.b
    assert [step.outcome for step in one.steps] == [step.outcome for step in other.steps]
    assert one.rival == (other.rival and (other.rival[0][::-1], other.rival[1]))


def test_a_pair_that_moved_breaks_the_order_and_needs_more() -> None:
    moved = explain(
        document([DUTY, PURPOSE, RECORD, FINE, FORCE], [PURPOSE, RECORD, FINE, FORCE, REWORDED]),
        "A/art_1",
        "B/art_5",
    )
    stayed = told(CASES[Reason.ROUND])
    assert moved.reason is stayed.reason is Reason.ROUND
    assert moved.deciding is not None
    assert stayed.deciding is not None
    assert moved.deciding.crossing
    assert not stayed.deciding.crossing
    asked = [
        next(c for c in one.deciding.checks if c.name == "score") for one in (moved, stayed) if one.deciding
    ]
    assert asked[0].least > asked[1].least


def test_what_was_linked_passed_every_check_of_the_step_that_decided() -> None:
    for reason in (Reason.ROUND, Reason.PART):
        deciding = told(CASES[reason]).deciding
        assert deciding is not None
        assert deciding.outcome is LinkOutcome.LINKED
        assert deciding.checks
        assert all(check.holds for check in deciding.checks)


def test_a_score_is_likeness_and_support_and_the_lead_is_over_the_best_rival() -> None:
    explanation = told(CASES[Reason.RIVAL])
    (first, *_) = [step for step in explanation.steps if step.stage is Stage.ROUND and step.checks]
    assert first.score is not None
    assert first.likeness is not None
    assert first.score == pytest.approx(first.likeness + sum(value for _, value in first.support), abs=1e-6)
    margin = next(check for check in first.checks if check.name == "margin")
    assert margin.value == pytest.approx(first.score - first.rivals[0].score)
    assert not margin.holds
    assert explanation.rival is not None
    assert explanation.rival[0] == (1, 1)


def test_the_factor_of_roles_and_the_size_of_the_gap_are_told() -> None:
    told_steps = told(CASES[Reason.PROMINENT]).steps
    measures = next(dict(step.measures) for step in told_steps if step.stage is Stage.PROMINENT)
    assert measures["role_factor"] == 1.0
    assert measures["gap"] >= 1.0


def test_nothing_is_reached_below_every_threshold() -> None:
    explanation = told(CASES[Reason.BELOW])
    assert not any(
        all(check.holds for check in step.checks) for step in explanation.steps if step.stage is Stage.ROUND
    )


def test_a_copy_that_breaks_off_is_silent() -> None:
    explanation = told(CASES[Reason.INCOMPLETE])
    assert (explanation.a.silent, explanation.b.silent) == (True, False)


def decision(*clauses: tuple[str, str], together: bool) -> Decision:
    return Decision(together=together, clauses=clauses, reason="read by hand", file="alignment.yml", line=1)


def test_an_editors_decision_decides() -> None:
    given = document([PURPOSE, DUTY, FORCE], [PURPOSE, DUTY, FORCE])
    pair = ("A", "art_2"), ("B", "art_2")
    apart = told((given, "A/art_2", "B/art_2"), [decision(*pair, together=False)])
    assert (apart.reason, apart.linked, apart.decision) == (Reason.APART, False, "read by hand")
    crossed = [decision(("A", "art_2"), ("B", "art_3"), together=True)]
    together = told((given, "A/art_2", "B/art_3"), crossed)
    assert (together.reason, together.linked, together.decision) == (Reason.DECLARED, True, "read by hand")
    assert told((given, "A/art_2", "B/art_2"), crossed).reason is Reason.APART


def test_a_stranger_loses_its_weak_links() -> None:
    first = [PURPOSE, DUTY, RECORD, APPLY, ANSWER, FINE, FORCE, TWIN]
    strange = (
        "夜间在小岛上燃放烟火、惊扰水鸟或者攀爬灯塔的，应当在十五日内书面答复看守人的询问，并在北岸道歉。"
    )
    second = [LAKE * 9, LAKE[::-1] * 9, strange]
    explanation = told((document(first, second), "A/art_5", "B/art_3"))
    assert not explanation.related
    assert explanation.reason is Reason.UNRELATED


def test_versions_in_two_languages_are_explained_by_structure() -> None:
    english = [
        ("Article 1", "These rules protect the groundwater of the park and govern the use of its water."),
        ("Article 2", "The keeper inspects the channels monthly and enters the results within 7 days."),
        ("Article 3", "Whoever wastes water pays a fine of not less than 200 and not more than 5,000 yuan."),
    ]
    chinese = [
        ("第一条", "为了保护地下水源，规范园区用水，制定本规则。"),
        ("第二条", "管理人应当每月巡查水渠，并在七日内把结果写入簿册。"),
        ("第三条", "浪费用水的，处二百元以上五千元以下罚款。"),
    ]
    given = document(chinese, english)
    assert told((given, "A/art_2", "B/art_2")).reason is Reason.STRUCTURE
    assert told((given, "A/art_2", "B/art_3")).reason in (Reason.RIVAL, Reason.BELOW, Reason.ORDER)


def test_two_clauses_that_other_links_bring_into_one_row_show_the_way() -> None:
    given = document(
        [PURPOSE, APPLY + ANSWER, FORCE], [PURPOSE, APPLY, ANSWER, FORCE], [PURPOSE, APPLY, FORCE]
    )
    explanation = told((given, "B/art_3", "C/art_2"))
    assert not explanation.linked
    assert explanation.a.row == explanation.b.row
    assert explanation.through[0].a[0] == "A"


@pytest.mark.parametrize(
    ("a", "b", "message"),
    [
        ("X/art_1", "B/art_1", "The versions are A, B."),
        ("A", "B/art_1", "as A/art_3"),
        ("A/art_11", "B/art_1", "Nearest: A/art_1"),
        ("A/第2条", "B/art_1", "Nearest: A/art_2"),
        ("A/art_1", "A/art_2", "of one version"),
    ],
)
def test_an_unknown_clause_is_an_error_that_names_the_nearest(a: str, b: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        explain(document([PURPOSE, DUTY], [PURPOSE, DUTY]), a, b)


def test_without_a_question_nothing_is_recorded_and_nothing_else_comes_out() -> None:
    for given, a, b in CASES.values():
        before = align(given)
        explain(given, a, b)
        assert align(given) == before
