"""Results of earlier builds on disk, found by what they were made from.

The key of a result is the digest of its stage's version and of everything that went in. Results are JSON,
read back through the types of the model; nothing in a cache is ever executed. A folder that was cut short
or filled with something else costs a rebuild, no more:

- every entry carries the digest of its bytes and is ignored where it does not match;
- with `HEXAPLA_CACHE_KEY` set, the digest is keyed (HMAC), so that an entry which someone without the key
  wrote is ignored too. Without a key, whoever can write the cache can choose what the pages say: trust a
  cache as far as those who can write it, and see `verify`, which asks no cache.
"""

import hashlib
import hmac
import os
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from hexapla.output import write_atomically
from hexapla.pipeline.blob_store import BlobStore
from hexapla.pipeline.folder_locks import hold_shared_lock, lock_exclusive
from hexapla.pipeline.program_version import stage_version

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KEY = "HEXAPLA_CACHE_KEY"
RESULTS, BLOBS = "results", "blobs"
"""folders in a cache"""
LOCK = "lock"
UNUSED_SECONDS = 30 * 24 * 3600
"""seconds after which what no build asked for is removed"""
HALF_WRITTEN_SECONDS = 24 * 3600
"""seconds after which nobody is still writing a file"""
SIGNATURE_DIGITS = 64
"""hexadecimal digits of a SHA-256"""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Codec(Generic[Value]):
    """How a stage's result becomes bytes and comes back. Pydantic is loaded with the first of them."""

    kind: type[Value]
    """the type of the values"""

    @property
    def adapter(self) -> "TypeAdapter[Any]":
        """What writes and checks the values."""
        kind: Any = self.kind  # a type has a hash, which no type can say of a variable one
        return build_adapter(kind)

    def dump(self, value: Value) -> bytes:
        """Write a value as JSON."""
        return self.adapter.dump_json(value)

    def load(self, data: bytes) -> Value:
        """Read a value.

        Raises:
            ValueError: this is no such value.
        """
        found: Value = self.adapter.validate_json(data, strict=True)
        return found


@cache
def build_adapter(kind: Hashable) -> "TypeAdapter[Any]":
    """Build what writes and checks the values of a type, once."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - a command without a cache does without

    known: Any = kind
    adapter: TypeAdapter[Any] = TypeAdapter(known)
    return adapter


def hash_key(stage: str, *inputs: str | bytes) -> str:
    """Return the key of a stage's result for these inputs; lengths keep them apart."""
    digest = hashlib.sha256(f"{stage}\0{stage_version(stage)}".encode())
    for each in inputs:
        data = each.encode("utf-8", "surrogatepass") if isinstance(each, str) else each
        digest.update(f"\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of results. Any number of processes may use it at once; it can be deleted between builds."""

    folder: Path
    problems: list[str] = field(default_factory=list, compare=False)
    """why something could not be kept"""

    def store(self, fallback: Path) -> BlobStore:
        """Return where pages and files stand; `fallback` takes what the cache does not."""
        return BlobStore(self.folder / BLOBS, fallback=fallback, problems=self.problems)

    def path(self, key: str) -> Path:
        """Return where the result of that key stands."""
        return self.folder / RESULTS / key[:2] / key

    def get(self, key: str) -> bytes | None:
        """Return a result's bytes; None where there is none that can be trusted."""
        path = self.path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if not hmac.compare_digest(data[:SIGNATURE_DIGITS], sign_result(key, data[SIGNATURE_DIGITS:])):
            return None
        with suppress(OSError):
            os.utime(path)
        return data[SIGNATURE_DIGITS:]

    def put(self, key: str, data: bytes) -> None:
        """Keep a result; where the disk takes no more, the result is made again next time."""
        path = self.path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, sign_result(key, data) + data)
        except OSError as error:
            self.problems.append(error.strerror or str(error))

    def clean(self) -> None:
        """Remove what no build asked for in a month, and what killed builds left half written.

        Whoever asks renews the age of what is asked for, so that what a build of today uses is never old.
        """
        now = time.time()
        for path in self.files():
            with suppress(OSError):  # a disk that is only read
                if now - path.stat().st_mtime > (
                    HALF_WRITTEN_SECONDS if path.name.startswith(".") else UNUSED_SECONDS
                ):
                    path.unlink()

    def files(self) -> Iterator[Path]:
        """Yield every file of ours."""
        for part in (RESULTS, BLOBS):
            yield from (path for path in (self.folder / part).glob("??/*") if path.is_file())


def sign_result(key: str, data: bytes) -> bytes:
    """Bind a result to its key; where there is a secret, so that only who knows it can."""
    secret = os.environ.get(KEY, "").encode()
    return hmac.new(secret, key.encode() + b"\0" + data, hashlib.sha256).hexdigest().encode()


def load_or_make(cache: Cache | None, key: str, codec: Codec[Value], make: Callable[[], Value]) -> Value:
    """Return the result of that key, made anew where the cache has none."""
    if cache is None:
        return make()
    if (data := cache.get(key)) is not None:
        with suppress(ValueError):
            return codec.load(data)
    value = make()
    with suppress(ValueError):  # not all that Python calls a text can be JSON
        cache.put(key, codec.dump(value))
    return value


@contextmanager
def open_cache(folder: Path, warn: Callable[[str], None]) -> Iterator[Cache | None]:
    """Use a folder as cache, and clean it afterwards unless another build uses it.

    Args:
        folder: need not exist.
        warn: is told once, with the folder's name, why nothing or not everything could be kept.

    Yields:
        the cache; None where the folder cannot be one.
    """
    told = False
    try:
        prepare_folder(folder)
    except OSError as error:
        told, reason = True, error.strerror or error
        if not (folder / BLOBS).is_dir():
            warn(f"The cache {folder} cannot be used ({reason}); everything is made anew.")
            yield None
            return
        warn(f"The cache {folder} cannot be written ({reason}); what was made anew is not kept.")
    cache = Cache(folder)
    with hold_shared_lock(folder / LOCK) as lock:
        yield cache
        if lock is not None and lock_exclusive(lock):
            cache.clean()
    if cache.problems and not told:
        warn(f"The cache {folder} could not keep all that was made: {cache.problems[0]}.")


def prepare_folder(folder: Path) -> None:
    """Make a folder a cache; version control and backups are told to leave it alone.

    Raises:
        OSError: it cannot be written.
    """
    for part in (RESULTS, BLOBS):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for name, text in (
        (".gitignore", "*\n"),
        ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"),
    ):
        if not (folder / name).exists():
            (folder / name).write_text(text, encoding="utf-8")
    with TemporaryFile(dir=folder / BLOBS):
        pass
