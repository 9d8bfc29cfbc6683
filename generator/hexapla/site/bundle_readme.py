"""What a bundle says of itself, for whoever finds it on a stick."""

from collections.abc import Iterable

from hexapla.pipeline.results import DocumentEntry
from hexapla.site.manifest import NAME
from hexapla.version import VERSION

README = "README.txt"
BOM = "\ufeff"
"""old editors on Windows take a text for one of their own code page without it"""
HEAD = """\
Open index.html with a browser (double click). Nothing needs to be installed; nothing asks the network.
双击 index.html 用浏览器打开。无需安装，不访问网络。

This is a set of texts in several versions, aligned clause by clause and compared. It was made by {software}.
Every page, the search, the filters and the downloads work from this folder. Unpack the whole archive first.
本包是多个文本的各个版本，逐条对齐、逐字比较。请先将压缩包全部解压。

HOW TO VERIFY / 如何核验
  hexapla verify FILE.zip
  hexapla verify FILE.zip --sources FOLDER
The first proves from the pages that no text was lost and that every file is the one that was built, the
second also that these are the files that were read. Both are held against {name}, which names the
sha256 of every file here, this one too. The unpacked folder will do for FILE.zip.

SOURCES / 来源 (sha256)
"""


def write_readme(documents: Iterable[DocumentEntry]) -> bytes:
    """Write the file; lines end as on Windows."""
    lines = [HEAD.format(software=f"hexapla {VERSION}", name=NAME)]
    for document in documents:
        lines.append(f"{document['id']}\n")
        lines += [f"  {source['sha256']}  {source['path']}\n" for source in document["sources"]]
    return (BOM + "".join(lines)).replace("\n", "\r\n").encode()
