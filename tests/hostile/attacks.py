"""What an attacker would write into texts, names and settings, and collections that hold it everywhere."""

from pathlib import Path

__all__ = ["ADDRESSES", "MARKERS", "VECTORS", "hostile_collection", "safe_name"]

VECTORS = (
    "<script>pwned()</script>",
    "<img src=x onerror=pwned()>",
    '"><svg/onload=pwned()>',
    "'-pwned()-'",
    "</textarea></title></style></script><script>pwned()</script>",
    "<iframe srcdoc='&lt;script&gt;pwned()&lt;/script&gt;'></iframe>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>",
    "<a href='javascript:pwned()'>x</a>",
    "[x](javascript:pwned()) ![x](x:pwned())",
    "{{ config }}{% include '/etc/passwd' %}{# #}",
    "${pwned()} #{pwned()} <%= pwned() %>",
    "&lt;script&gt;pwned()&lt;/script&gt;",
    "]]><!--><script>pwned()</script>-->",
    '=HYPERLINK("http://example.org","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u202e\u2066evil\u2069\u202c",
    "\ufeff\u200b\u00ad\u2028\u2029",
    "javascript:pwned()//",
    "--><script>pwned()</script><!--",
    '\\"</script><script>pwned()</script>',
)
ADDRESSES = (
    "javascript:pwned()",
    "data:text/html,<script>pwned()</script>",
    "//example.org",
    "file:///etc/passwd",
)
MARKERS = ("pwned",)


def safe_name(text: str) -> str:
    """Make of a vector what a file system takes as a name."""
    return text.replace("/", "∕").replace("\0", "")[:60].strip(" .") or "x"


def clauses(extra: str = "") -> str:
    """Write a text with a vector in every clause, its heading and its number's neighbourhood."""
    lines = [f"第{number}条 {vector} 应当{extra}申请。" for number, vector in enumerate(VECTORS, start=1)]
    return f"{VECTORS[0]}\n" + "\n".join(lines) + "\n"


def hostile_collection(root: Path) -> Path:
    """Write a collection with vectors in texts, names of files and folders, and every field of settings."""
    for number, vector in enumerate(VECTORS):
        folder = root / safe_name(f"{number} {vector}")
        folder.mkdir(parents=True)
        for year, extra in (("2018", ""), ("2023", "可以")):
            (folder / f"{year} {safe_name(vector)}.txt").write_text(clauses(extra), encoding="utf-8")
    said = root / "said"
    said.mkdir()
    for name in ("a.txt", "b.txt"):
        (said / name).write_text(clauses(name[0]), encoding="utf-8")
    quoted = VECTORS[4].replace("'", "''")
    (said / "document.yml").write_text(
        f"title: '{quoted}'\nversions:\n"
        f"  - {{file: a.txt, label: '{quoted}', title: '{quoted}', issued: 2018,"
        f" provenance: {{url: 'https://example.org/\"onmouseover=\"pwned()', note: '{quoted}'}}}}\n"
        f"  - {{file: b.txt, label: '{quoted}2', issued: 2023}}\n",
        encoding="utf-8",
    )
    (said / "alignment.yml").write_text(
        f"- {{together: [A/art_1, B/art_1], reason: '{quoted}'}}\n", encoding="utf-8"
    )
    return root
