"""A law and a regulation, small enough to be read at a glance."""

from pathlib import Path

from hexapla import collection
from hexapla.pipeline import build_document
from hexapla.pipeline.stages import AnalysedDocument

LAW = """\
灯塔条例

第一条 灯塔由守塔人看管。

第二条 守塔人应当做下列事情：
（一）日落时点灯；
（二）日出时熄灯。

第三条 灯油由镇公所供给。

第四条 雾天应当鸣钟。
"""
RULE = """\
灯塔细则

第一条 依照《灯塔条例》第二条，点灯时间记入日志。

第二条 灯油每月初一领取。

第三条 依照本细则第二条领取的灯油，不得转让。
"""
SETTINGS = """\
order: levels
versions:
  - {file: law.txt, siglum: L, title: 灯塔条例}
  - {file: rule.txt, siglum: R, title: 灯塔细则}
"""


def build_levels(
    folder: Path, mapping: str = "", *, law: str = LAW, rule: str = RULE, settings: str = SETTINGS
) -> AnalysedDocument:
    """Write the two texts with their links, and take them the whole way."""
    folder.mkdir(exist_ok=True)
    files = {"law.txt": law, "rule.txt": rule, "document.yml": settings, "mapping.yml": mapping}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return build_document(collection.load_files([folder]))
