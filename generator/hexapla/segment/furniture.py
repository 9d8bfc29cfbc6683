"""Page furniture: what a website or a printer puts around a text.

A line is furniture by its words; what stands between two such lines goes with them. A numbered line is
never furniture, and a line that ends like a sentence only if its words leave no doubt.
"""

import re
from collections.abc import Sequence

from hexapla.segment.folding import HIDDEN
from hexapla.segment.lines import Line, lines
from hexapla.segment.masks import Hole, blotted
from hexapla.segment.titles import KINDS, PROMISE, is_title_like, names_kind

__all__ = ["BARE", "LONGEST", "NUMBERED", "PAGE", "ends"]

SURE = re.compile(
    r"©|版权所有|版權所有|ICP备|备案号|公网安备|all rights reserved|\bcookies?\b|"
    r"(?:skip|jump) to (?:main |the )?"
    r"(?:content|navigation|search|text)|"
    r"(?:page|seite|página|pagina)\s*\d+\s*(?:of|von|de|sur|di|/)\s*\d+|"
    r"^[^>\n]{1,20}(?: ?[>»›] ?[^>»›\n]{1,20}){2,4}$|"
    r"位置\s*:\s*首页|首页\s*(?:>|»)|^[上下]一[篇页条]\s*:|(?:主办|承办|主管)(?:单位)?\s*:|技术支持\s*:|"
    r"第\s*\d+\s*页\s*[,/]?\s*共\s*\d+\s*页|^\W*\d+\s*/\s*\d+\W*$|^[×✕✖]$|"
    r"todos los derechos reservados|tous droits réservés|alle rechte vorbehalten|privacy policy|terms "
    r"of (?:use|service)",
    re.IGNORECASE,
)
LIKELY = re.compile(
    r"下载|試讀|试读|免费阅读|阅读已结束|阅读全文|继续阅读|展开全部|点击|收藏|举报|分享|打印本页|"
    r"关闭窗口|返回(?:顶部|首页|列表)|客服|扫码|扫一扫|二维码|公众号|上一篇|下一篇|"
    r"相关(?:推荐|文章|文档|阅读)|猜你喜欢|首页\s*[>»]|当前位置|您的位置|(?:资源|文档|文章|内容)(?:描述|"
    r"简介|介绍|预览)|赞助|打赏|赏杯|登录|注册|网友|浏览(?:次数|量)|阅读(?:次数|量)|字号|"
    r"(?:保存|操作|复制|提交|收藏)成功|温馨提示|上传(?:者|人|时间)|(?:浏览|阅读|点击|下载|访问)(?:次数|量)?\s*:\s*\d|可在线|文档编号|责任编辑|来源\s*:|"
    r"查看(?:更多|全文|原文)|更多(?:内容|文章|精彩)|热词|热搜|热门(?:搜索|标签|文章)|关注我们|^(?:收录|发表)于|"
    r"发表于\S{2,8}$|长按|^(?:编辑|審核|审核|排版|监制|校对|標籤|标签|关键词)\s*:|往期|在看\s*\d|阅读\s*\d|点赞|"
    r"喜欢作者|朋友圈|微信(?:号|扫)|^(?:推荐|延伸|相关)阅读|share this|^share\b|"
    r"print (?:this )?page|^home\s*[>»/|]|back to top|accept all|subscribe|sign in|log in|"
    r"follow us|download|read more|^(?:home|menu|main menu|"
    r"navigation|search|sitemap|toggle navigation|create account)$|^(?:首页|返回|菜单|导航|搜索|关闭)$|"
    r"related (?:articles|posts)|facebook|twitter|startseite|datenschutz|impressum|accueil\s*[>»]|"
    r"mentions légales|inicio\s*[>»]|compartir|aviso legal|teilen",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"(?:往期|相关|推荐|延伸|热门|更多|猜你|精彩)(?:推荐|回顾|精彩|阅读|文章|内容|链接|文档|新闻|资讯|喜欢|链接)+:?|"
    r"(?:related|recent|more|popular|latest|other) (?:articles|posts|news|stories|pages|reading|links):?|"
    r"(?:ähnliche|weitere|verwandte) (?:artikel|beiträge|themen):?|articles (?:liés|similaires):?",
    re.IGNORECASE,
)
"""the head of a list of other pages, whose lines may be numbered"""
LONGEST = 90
MOST_RELATED = 30
"""lines of such a list, at most"""
STRANGE = 2
"""lines in a row that may stand between furniture without its words"""
NUMBERED = re.compile(
    r"(?:[(\[]?[一二三四五六七八九十]{1,3}[)\]、]|"
    r"第\s*[一二三四五六七八九十百零〇\d]+\s*[条章节编款项篇]|\(?\d{1,3}[.)、](?!\d)|"
    r"[(][a-z][)]|§|[①-⑳]|(?:article|section|artículo|artikel)\s+\w)",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"[-—–·~\s\x1f]*(?:第\s*\d{1,4}\s*[页頁](?:\s*[,/]?\s*共\s*\d{1,4}\s*[页頁])?|(?:page|seite|página|"
    r"pagina|p\.)\s*\d{1,4}(?:\s*(?:of|von|de|sur|di|/)\s*\d{1,4})?|"
    r"\d{1,4}\s*/\s*\d{1,4}|[-—–]\s*\d{1,4}\s*[-—–]|\d{1,4})[-—–·~\s\x1f]*$",
    re.IGNORECASE,
)
BARE = re.compile(r"\d{1,4}$")
SENTENCE = "。;,:!?"


