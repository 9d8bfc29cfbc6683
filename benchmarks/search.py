"""How fast, how exact and how large searches are, in Chromium: ours, the theme's (lunr) and Pagefind.

    python -m benchmarks.search [--rivals 1] 10 100

`--rivals` is the size in megabytes at which all are asked the same of the same pages; the further sizes are
for ours alone. Texts are made up of a list of words, so that anyone can make them again; the figures hold for
a vocabulary as poor as that of laws. What is found is held against a plain scan.
"""

import argparse
import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import Page, sync_playwright

from benchmarks.search_rivals import Answer, Clauses, Measured, rivals
from chromium import FLAGS, find
from hexapla.model import Alignment, File
from hexapla.pages import build_assets, render_search_page
from hexapla.plan import Plan
from hexapla.readers import read_source
from hexapla.search import (
    ShardListing,
    write_catalogue,
    write_handwritten_shard,
    write_shards,
)
from hexapla.segmentation import segment

WORDS = (
    "应当 可以 不得 申请 登记 机关 管理 单位 个人 规定 办法 责任 期限 书面 通知 决定 审查 批准 许可 "
    "检查 处罚 罚款 居民 花园 工具 合同 当事人 仲裁 协议 人民 法院 执行 依照 本法 县级 以上 政府 主管 "
    "部门 负责 监督 三十日 内 作出 有关 情况 材料 提供 保存 公开 信息 安全 标准 质量 生产 经营 使用 "
    "环境 保护 土地 房屋 财产 利益 损害 赔偿"
).split()
QUERIES = ("合同", "应当", "赔偿花园", "仲裁协议", "法", "不得 合同 赔偿", "第十二条", "第一百零三条")
SEED = 20
CLAUSES = 379
DIGITS = "零一二三四五六七八九"
KILO, HUNDRED, TEN = 1000, 100, 10
MENTION = 0.05
"""of the clauses, how many refer to another one by its number"""
ASK = """q => new Promise(end => { const t = performance.now(); let first = 0;
    hexaplaSearch.ask(q, {}, (items, Q, done) => { first = first || performance.now() - t;
        if (done) end([items.filter(x => x.all).map(x => [x.c.d.v.folder.split("/").pop(), x.c.id]),
            first, performance.now() - t]) }) })"""
COUNT = "asked = 0; new PerformanceObserver(l => asked += l.getEntries().length).observe({type: 'resource'})"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line of log per request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@dataclass(slots=True)
class Made:
    """A search page with its data."""

    clauses: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    text: int = 0
    """bytes, as all below"""
    shards: int = 0
    told: int = 0
    """catalogue and filter"""
    seconds: float = 0.0
    """what the search takes of a build"""


def han(number: int) -> str:
    """Write a number below a thousand as laws do."""
    hundreds, rest = divmod(number, HUNDRED)
    tens, ones = divmod(rest, TEN)
    said = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += f"{DIGITS[tens] if tens > 1 or hundreds else ''}十"
    elif hundreds and ones:
        said += "零"
    return said + (DIGITS[ones] if ones else "")


def texts(megabytes: int) -> Iterator[str]:
    """Yield documents of about 100 KB."""
    chance = random.Random(SEED)  # noqa: S311 - made-up texts
    rare = [chr(code) for code in range(0x4E00, 0x9000)]
    for _ in range(megabytes * 10):
        own = [*WORDS, *("".join(chance.choices(rare, k=2)) for _ in range(200))]
        lines = []
        for number in range(1, CLAUSES + 1):
            words = chance.choices(own, k=40)
            if chance.random() < MENTION:
                words[20] = f"第{han(chance.randint(1, CLAUSES))}条"
            lines.append(f"第{han(number)}条 {''.join(words)}。")
        yield "\n".join(lines)


def write(folder: Path, files: Sequence[File]) -> int:
    """Write files and return their bytes."""
    for file in files:
        path = folder / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return sum(len(file.data) for file in files)


def make(folder: Path, megabytes: int) -> Made:
    """Write a search page with its data."""
    made = Made()
    listings: list[ShardListing] = []
    for at, text in enumerate(texts(megabytes)):
        document = segment([read_source(f"{at}.txt", text.encode())], Plan(id=f"d{at}"))
        for each in document.versions[0].clauses:
            made.clauses[f"d{at}", each.id] = each.number or "", each.text
        made.text += len(text.encode())
        start = time.perf_counter()
        table = Alignment(document=document, rows=(), findings=())
        files, own = write_shards(table, (), folder=f"texts/d{at}")
        listings += own
        made.shards += write(folder, files)
        made.seconds += time.perf_counter() - start
    start = time.perf_counter()
    made.told = write(folder, write_catalogue(listings))
    made.seconds += time.perf_counter() - start
    own_assets = [File(uri=f"assets/hexapla/{name}", data=data) for name, data in build_assets().items()]
    script = '<script src="assets/hexapla/search-box.js"></script>'
    page = f'<meta charset="utf-8">{render_search_page().html}{script}'
    pages = [File(uri="search.html", data=page.encode()), write_handwritten_shard([], language="en")]
    write(folder, [*own_assets, *pages])
    return made


