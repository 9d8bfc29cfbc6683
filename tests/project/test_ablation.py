"""The benchmark that moves weights: it says what changes, the same whatever the number of jobs."""

import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from benchmarks.ablation import main, moved

from corpora import BENCHMARK, OWN
from hexapla.alignment import DEFAULT, LinkWeights
from hexapla.segmentation import mark_weights as segmentation


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    for name in ("zhhant-tool-library", "ja-garden"):
        shutil.copytree(BENCHMARK / name, tmp_path / name)
    return tmp_path


def test_a_weight_that_decides_changes_links_and_one_that_does_not_changes_nothing(
    cases: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [str(cases), "--only", "neighbours", "nearest_by_mass"]
    assert main(asked) == 0
    first = capsys.readouterr().out
    assert [line.split()[0] for line in first.splitlines()] == ["nearest_by_mass", "neighbours"]
    assert main([*asked, "--jobs", "2"]) == 0
    assert capsys.readouterr().out == first
    unchanged, changed = first.splitlines()
    assert changed.endswith("ja-garden zhhant-tool-library")
    assert unchanged.count("=") == 2


def test_weights_of_segmentation_are_moved_over_hard_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = OWN / "segmentation/it-commi-bis.json"
    (tmp_path / text.name).write_bytes(text.read_bytes())
    only = ["--only", "reference", "look_back"]
    assert main([str(tmp_path), "--stage", "segmentation", *only]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "1 texts" in lines[0]
    assert lines[1].count("=") == 2


def test_an_unknown_weight_is_a_usage_error(cases: Path) -> None:
    with pytest.raises(SystemExit):
        main([str(cases), "--only", "no_such_weight"])


def test_whole_numbers_stay_whole_and_move() -> None:
    assert moved(DEFAULT, "repeats", 1.2).repeats == 4
    assert moved(DEFAULT, "repeats", 0.8).repeats == 2
    assert moved(DEFAULT, "margin", 0.5).margin == pytest.approx(0.02)


@pytest.mark.parametrize("stage", [LinkWeights, segmentation.MarkWeights])
def test_every_weight_says_what_it_means(stage: type) -> None:
    path = Path(__file__).parents[2] / "generator" / Path(*stage.__module__.split(".")).with_suffix(".py")
    lines = path.read_text(encoding="utf-8").splitlines()
    for each in fields(stage):
        (at,) = (at for at, line in enumerate(lines) if line.startswith(f"    {each.name}: "))
        assert lines[at + 1].startswith('    """'), each.name