def is_furniture(text: str) -> bool:
    """Tell whether a line at either end of a page belongs to the page, not to the text."""
    if not text or len(text) > LONGEST or NUMBERED.match(text):
        return False
    if SURE.search(text):
        return True
    sentence = text[-1] in "。;" or (text[-1] == "." and not text.endswith(".."))
    return not sentence and not KINDS.search(text) and bool(LIKELY.search(text))


def ends(view: str, start: int, end: int) -> list[Hole]:
    """Return the furniture at both ends of a stretch, in order.

    A first line that could be a title stays even if furniture follows it.
    """
    every = lines(view, start, end)
    first, last = head_lines(every)
    title = title_among(every, first, last)
    stretches = [(first, title - 1), (title + 1, last)] if title >= 0 else [(first, last)]
    holes = [Hole(every[a].start, every[b].end, "furniture") for a, b in stretches if b >= a]
    tail = first_of_tail(every, last)
    if tail < len(every):
        holes.append(Hole(every[tail].start, end, "furniture"))
    kept = blotted(view[:end], [(hole.start, hole.end) for hole in holes], " ")[start:]
    return holes if kept.strip(" \n" + HIDDEN) else []


def head_lines(every: Sequence[Line]) -> tuple[int, int]:
    """Return the first and the last line of the furniture before the text; -1 if there is none."""
    last, first, strange = -1, 0, 0
    for n, line in enumerate(every):
        if not line.text:
            continue
        if is_furniture(line.text):
            last, strange = n, 0
        else:
            strange += 1
            if strange > STRANGE or not is_title_like(line.text) or NUMBERED.search(line.text):
                break
            if last < 0:
                first = n + 1
    return first, last


def title_among(every: Sequence[Line], first: int, last: int) -> int:
    """Return the line of a title that furniture surrounds; -1 if there is none."""
    own = [
        n
        for n in range(first, last + 1)
        if names_kind(PROMISE.sub("", every[n].text)) and not is_furniture(every[n].text)
    ]
    return own[-1] if own else -1


def first_of_tail(every: Sequence[Line], head: int) -> int:
    """Return the first furniture line after the text, the number of lines if there is none."""
    first = related(every, head)
    strange = 0
    for n in range(first - 1, head, -1):
        text = every[n].text
        if is_furniture(text) or (PAGE.match(text) and not BARE.match(text)):
            first, strange = n, 0
        elif text:
            strange += 1
            if strange > STRANGE or len(text) > LONGEST or ends_text(text):
                break
    return first


def related(every: Sequence[Line], head: int) -> int:
    """Return the line from which on other pages are listed to the end; else the number of lines."""
    for n in range(len(every) - 1, max(head, len(every) - MOST_RELATED), -1):
        text = every[n].text
        if RELATED.fullmatch(text):
            return n
        if len(text) > LONGEST or (text and text[-1] in SENTENCE + "."):
            break
    return len(every)


def ends_text(text: str) -> bool:
    """Tell whether a line is the text's own: it begins with a mark or ends like a sentence."""
    return bool(NUMBERED.match(text)) or text[-1] in SENTENCE + "."