def scan(clauses: Clauses, query: str) -> frozenset[tuple[str, str]]:
    """Look through everything."""
    words = query.split()
    return frozenset(
        name for name, (number, text) in clauses.items() if all(word in f"{number} {text}" for word in words)
    )


def opened(tab: Page, url: str) -> float:
    """Open the search page anew; return after how many milliseconds it can be asked."""
    tab.goto("about:blank")
    start = time.perf_counter()
    tab.goto(url + "search.html")
    tab.wait_for_function("window.hexaplaSearch")
    return 1000 * (time.perf_counter() - start)


def alone(tab: Page, url: str, made: Made, queries: Sequence[str]) -> None:
    """Ask every query of a page just opened, of one on which all is loaded, and again; print a line each."""
    for query in queries:
        opened(tab, url)
        tab.evaluate(COUNT)
        found, first, cold = tab.evaluate(ASK, query)
        files = tab.evaluate("asked")
        start = time.perf_counter()
        opened(tab, url)
        tab.evaluate("hexaplaSearch.ready()")
        ready = 1000 * (time.perf_counter() - start)
        loaded = tab.evaluate(ASK, query)[2]
        again = min(tab.evaluate(ASK, query)[2] for _ in range(3))
        expected = scan(made.clauses, query)
        right = "exact" if {(a, b) for a, b in found} == expected else f"WRONG, {len(expected)} expected"
        took = f"{first:.0f} | {cold:.0f} | {files} | {ready:.0f} | {loaded:.0f} | {again:.0f}"
        print(f"| {query} | {len(found)} ({right}) | {took} |", flush=True)


def ours(tab: Page, url: str, made: Made, queries: Sequence[str]) -> Measured:
    """Measure ours as the rivals are measured."""
    opened(tab, url)
    ready = tab.evaluate("hexaplaSearch.ready().then(() => performance.now())")
    told = {}
    for query in queries:
        found, _, took = tab.evaluate(ASK, query)
        told[query] = Answer(frozenset((a, b) for a, b in found), took)
    return Measured("hexapla", made.seconds, ready, made.shards + made.told, told)


def compared(measured: Sequence[Measured], made: Made, queries: Sequence[str]) -> None:
    """Print who found what."""
    print("| search | index s | index bytes | ready ms | recall | precision | slowest answer ms |")
    print("|---|---|---|---|---|---|---|")
    truth = {query: scan(made.clauses, query) for query in queries}
    for each in measured:
        hits = sum(len(each.answers[query].found & truth[query]) for query in queries)
        told = sum(len(each.answers[query].found) for query in queries)
        recall = hits / sum(map(len, truth.values()))
        precision = f"{hits / told:.3f}" if told else "–"
        slowest = max(answer.milliseconds for answer in each.answers.values())
        size = f"{each.size / made.text:.2f} × text"
        row = f"{each.setup:.1f} | {size} | {each.ready:.0f} | {recall:.3f} | {precision} | {slowest:.0f}"
        print(f"| {each.name} | {row} |")
    print(f"\n| query | clauses | {' | '.join(each.name for each in measured)} |")
    print(f"|---|---|{'---|' * len(measured)}")
    for query in queries:
        cells = []
        for each in measured:
            found = each.answers[query].found
            cells.append(f"{len(found & truth[query])} of {len(found)}")
        print(f"| {query} | {len(truth[query])} | {' | '.join(cells)} |")


def rare_word(clauses: Clauses) -> str:
    """Return two characters of the first clauses that belong to no word of the list."""
    known = set("".join(WORDS)) | set("第条。百十" + DIGITS)
    text = "".join(text for _, text in list(clauses.values())[:50])
    return next(a + b for a, b in pairwise(text) if not {a, b} & known)


def main() -> None:
    """Measure at every size given, in megabytes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rivals", type=int, default=0, metavar="MB")
    parser.add_argument("megabytes", type=int, nargs="*")
    given = parser.parse_args()
    sizes = [(size, False) for size in given.megabytes]
    for megabytes, everyone in [*([(given.rivals, True)] if given.rivals else []), *sizes]:
        with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
            tab = browser.new_page()
            folder = Path(scratch) / "ours"
            made = make(folder, megabytes)
            print(f"\n{made.text / 1e6:.1f} MB of text, {len(made.clauses)} clauses, {made.seconds:.1f} s;")
            size = f"shards {made.shards / made.text:.2f} x the text, catalogue and filter"
            print(f"{size} {made.told / made.text:.3f} x\n", flush=True)
            queries = (*QUERIES, rare_word(made.clauses))
            with served(folder) as url:
                if everyone:
                    own = ours(tab, url, made, queries)
                else:
                    print("| query | clauses | first | all | files | ready | first query | again |")
                    print("|---|---|---|---|---|---|---|---|")
                    alone(tab, url, made, queries)
            if everyone:
                others = rivals(tab, Path(scratch), made.clauses, queries, served)
                compared([own, *others], made, queries)
            browser.close()


if __name__ == "__main__":
    main()
