"""How fast and how large the search is, in Chromium, at a given size of texts.

    python benchmarks/search.py 10 100

Texts are made up of a list of words, so that anyone can make them again: the figures hold for vocabulary as
poor as that of laws. Hits are held against a plain scan.
"""

import random
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import Page, sync_playwright

from chromium import FLAGS, find
from hexapla.model import Alignment, File
from hexapla.plan import Plan
from hexapla.readers import read
from hexapla.render import assets, search_page
from hexapla.search import Listing, catalogue, handwritten, shards
from hexapla.segment import segment

WORDS = (
    "应当 可以 不得 申请 登记 机关 管理 单位 个人 规定 办法 责任 期限 书面 通知 决定 审查 批准 许可 "
    "检查 处罚 罚款 "
    "居民 花园 工具 合同 当事人 仲裁 协议 人民 法院 执行 依照 本法 县级 以上 政府 主管 部门 负责 监督 "
    "三十日 内 作出 "
    "有关 情况 材料 提供 保存 公开 信息 安全 标准 质量 生产 经营 使用 环境 保护 土地 房屋 财产 利益 损害 赔偿"
).split()
QUERIES = ("合同", "应当", "赔偿花园", "仲裁协议", "法", "不得 合同 赔偿", "第十二条")
SEED = 20
ASK = """q => new Promise(end => { const t = performance.now(); let first = 0;
    hexaplaSearch.ask(q, {}, (items, Q, done) => { first = first || performance.now() - t;
        if (done) end([items.filter(x => x.all).length, first, performance.now() - t]) }) })"""


COUNT = "asked = 0; new PerformanceObserver(l => asked += l.getEntries().length).observe({type: 'resource'})"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line of log per request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def texts(megabytes: int) -> Iterator[str]:
    """Yield documents of about 100 KB."""
    chance = random.Random(SEED)  # noqa: S311 - made-up texts
    rare = [chr(code) for code in range(0x4E00, 0x9000)]
    for _ in range(megabytes * 10):
        own = [*WORDS, *("".join(chance.choices(rare, k=2)) for _ in range(200))]
        clauses = (f"第{number}条 " + "".join(chance.choices(own, k=40)) + "。" for number in range(1, 380))
        yield "\n".join(clauses)


def write(folder: Path, files: list[File]) -> int:
    """Write files and return their bytes."""
    for file in files:
        path = folder / file.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return sum(len(file.data) for file in files)


def make(folder: Path, megabytes: int) -> tuple[list[str], int, int, int]:
    """Write a search page with its data; return the clauses, and bytes of texts, shards and catalogue."""
    clauses: list[str] = []
    listings: list[Listing] = []
    size = stored = 0
    for at, text in enumerate(texts(megabytes)):
        document = segment([read(f"{at}.txt", text.encode())], Plan(id=f"d{at}"))
        table = Alignment(document=document, rows=(), findings=())
        files, own = shards(table, (), folder=f"texts/d{at}")
        clauses += [f"{each.number} {each.text}" for each in document.versions[0].clauses]
        listings += own
        size += len(text.encode())
        stored += write(folder, list(files))
    told = write(folder, list(catalogue(listings)))
    own_assets = [File(uri=f"assets/hexapla/{name}", data=data) for name, data in assets().items()]
    page = f'<meta charset="utf-8">{search_page().html}<script src="assets/hexapla/search-box.js"></script>'
    pages = [File(uri="search.html", data=page.encode()), handwritten([], language="en")]
    write(folder, [*own_assets, *pages])
    return clauses, size, stored, told


def measure(tab: Page, url: str, clauses: list[str], queries: Sequence[str]) -> None:
    """Open the page anew for every query, ask twice, and say how long it took."""
    for query in queries:
        start = time.perf_counter()
        tab.goto("about:blank")
        tab.goto(url)
        tab.wait_for_function("window.hexaplaSearch")
        ready = 1000 * (time.perf_counter() - start)
        tab.evaluate(COUNT)
        count, first, cold = tab.evaluate(ASK, query)
        loaded = tab.evaluate("asked")
        warm = min(tab.evaluate(ASK, query)[2] for _ in range(3))
        expected = sum(all(word in clause for word in query.split()) for clause in clauses)
        right = "exact" if count == expected else f"WRONG, {expected} expected"
        took = f"{ready:.0f} | {first:.0f} | {cold:.0f} | {loaded} | {warm:.0f}"
        print(f"| {query} | {count} ({right}) | {took} |")


def rare_word(clauses: list[str]) -> str:
    """Return two characters of the first clauses that belong to no word of the list."""
    known = set("".join(WORDS)) | set("第条。 0123456789")
    text = "".join(clauses[:50])
    return next(a + b for a, b in pairwise(text) if not {a, b} & known)


def main() -> None:
    """Measure at every size given, in megabytes."""
    for megabytes in map(int, sys.argv[1:] or ["10"]):
        with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
            folder = Path(scratch)
            start = time.perf_counter()
            clauses, size, stored, told = make(folder, megabytes)
            made = time.perf_counter() - start
            print(f"\n{size / 1e6:.1f} MB of text, {len(clauses)} clauses, written in {made:.0f} s;")
            print(f"shards {stored / size:.2f} x the text, catalogue and filter {told / size:.3f} x\n")
            print(
                "| query | clauses | page ready ms | first hits ms | all hits ms | files loaded | again ms |"
            )
            print("|---|---|---|---|---|---|---|")
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            queries = (*QUERIES, rare_word(clauses))
            browser = playwright.chromium.launch(executable_path=find(), args=list(FLAGS))
            measure(
                browser.new_page(), f"http://127.0.0.1:{server.server_port}/search.html", clauses, queries
            )
            browser.close()
            server.shutdown()


if __name__ == "__main__":
    main()
