"""What became of the clause that a number stood for, and whether the number was given to another."""

import random
from pathlib import Path

import pytest

from corpora import BENCHMARK
from hexapla.alignment import align
from hexapla.collection import load_files
from hexapla.comparison import compare_all
from hexapla.model import Alignment, Comparison
from hexapla.pipeline import build_document
from hexapla.reading.cited_numbers import CitedNumber, find_cited_numbers, resolve_numbers
from hexapla.segmentation import segment
from hexapla.units import build_units

ARTICLES = """
船进港时应当减速，并鸣笛两声。
灯由看守人在日落后点亮，日出时熄灭。
缆绳每月检查一次，磨损过半的予以报废。
锚泊超过三日的，向港务室登记。
渔网不得晾晒在通道和码头台阶上。
救生圈挂在栏杆上，每十米一个。
外来船舶凭证件领取泊位号牌。
浮标由两人同时下水维护，一人看护。
仓库钥匙由值班员保管，交班时当面清点。
泊位费按船长计收，季度结清。
大风警报发出后，小船一律上岸。
钓鱼者应当在东堤外侧活动。
""".split()


def write_articles(texts: list[str]) -> str:
    """Number texts as articles."""
    digits = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
    return "".join(f"第{number}条 {text}\n" for number, text in zip(digits, texts, strict=False))


def read(tmp_path: Path, *texts: str) -> tuple[Alignment, tuple[Comparison, ...], tuple[CitedNumber, ...]]:
    for year, text in zip((2012, 2018, 2023), texts, strict=False):
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    built = build_document(load_files(sorted(tmp_path.glob("*.txt"))))
    return built.alignment, built.comparisons, resolve_numbers(built.alignment, built.comparisons)


@pytest.fixture
def planted(tmp_path: Path) -> tuple[CitedNumber, ...]:
    """The third article goes, one comes in before the tenth: 3 to 9 are other clauses from then on."""
    old = ARTICLES[:11]
    new = [*ARTICLES[:2], *ARTICLES[3:9], ARTICLES[11], *ARTICLES[9:11]]
    return read(tmp_path, write_articles(old), write_articles(old), write_articles(new))[2]


def of(numbers: tuple[CitedNumber, ...], version: str, number: str) -> CitedNumber:
    return next(each for each in numbers if (each.version, each.number) == (version, number))


def test_a_number_leads_to_the_number_of_today(planted: tuple[CitedNumber, ...]) -> None:
    assert of(planted, "A", "第五条").now == ("第四条",)
    assert of(planted, "A", "第五条").numbers == {"A": ("第五条",), "B": ("第五条",), "C": ("第四条",)}
    assert of(planted, "C", "第四条").numbers["A"] == ("第五条",)
    assert of(planted, "A", "第三条").now == ()
    assert of(planted, "A", "第三条").known


def test_numbers_that_were_given_to_another_clause(planted: tuple[CitedNumber, ...]) -> None:
    reused = {each.number for each in planted if each.version == "A" and each.reused}
    assert reused == {f"第{n}条" for n in "三 四 五 六 七 八 九".split()}
    assert not of(planted, "A", "第一条").reused
    assert of(planted, "A", "第四条").others == (("C", "art_4"),)


@pytest.mark.parametrize(
    ("cited", "versions", "unit"),
    [
        ("第5条@2012", {"A"}, "art_5"),
        ("第五条 (C)", {"C"}, "art_5"),
        ("第五条（2020）", {"B"}, "art_5"),
        ("第五条", {"A", "B", "C"}, "art_5"),
        ("第九十条@2012", set(), ""),
    ],
)
def test_an_old_citation(tmp_path: Path, cited: str, versions: set[str], unit: str) -> None:
    text = write_articles(ARTICLES[:6])
    alignment, _, numbers = read(tmp_path, text, text, text)
    found = find_cited_numbers(cited, alignment.document, numbers)
    assert {each.version for each in found} == versions
    assert {each.unit for each in found} <= {unit}


def test_a_version_that_is_cut_off_says_nothing(tmp_path: Path) -> None:
    whole, torn = write_articles(ARTICLES[:8]), write_articles(ARTICLES[:5])[:-12]
    _, _, numbers = read(tmp_path, whole, torn)
    last = of(numbers, "A", "第八条")
    assert (last.now, last.known) == ((), False)


@pytest.mark.parametrize("name", ["zh-ferry", "zhhant-tool-library"])
def test_every_number_has_one_answer_and_its_row_has_the_clause(name: str) -> None:
    loaded = load_files(sorted((BENCHMARK / name).glob("*.txt")))
    alignment = align(segment(loaded.sources, loaded.plan))
    rows = {row.id: row for row in alignment.rows}
    numbers = resolve_numbers(alignment, compare_all(alignment))
    assert [(each.version, each.unit) for each in numbers] == [
        (version.siglum, unit.id)
        for version in alignment.document.versions
        for unit in build_units(version)
        if unit.number
    ]
    for each in numbers:
        at = alignment.document.sigla.index(each.version)
        assert each.unit in rows[each.row].cells[at]


def plant(seed: int) -> tuple[list[int], list[int], list[str]]:
    """Make two orders of articles and their later wordings: some gone, some new, one moved, some reworded."""
    chance = random.Random(seed)  # noqa: S311 - the same plantings on every machine
    old = list(range(10))
    new = [each for each in old if each not in chance.sample(old, 2)]
    for each in (10, 11):
        new.insert(chance.randrange(len(new)), each)
    new.insert(chance.randrange(len(new)), new.pop(chance.randrange(len(new))))
    words = list(ARTICLES)
    for each in chance.sample(old, 3):
        words[each] = words[each].replace("，", "，由港务室监督，", 1)
    return old, new, words


def test_planted_numbers_of_other_clauses_are_found(tmp_path: Path) -> None:
    wanted = found = right = 0
    for seed in range(8):
        old, new, words = plant(seed)
        folder = tmp_path / str(seed)
        folder.mkdir()
        texts = [
            write_articles([ARTICLES[each] for each in old]),
            write_articles([words[each] for each in new]),
        ]
        numbers = read(folder, *texts)[2]
        planted = {at for at, each in enumerate(old, 1) if at <= len(new) and new[at - 1] != each}
        told = {
            int(each.unit.removeprefix("art_")) for each in numbers if each.version == "A" and each.reused
        }
        wanted, found, right = wanted + len(planted), found + len(told), right + len(planted & told)
    assert wanted > 40
    assert right / wanted >= 0.95
    assert right / found >= 0.95
