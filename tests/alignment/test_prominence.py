"""Pairs that stand out: rewritten laws, halves of a split, moved paragraphs, purposes and penalties."""

import pytest

from alignment.specimens import document, version
from hexapla.alignment import align
from hexapla.alignment.prepared import prepare_version
from hexapla.alignment.relatedness import bear_one_title
from hexapla.model import Version

OLD = (
    "为了保护水渠，制定本规则。",
    "管理人应当每月巡查水渠一次，并把结果写入簿册。",
    "居民用水应当在春季申请，由理事会按照人口分配水量。",
    "禁止在水渠内洗涤衣物、倾倒垃圾。",
    "本规则自公布之日起施行。",
)
NEW = (
    "为了节约用水，维护沿岸环境，根据村民公约，结合本村实际，制定本规则。",
    "本村水渠的养护、取水及其监督，适用本规则。",
    "水务小组负责日常养护，可以委托专业公司清理淤泥。",
    "取水户应当在每年春季申请用水，理事会核定各户水量后张榜公布。",
    "不得向水渠倾倒垃圾、排放污水，不得在取水口附近洗涤、游泳。",
    "水务小组建立数字台账，逐段记录水位。",
    "本规则自二〇二四年六月一日起施行，旧规则同时废止。",
)


def links_between(old: Version, new: Version) -> set[tuple[str, str]]:
    """The links of two versions as pairs of numbers of articles."""
    table = align(document(old, new))
    return {
        (link.a[1].removeprefix("art_"), link.b[1].removeprefix("art_"))
        for row in table.rows
        for link in row.links
    }


@pytest.fixture
def rewritten() -> set[tuple[str, str]]:
    return links_between(version("A", list(OLD)), version("B", list(NEW)))


def test_a_law_rewritten_under_its_title_keeps_what_it_is_about(rewritten: set[tuple[str, str]]) -> None:
    assert {("1", "1"), ("3", "4"), ("4", "5"), ("5", "7")} <= rewritten


def test_what_is_new_in_it_stays_alone(rewritten: set[tuple[str, str]]) -> None:
    assert not {"2", "3", "6"} & {new for _, new in rewritten}


def test_a_penalty_is_not_the_duty_whose_breach_it_punishes() -> None:
    duty = "养蜂人应当承担对准备录用的帮工进行防火培训的费用，具体办法由理事会规定。"
    fine = "养蜂人未按规定实施防火培训的，由理事会责令改正；拒不改正的，可以收取其应当承担的培训费用。"
    newer = "养蜂人未依照本规则对准备招用的帮工进行防火培训的，由理事会责令改正；拒不改正的，收取培训费用。"
    keep = "蜂箱应当每日清扫，保持通风。"
    found = links_between(version("A", [duty, keep, fine]), version("B", [keep, newer]))
    assert ("3", "2") in found
    assert ("1", "2") not in found


def test_a_paragraph_that_moved_word_by_word_is_linked_to_its_new_place() -> None:
    moved = "本规则所称险情，是指水位超过警戒标志，使渠堤或者房屋出现渗漏，危及居民居住安全的情形。"
    levels = "按照水位和影响范围，险情分为一级、二级和三级，分别用红旗、黄旗和蓝旗标示；标志由理事会拟订。"
    scope = "水渠险情的防范与抢修，适用本规则。"
    rest = "铁路和码头的管理单位负责各自用地范围内的抽排，并与理事会签订联防协议，明确联络人和费用的承担。"
    old = [scope + rest, moved + "\n" + levels, OLD[4]]
    new = [moved + "\n" + scope + rest, levels, OLD[4]]
    assert ("2", "1") in links_between(version("A", old), version("B", new))


def test_set_phrases_weigh_nothing_unless_a_clause_says_little_else() -> None:
    longer = "未经理事会批准，任何单位和个人不得取用第三号蓄水池内的存水。"
    side = prepare_version(version("A", [longer, "任何单位和个人。"]))
    read = side.codes.tobytes().decode("utf-32-le").split("\x1e")
    assert "任何单位和个人" not in read[0]
    assert "取用第三号蓄水池" in read[0]
    assert "任何单位和个人" in read[1]


def test_versions_of_other_titles_are_not_related_by_title() -> None:
    one = version("A", list(OLD))
    assert bear_one_title(one.title, one, one) == one.titled
    assert not bear_one_title("另一规则", one, one)


def test_clauses_of_one_matter_by_different_hands_are_suggested_not_linked() -> None:
    one = version("A", ["租船人应当在离岸前交付押金。", "船桨由看守人保管。"])
    other = version("B", ["押金于还船之后退给租船人。", "夜里点灯。"])
    table = align(document(one, other))
    pairs = {(each.a, each.b) for each in table.suggestions}
    linked = {(link.a, link.b) for row in table.rows for link in row.links}
    assert (("A", "art_1"), ("B", "art_1")) in pairs | linked
    assert not pairs & linked
    standing = [{(s, u) for s, c in zip("AB", row.cells, strict=True) for u in c} for row in table.rows]
    assert not any(set(pair) <= cells for pair in pairs for cells in standing)
