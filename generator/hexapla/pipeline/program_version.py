"""Which program a result was made by: what a cache asks before it hands out an old result.

Nobody has to remember to raise a number: the version of a stage is the digest of its code, of the tables and
templates that lie beside it, of what it stands on, and of the libraries that are installed.
"""

import hashlib
import platform
import re
import sys
import unicodedata
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable

SHARED_MODULES = tuple(
    "bytecode_folder errors findings language languages lazy_names lazy_patterns model".split()
    + "optional_programs paratexts pattern_codes phrases plan references sequences text units".split()
)
"""modules on which every stage stands"""
STAGES: dict[str, tuple[str, ...]] = {
    "read": (*SHARED_MODULES, "readers", "archive"),
    "segment": (*SHARED_MODULES, "segmentation"),
    "align": (*SHARED_MODULES, "alignment", "cycle_collection"),
    "compare": (*SHARED_MODULES, "comparison", "cycle_collection"),
    "reuse": (
        *(*SHARED_MODULES, "readers", "archive", "collection", "segmentation", "reuse"),
        *(
            "alignment",
            "amending",
            "comparison",
            "cycle_collection",
            "git",
            "output",
            "pairs",
        ),  # of versions that are made by instruments
    ),
    "reuse-found": (*SHARED_MODULES, "reuse"),
    "document": (),
}
"""stage → what it is made of, modules or folders of the package; none named: all of the package"""
DISTRIBUTION = "hexapla-core"
"""what holds the code, and asks for its libraries"""
IGNORED_PARTS = ("api", "cli", "site", "__pycache__")
"""what stands above the stages and cannot change what they make"""


@cache
def stage_version(stage: str) -> str:
    """Return the digest of everything that decides what a stage makes of the same input."""
    package = resources.files("hexapla")
    parts = STAGES[stage] or tuple(
        sorted(each.name for each in package.iterdir() if each.name not in IGNORED_PARTS)
    )
    digest = hashlib.sha256("\n".join(list_environment()).encode())
    for part in parts:
        place = package.joinpath(part)
        add_to_digest(
            digest, part, place if place.is_dir() or place.is_file() else package.joinpath(f"{part}.py")
        )
    return digest.hexdigest()


def add_to_digest(digest: "hashlib._Hash", name: str, what: Traversable) -> None:
    """Add a file, or a folder with everything in it, under its name."""
    if what.is_dir():
        for each in sorted(what.iterdir(), key=lambda each: each.name):
            if each.name not in IGNORED_PARTS:
                add_to_digest(digest, f"{name}/{each.name}", each)
        return
    data = what.read_bytes()
    digest.update(f"{name}\0{len(data)}\0".encode())
    digest.update(data)


def list_environment() -> list[str]:
    """Name the interpreter and the libraries: characters, floats and HTML depend on them."""
    wanted = {re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in requirements()}
    found = [f"{name} {version}" for name in sorted(wanted) if (version := installed_version(name))]
    interpreter = f"{platform.python_implementation()} {'.'.join(map(str, sys.version_info[:2]))}"
    return [interpreter, platform.machine(), unicodedata.unidata_version, *found]


def requirements() -> list[str]:
    """Return what the distribution asks for; nothing where the code is used without being installed."""
    try:
        return metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return []


def installed_version(name: str) -> str | None:
    """Return the version of a library; None where it is an extra that is not here."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
