# 界面用语。出自文本的值都是纯文本；各条不含标记。

## 页面

tabs = 文档页面
breadcrumbs = 本页位置
previous-version = 上一版本：{ $version }
next-version = 下一版本：{ $version }
tab-overview = 概览
tab-read = 阅读
tab-compare = 对照
tab-synopsis = 汇校
home-title = 文档
home-lead = { $count } 份文档，各版本逐条对照。
home-feed = 改动订阅（Atom）
card-last = 最新版本 { $base } → { $target }：{ $count ->
    [0] 条文未改
   *[other] 改动 { $count } 条
}
card-retrieved = { $date } 取得
card-edited = 文件最后改于 { $date }
card-more = 另有较早的 { $count } 个版本
home-filter = 题名、版本名或日期
home-order = 排序
home-order-newest = 新者在前
home-order-title = 依题名
home-order-changes = 改动多者在前
home-ungrouped = 其他文档
home-document = 文档
home-facts = 版本、日期与改动
home-empty = 尚无文档。
unpack-first = 请先解压，再打开解压后文件夹里的首页。
lost-title = 没有这一页
lost-why = 网址可能有误，或者这里的内容已经改名、撤下。
lost-above = 文件列表在下列位置之一：
lost-level = { $count ->
    [0] 本级目录
   *[other] 上 { $count } 级目录
}
failed = 未能生成
compare-title = { $base } ⇄ { $target } · { $title }
read-title = { $version } · { $title }
synopsis-title = 汇校 · { $title }
pair = { $base } ⇄ { $target }
arrow = →
    .parallel = ⇄
sentence-gap = { "" }
term-gap = ：
list-separator = 、
aside = （{ $text }）
contents = 目录
versions = 版本
permalink = 固定链接：{ $place }
copy = 复制
copy-hash = 完整校验值

## 版本

count-versions = { $count } 个版本
count-clauses = { $count } 条
count-characters = { $count } 字
count-units = 编号条款 { $count } 个，其中 { $units } 条
no-clauses = 无编号条文
undated = 未注日期
in-force-from = { $start } 起施行
in-force-until = { $start } 起施行，至 { $until } 前
in-force-open = { $start } 起施行，何时失效不详
in-force-unknown = 何时施行不详：{ $reason }
in-force-then = 此后为 { $version }
in-force-clauses = { $clauses }自 { $start } 起施行
in-force-clauses-unknown = { $clauses }何时施行不详
banner-ended = { $version }自 { $until } 起不再施行：
banner-early = { $version }尚未施行，自 { $start } 起施行：
banner-before = 前一版：{ $version }
banner-last = 最后的文本：{ $version }
certainty-given = 据编者所述
certainty-derived = 据文本所述
certainty-unknown = 何时失效不详
tab-at = 某日的文本
at-title = 某日的文本 · { $title }
at-index-title = 各文件在某日的文本
at-lead = 某日施行的是哪一版文本，以文本或编者所述为限。没有说明的，答案就是“不详”。
at-link = 某日施行的是哪一版？
at-address = 文件与日期可以写在网址里：
at-unlisted = 这里不知道“{ $document }”的施行日期。
at-nothing = 这里没有一份文件说明何时施行。
at-day = 日期
at-show = 查看
at-on = { $day }
at-days = 全部日期
at-before = { $until } 之前
at-between = 自 { $start } 起，{ $until } 之前
at-from = 自 { $start } 起
at-always = 任何一日
at-in_force = 施行：
at-not_yet = 尚无文本施行。
at-expired = 已无文本施行；最后的文本：
at-unknown = { $count ->
    [1] 不详；或为
   *[other] 不详；为下列之一：
}
at-parallel = 不详；各版并不前后替代：
at-why = { $version }：{ $reason }
at-clauses-later = 尚未施行：{ $clauses }，自 { $start } 起
at-clauses-unknown = 或尚未施行：{ $clauses }，何时施行没有说明
at-since = { $count ->
    [0] 此后至{ $version }没有条文变动
   *[other] 此后至{ $version }有{ $count }条变动
}
at-next = 接着：{ $version }，自 { $start } 起
period-silent = 文本没有说明
period-undated = 文本写有日期，但无从判断是否为这一版的日期
period-kept = 施行条款可能是更早文本的
period-before_issue = 所写日期早于公布日期
period-publication_unknown = 自公布之日起施行，而公布日期不详
period-unclear = 施行附有条件，或未能读懂
period-contradictory = 写有几个不同的日期
provenance = 来源：
retrieved = { $date } 取得
unnumbered = 无编号段
completeness-whole = 完整
completeness-cut_off = 不全，缺后文
completeness-fragment = 不全，缺前文
ends-at = 止于{ $number }
begins-at = 起于{ $number }
base = 底本
column-siglum = 版本
column-label = 名称
column-issued = 日期
column-clauses = 条
column-numbered = 编号条款
column-units = 条
column-characters = 字
column-completeness = 是否完整
column-file = 来源文件
column-hash = SHA-256

## 变化种类

kind-same = 相同
kind-trans = 译文
kind-word = 改写
    .parallel = 文字不同
kind-add = 新增
kind-del = 删除
kind-only = 仅见于{ $version }
kind-move = 移动
    .parallel = 位置不同
kind-renum = 重编号
    .parallel = 编号不同
kind-split = 拆分
    .parallel = 一对多
kind-join = 合并
    .parallel = 多对一
kind-regroup = 重组
    .parallel = 多对多
kind-lack = 缺文
kind-ref = 引用失准
sum-ref = 引用失准
sum-move = 仅移动
    .parallel = 仅位置不同
sum-split = 仅拆分合并
    .parallel = 仅分条不同
only-first = 仅见于前者
only-second = 仅见于后者
flag-only-whitespace = 仅空格
flag-only-punctuation = 仅标点
flag-only-width = 仅全半角
flag-only-case = 仅大小写
flag-only-script = 仅繁简
flag-modality = 义务或许可
flag-period = 期限
flag-date = 日期
flag-money = 金额
flag-percentage = 比例
flag-reference = 引用
flag-number = 数量
flag-single_character = 一字之差
flag-pair = { $old }→{ $new }
    .parallel = { $old }／{ $new }
flag-torn = 止于此
heading-both = { $old } → { $new }
    .parallel = { $old } ⇄ { $new }
heading-of = { $version } { $number }

## 标记

mark-ins = 〔增：
    .parallel = 〔仅右：
mark-del = 〔删：
    .parallel = 〔仅左：
mark-from = 〔移出：
    .parallel = 〔左，位置不同：
mark-to = 〔移入：
    .parallel = 〔右，位置不同：
mark-was = 〔删：
    .parallel = 〔此处无：
mark-only = 〔仅此处有：
mark-end = 〕
foot-words = 分词：{ $words }
mark-gap = 〔此处无：{ $text }
gap-title = 底本此处有：{ $text }
key-ins = 增加的字
key-del = 删去的字
key-only = 仅见于{ $version }的字

## 对照

lead-older = 较早的 { $base } 在左。
lead-parallel = 两篇并行，不分先后，故不说“新增”“删除”。
lead-counts = { $base }与{ $target }相比，共 { $rows } 条：{ $changed } 条有变化，{ $number ->
    [0] { "" }
   *[other] { $number } 条仅重编号，
}{ $same } 条相同。
    .parallel = { $base }与{ $target }相比，共 { $rows } 条：{ $changed } 条不同，{ $number ->
        [0] { "" }
       *[other] { $number } 条仅编号不同，
    }{ $same } 条相同。
told-word = { $count }条改写
    .parallel = { $count }条文字不同
told-routine = 其中{ $count }条属例行改动
told-throughout = { $old }→{ $new }（{ $count }处）
    .parallel = { $old }⇄{ $new }（{ $count }处）
told-throughout-but = { $old }→{ $new }（{ $all }处中的{ $count }处，{ $where }未改）
    .parallel = { $old }⇄{ $new }（{ $all }处中的{ $count }处，{ $where }相同）
told-add = 新增{ $count }条
    .parallel = { $count }条仅见于后者
told-del = 删除{ $count }条
    .parallel = { $count }条仅见于前者
told-divided = 拆分或合并{ $count }处
    .parallel = { $count }处分合不同
told-move = 移动{ $count }条
    .parallel = { $count }条位置不同
told-renum = 重编号{ $count }条
    .parallel = { $count }条条号不同
told-number = 仅重编号{ $count }条
    .parallel = { $count }条仅条号不同
told-punct = { $count }条仅形式不同
told-lack = { $count }条本文缺
told-trans = { $count }条与译文并列
told-affected = { $count }条文字未变而受影响
told-fact = { $old }→{ $new }（{ $place }）
    .parallel = { $old }⇄{ $new }（{ $place }）
told-name = { $name }
told-shift = 自{ $name }起{ $step }
told-gap = ；
told-more = 等，另有{ $count }处
told-end = 。
in-words = 概述
told-nothing = 各条均无不同。

lead-form = 另有 { $count } 条仅形式不同（空格、全半角、标点、大小写或繁简）。
lead-translation = { $base }、{ $target }语言不同：按条号、数字、长短和位置对齐，不逐字比较。
lead-lack = { $version } { $at }，另有 { $count } 条缺文，不作删除论。
lead-outside = 条文之外另有 { $count } 处不同：{ $what }。
outside-kind = { $kind ->
    [title] { $count ->
        [1] 题名
       *[other] 题名 { $count } 行
    }
    [note] { $count ->
        [1] 题注
       *[other] 题注 { $count } 处
    }
    [footnote] 脚注 { $count } 处
    [signature] { $count ->
        [1] 落款
       *[other] 落款 { $count } 行
    }
    [heading] 章节标题 { $count } 处
   *[other] 其他文字 { $count } 处
}
outside-title = 条文之外的不同 { $count } 处
outside-short = 条文之外
outside-void = { $version }无
pick-base = 左栏
pick-target = 右栏
pick-with = 与{ $version }
compare-some = 共 { $all } 对文本，其中 { $shown } 对有对照页。其余各对可用命令生成：
filters = 按变化种类筛选
    .parallel = 按差异种类筛选
filters-short = 筛选
change-list = { $count } 处改动
    .parallel = { $count } 处不同
skip-to-change = 跳到第一处改动
    .parallel = 跳到第一处不同
filter-all = 全部
filter-changed = 有变化
    .parallel = 不同
filter-number = 仅重编号
    .parallel = 仅编号不同
filter-same = 相同
filter-trans = 译文
filter-word = 改写
    .parallel = 文字不同
filter-punct = 仅形式
filter-routine = 例行
filter-affected = 受影响
filter-add = 新增
filter-del = 删除
filter-move = 移动
    .parallel = 位置不同
filter-split-join-regroup = 拆分合并
    .parallel = 一条对多条
filter-renum = 重编号
    .parallel = 含编号不同
filter-lack = 缺文
fold-span = { $first }—{ $last }
fold-count = { $count } 条相同
fold-renumbered = { $count } 条相同，仅重编号
    .parallel = { $count } 条相同，仅编号不同
fold-routine = { $count } 条属例行改动
    .parallel = { $count } 条仅例行不同
fold-affected = { $told }（其中{ $count }条受影响）
affected-definition = 受影响：“{ $words }”的定义不同
affected-cited_reworded = 受影响：{ $words }的文字不同
affected-cited_removed = 受影响：只有一版有{ $words }
affected-cited_reused = 受影响：{ $words }在另一版是别的条文
routine-replacement = 通篇替换的词语
routine-reference = 引用的条号
routine-form = 形式
throughout-title = 通篇替换 { $count } 处词语
throughout-count = { $count } 处
throughout-kept = 另有 { $count } 处未改：
fold-lines = { $span } 相同
fold-paragraphs = { $count } 段相同
goto-home-moved = 移至{ $number }
    .parallel = 见{ $number }
goto-home = 见{ $number }
goto-from = 自{ $number }移来
    .parallel = { $version }中为{ $number }
passage-paragraph = { $above }第{ $han }款
passage-to = 移至{ $place }
    .parallel = { $version }：{ $place }
passage-from = 原{ $place }
    .parallel = { $version }：{ $place }
passages-count = 款项 { $count } 处
goto-stands = { $version }中为{ $number }
repeated = 此处重列
void-none = { $version }无此条
perhaps = 或可参看：
topics = 议题
topics-why = 各篇中可能论及同一事项的条文，依据相同的字词和位置推测而得；并非对应关系，不并入同一行，也不计数。
topics-meaning = 另以 { $model } 比较语义。
topics-none = 无可参看
void-here = 无此条
lack-below = 以下缺文。
lack-below-why = { $version }止于{ $number }；其后各条有无，不得而知，不作删除论。
lack-above = 以上缺文。
lack-above-why = { $version }起于{ $number }；其前各条有无，不得而知，不作删除论。
table-in-text = 表格
torn-end = 文本至此中断
torn-start = 文本自此处起
note-decision = 人工判定：{ $reason }
note-weak-link = 对应依据不足（{ $score }）：未必是同一条。
cite-row = 《{ $title }》{ $place }（{ $base }、{ $target }对照，sha256 { $hashes }）
cite-titles = { $base }》《{ $target }
cite-clause = 《{ $title }》{ $place }（{ $version }，sha256 { $hash }）
review-title = 核对 · { $title }
review-lead = 存疑的对应共 { $count } 处，已判定 { $decided } 处。判定随即写入 { $file }。
review-link = 对应
review-none = 没有需要判定的。
review-changed = { $file } 已另经改动，未撤销。
desk-why = 为何对应？
desk-alone = 确无对应？
desk-link = { $pair }：据{ $basis }，相似 { $score }，{ $confidence }
desk-apart = 不是同一条
desk-together = 确是同一条
desk-belongs = { $number }应与……对应
desk-likest = 最相似
desk-others = 全部，依次
desk-reason = 理由
desk-said = 编者对读后判定
desk-collected = 拟写入 alignment.yml 的判定：{ $count }
desk-copy = 复制
desk-download = 下载
desk-undo = 撤销上一条
rewritten = 大部分重写，相同的占 { $percent }
    .parallel = 大部分文字不同，相同的占 { $percent }
rewritten-marks = 标出字句
desk-edit = 编辑 alignment.yml
desk-edit-new = 新建 alignment.yml
desk-declared = 编者判定
desk-identical = 文字相同（数字不计）
desk-number = 条号与位置
desk-wording = 措辞
desk-containment = 一方包含另一方的文字
desk-structure = 结构
desk-strong = 可靠
desk-check = 宜核对
desk-weak = 依据不足
quote-replaced = 「{ $old }」改为「{ $new }」
    .parallel = { $base }作「{ $old }」，{ $target }作「{ $new }」
quote-added = 增加「{ $new }」
    .parallel = 仅{ $target }有「{ $new }」
quote-removed = 删去「{ $old }」
    .parallel = 仅{ $base }有「{ $old }」

## 汇校

synopsis-lead = { $count } 篇逐条并列，以{ $version }为底本。与底本相同的只注“同”，点开可读全文；此篇有而底本无的字句，以紫底加框标出；底本有而此篇无的地方，留一小格。
columns = 显示的版本
row-map = 异同一览
state-same = 同底本
state-word = 异
state-none = 无此条
state-lack = 缺文
same-as = 同{ $version }
same-as-numbered = { $number }　同{ $version }

## 阅读

other-versions = 其他各篇：
margin-same = 同
margin-diff = 异
margin-none = 无
margin-lack = 缺

## 剔出的文字

aside-title = 剔出的文字 { $count } 处
aside-why = 不属任何条文。其中题名、题注、脚注、落款在条文之外另行比较，其余不参与比较。
aside-link = { $version }剔出的文字 { $count } 处
aside-kind = { $kind ->
    [furniture] 页面杂件
    [title] 题名
    [page_header] 页眉
    [page_footer] 页脚
    [page_number] 页码
    [line_number] 行号
    [contents] 目录
    [version_mark] 篇次标记
    [note] 题注
    [footnote] 脚注
    [footnote_mark] 脚注标号
    [ornament] 装饰线
    [markup] Markdown 符号
    [signature] 落款
    [heading] 标题
   *[other] 其他文字
}

## 概览

lead-versions = { $count ->
    [0] 未见任何版本。
   *[other] { $count } 个版本。
}
lead-closest = 最相近的是{ $base }与{ $target }。
lead-cut_off = { $version }在{ $number }中断，缺后文。
lead-fragment = { $version }缺{ $number }以前的文字。
changes = 改动
    .parallel = 差异
changes-why = 按条计数；点开看对照。
likeness = 相近程度
likeness-why = 对齐条文中相同的字占两篇全文的百分比；缺文不计。相近不等于抄自。
likeness-cell = { $one } 与 { $other } 相近 { $percent }%，看对照
tree = 最相近的版本
tree-why = 每篇连到与它最相近的一篇。相近不等于抄自。
tree-pair = { $one } 与 { $other } 相近 { $percent }%。
tree-alone = { $version }与各篇都不相近。
percent = { $value }%
findings = 发现
findings-notes = 说明 { $count } 条
see-row = 看此行
see-clause = 看此处
see-version = 看{ $version }
see-numbers = 看条号对照
see-aside = 看剔出的文字

## 发现，按代码

finding-characters_replaced = 有 { $count } 个文本不能容纳的字符，已换成 U+FFFD。
finding-empty_source = { $file } 没有文字。
finding-source_failed = 无法读取：{ $message }
finding-file_ignored = { $file } 未收入：{ $reason }。
finding-title_derived = 标题“{ $title }”取自 { $origin }。
finding-language_guessed = 语言据文字推定为 { $language }。
finding-order_derived = 各版本按{ $order ->
    [chronological] 先后
   *[other] 并行
}处理：{ $reason }。
finding-order_by_date = 所给次序与日期不同，各版本已按日期先后排列：{ $versions }。
finding-order_undecided = { $versions } 孰先孰后，无从得知。各版本若在同一文件夹，可在其 document.yml 中以 `issued:` 注明各自的日期；所列次序若本是由旧到新，以 `order:` 写明即可。
finding-names_contradict_dates = 依文件名，{ $earlier } 早于 { $later }；依日期则相反。日期若有误，请在 document.yml 中以 `issued:` 写明。
finding-order_contradicted = 指定为先后关系，而 { $before } 排在 { $after } 之前。
finding-base_unknown = 没有名为{ $base }的版本，底本改按默认选取。
finding-version_derived = { $instrument }：此文本由程序依 { $base } 与修改文件推出，不是正式文本。
finding-amendment_doubtful = { $file } 第 { $at } 行：一处修改未能执行，该条保持原文：{ $reason }（{ $command }）。
finding-instrument_unwritten = 未能写出由 { $base } 到 { $target } 的修改文件：{ $reason }。
finding-siglum_repeated = { $siglum } 已是前一版本的代号，此版本改称 { $given }。
finding-label_repeated = 此版本与 { $other } 同以“{ $label }”为名，读者无从分辨。
finding-promised_version_missing = 文中说有 { $promised } 篇，实有 { $found } 篇。
finding-set_aside = 有 { $count } 字不属任何条文，已剔出（{ aside-kind }）。
finding-in_force_clause_unknown = document.yml 的施行日期提到条款 { $clause }，而这一文本没有该条。
finding-cut_off = 缺后文：{ $evidence }。
finding-full_stop_missing = 末条没有句号，其他各条都有；其后是否另有文字，未能判断。
finding-fragment = 缺前文：{ $evidence }。
finding-no_clauses = 未见编号条文，文字按段落排列。
finding-lines_as_paragraphs = 有 { $count } 段在句中断开：文件可能把每一印刷行都当作了一段。
finding-run_on_heading = { $number }之后标题与正文相连，未予切分。
finding-number_repeated = 编号 { $number } 在同一层重复出现。
finding-number_skipped = 编号由 { $before } 跳到 { $after }。
finding-number_out_of_order = { $number } 排在 { $before } 之后。
finding-ambiguous_mark = “{ $number }”可能是编号，也可能是句中文字。
finding-suspected_ocr_mark = “{ $printed }”疑为误识，读作{ $number }。
finding-weak_link = { $a } 与 { $b } 的对应依据不足（{ $score }）。
finding-unrelated = { $a } 与 { $b } 相同处太少，不强行对齐。
finding-decision_stale = { $file } 第 { $entry } 行的判定与文本不符：{ $reason }。
finding-note_orphan = { $file } 第 { $entry } 行的注释找不到所注的条文：{ $reason }。
finding-mapping_lost = { $file } 第 { $entry } 行的对应找不到条文：{ $reason }。
finding-mapping_stale = { $file } 第 { $entry } 行的对应是按旧文字作的：{ $reason }。请核对两条文字，改正后重新记下摘要值。
finding-mapping_contradicted = { $file } 第 { $entry } 行的对应与另一行矛盾：{ $reason }。请删去其一。
finding-set_aside_differs = { aside-kind }不同：{ $base } 作“{ $old }”，{ $target } 作“{ $new }”。
finding-set_aside_only = 仅 { $siglum } 有此{ aside-kind }：“{ $text }”。
finding-replacement_exception = 此处仍作“{ $old }”；全文 { $total } 处中有 { $count } 处已改为“{ $new }”。
finding-clause_affected = 文字未变，而所依据的有变：{ $words }（{ $reason ->
    [definition] 定义不同
    [reworded] 文字不同
    [removed] 已删
   *[reused] 已是另一条
}）。
finding-reference_stale = 所引{ $reference }原指{ $before }，今指{ $after }。
finding-reference_updated = 所引{ $reference }已随条号更新：原{ $before }，今{ $after }。
finding-reference_dangling = 所引{ $reference }没有对应的条文。
finding-higher_law_repeated = { $number }逐字重复位次更高的《{ $title }》{ $other }。

## 读入文件时的说明

place-page = 第 { $number } 页
place-paragraph = 第 { $number } 段
place-line = 第 { $number } 行
finding-encoding_recognised = { $file } 的编码是 { $encoding }，由其字母可知。
finding-encoding_doubtful = { $file } 的编码按 { $encoding } 读；也可能是 { $other }。
finding-tracked_changes = 修订按已接受处理：插入 { $insertions } 处，删除 { $deletions } 处。
finding-hidden_text = 略去隐藏文字 { $count } 字。
finding-content_left_out = 略去没有可读文字的内容：{ $count } 处（{ $what }）。
finding-list_format_unknown = 列表编号格式“{ $form }”未知，按阿拉伯数字写出，可能与页面所见不同。
finding-page_lines_left_out = 略去页眉页脚 { $count } 种：{ $lines }
finding-pages_without_text = 共 { $pages } 页，其中 { $count } 页没有文字（{ $numbers }）；图片上的文字不读。

## 沿革、条号对照、下载

tab-history = 沿革
    .parallel = 逐篇
tab-concordance = 条号对照
tab-instrument = 修改文件
instruments = 修改文件
instrument-title = 由 { $base } 到 { $target } 的修改文件
instrument-heading = { $heading }。
instrument-given = 后一版本由程序依前一版本与此文件（{ $file }）推出。
instrument-written = 由程序比较两个文本写成。
instrument-applied = { $count ->
   *[other] 修改文件 { $count } 件，每项修改之旁为修改前后的条文。
}
instrument-doubts = 未能执行的修改
instrument-doubt = 第 { $line } 行：
instrument-not-authentic = 不是正式文本。
instrument-compare = 对照这两个版本
instrument-column = 修改文件
instrument-before = 修改前
instrument-after = 修改后
instrument-back = 回到该项修改
instrument-none = –
format-instrument = 修改文件
format-instrument-what = 使前一文本成为后一文本的正式措辞；由程序写成，不是正式文本。
tab-downloads = 下载
history-title = 沿革 · { $title }
    .parallel = 逐篇 · { $title }
history-lead = 每条依版本先后列出，相邻而相同的并为一段；每段中标出与前一段的不同。{ $changed ->
    [0] 各条均无改动。
   *[other] 共 { $count } 条，{ $changed } 条有过改动。
}
    .parallel = 每条依各篇排列的次序列出，相邻而相同的并为一段；每段中标出与前一段的不同。{ $changed ->
        [0] 各条在各篇均相同。
       *[other] 共 { $count } 条，{ $changed } 条在各篇不尽相同。
    }
since-switch = 始于何版
since-how = 字句越新，底色越深。点选字句，可见由哪一版写入。
since-who = “{ $words }”：由{ $version }写入
since-nobody = “{ $words }”：由哪一版写入不详，较早的一版至此残缺
since-all = 全文始于{ $version }
since-kept = { $passages }自{ $version }未变
since-oldest = 最早的字句始于{ $version }
since-words = “{ $words }”始于{ $version }
since-more = 另有{ $count }处
since-gap = ；
drafts = 尚未确定的内容
drafts-why = 各版中方括号内的文字与备选的写法；方括号内的注释不是正文，另行计数。
drafts-open = 未定
drafts-texts = 括号内文字
drafts-choices = 备选
drafts-comments = 注释
history-ticks = 右端各格：{ $versions }与前一篇的同异
history-lack = 此篇至此残缺，不作删除论。
key-before = 仅前一篇有的字
key-after = 仅此篇有的字
fold-never = { $count } 条从未改动
    .parallel = { $count } 条在各篇均相同
stage-span = { $first }—{ $last }
stage-same = { $versions } · 相同
cite-history = 《{ $title }》{ $place }（{ $versions }，sha256 { $hashes }）
concordance-title = 条号对照 · { $title }
concordance-lead = 同一行是同一条文在各篇的条号；彩色粗体的条号与前一篇不同。
column-topic = 条目
number-reused = { $number }在{ $versions }是另一条
reused-lead = 条号后的“≠”标明该条号在哪些版本是另一条。
old-citation = 旧引用
cite-none = 这里没有哪一版有“{ $number }”。
cite-now = 现为{ $number }
cite-gone = 现行文本没有这一条
cite-same = 条号未变
resolve-title = 旧引用
resolve-lead = 较早版本的条号，现在是哪一条。
resolve-address = 文件、版本与条号可以写在网址里：
resolve-unlisted = 这里没有名为“{ $document }”的文件。
resolve-nothing = 这里没有一份文件有几个版本。
order-by = 依{ $version }的次序
download-table = 此表的 CSV
references = 条文中的引用
references-why = 条文里“依照第×条”一类的话，重编号以后是否仍指原来的条文。
references-followed = 已随条号更新的引用 { $count } 处
reference-stale = 指向已变
reference-dangling = 无所指
reference-updated = 相符
downloads-title = 下载 · { $title }
downloads-lead = 本文档各页的内容，可另存、打印或供程序使用。
downloads-none = 尚无可下载的文件。
downloads-left-out = 另有 { $count } 对版本在本站有对照页而此处无文件。可用命令生成：
downloads-pairs-left-out = { $files } 略去 { $count } 对版本。可用命令生成全部：
files-document = 整份文档
files-comparison = 对照
files-version = 版本
size-bytes = { $size } 字节
size-kilobytes = { $size } kB
size-megabytes = { $size } MB
size-gigabytes = { $size } GB

## 下载的格式，按名称

format-json = JSON
format-json-what = 全部数据：条文、对齐、比较与发现，供程序使用
format-csv = CSV 条号对照
format-csv-what = 每条在各篇的条号，供电子表格或程序使用
format-changes = CSV 改动
    .parallel = CSV 差异
format-changes-what = 各次对照的每处改动，一行一处，供电子表格或程序使用
    .parallel = 各次对照的每处差异，一行一处，供电子表格或程序使用
format-xlsx = Excel
format-xlsx-what = 各表合为一个工作簿
format-docx = Word 对照表
format-docx-what = 左右对照并标出异同，可打印、可续编
format-redline = Word 修订稿
format-redline-what = 一份正文，异同记为修订，可逐处接受或拒绝
format-mapping = Excel 位阶对应
format-mapping-what = 全部对应、建议和未定的条款，填好后可导回
format-tei = TEI XML
format-tei-what = 学术校勘通用的标记，附异文
format-akn = Akoma Ntoso XML
format-akn-what = 立法与司法机关通用的标记
format-atom = Atom
format-atom-what = 新版本的订阅源
format-pdf = PDF
format-pdf-what = 供打印
format-bundle = 离线包
format-bundle-what = 整个网站的压缩包，解开即可在本机阅读

## 如何读对照（读者初次来时）

how-to-read-title = 怎样读对照
how-to-read-lead = 对照页回答两个问题：改了什么，在哪里。本页逐一说明页上的记号和用语。
how-to-read-columns = 两栏
how-to-read-columns-1 = 每一栏是一个版本，完整而依原有次序：从上到下读完一栏，就读完了那个版本的全文，每条一次。左栏是底本，右栏是与之相比的一篇；各种记号都从左往右看。
how-to-read-columns-2 = 移动过的条文，两处都有：原处以一行短注指向新处，新处在虚线旁重列原文，以便对照。凡是重列，都注明是重列。
how-to-read-columns-3 = 连续相同的条文折成一行，点开可读；整章没有改动的一并折起，长条文中相同的段落也折起。
how-to-read-marks = 正文中的记号
how-to-read-sample-1 = 借期为
how-to-read-sample-2 = 三日
how-to-read-sample-3 = 五日
how-to-read-sample-4 = 。
how-to-read-marks-1 = 斜纹橙底是底本有而右篇无的字，蓝底是右篇有而底本无的字；没有记号的是两篇都有的字。记号不只靠颜色：斜纹与平底形状不同，打印时两边加小括号，读屏软件会先读出一个短词，末尾读出括号。
how-to-read-marks-2 = 去掉蓝底的字，所余即左篇原文；去掉斜纹的字，所余即右篇原文，一字不差。
how-to-read-marks-3 = 换行不算差异，汉字旁边的空格也不算。
how-to-read-kinds = 变化的名称
how-to-read-kinds-1 = 一条可以同时有几种变化：移动、重编号、改写各说各的，互不代替。
how-to-read-kinds-2 = 移动与重编号不是一回事：前面加一条，其后各条都重编号，却没有一条移动。
how-to-read-kinds-3 = 合计时每条只计一次，按最重的一项归类：“仅移动”“仅拆分合并”“仅形式”“仅重编号”都指没有更重的变化。仅形式（空格、全半角、标点、大小写、繁简）和仅重编号不计入“有变化”。“重编号”则指条号不同的各条，不论还有没有别的变化。
how-to-read-kinds-4 = 例行：该条的全部变动可以对全文一次说清（通篇替换的用语、引用的条号、形式），仍计入“有变化”。受影响：该条一字未动，但其所用的用语或所引的条文已经改变，计入“相同”。
how-to-read-kinds-parallel = 各篇不分先后或语言不同时，不说哪一篇改了：页上只说“不同”，以“文字不同”“位置不同”“编号不同”“一对多”代替上列各词。
how-to-read-word = 用语
how-to-read-means = 意思
how-to-read-flags = 改写涉及什么
how-to-read-flags-1 = 改写的条文旁注明变动的字里有什么；“应当→可以”说的是表示义务、许可、禁止的词彼此替换。
how-to-read-flags-2 = 这些标签只说变动的是哪类词语，不说改动重要与否：“有效”与“无效”只差一字，一个逗号也可能改变一份合同。
how-to-read-lack = 缺文
how-to-read-lack-1 = 文本可能不全：抄到句子中间断掉，或者开头已失。断处以后有没有某条，它自己说不出来，所以本站从不说那些条文被删除，只说“缺文”：该栏以点纹表示，计数时另列。
how-to-read-lack-2 = 在中断的那一条里，只比较断处以前的文字。
how-to-read-pages = 各页
how-to-read-tools = 使用方法
how-to-read-tools-1 = 点 ☰ 打开改动清单，按章列出每处改动最先不同的几个字。对照页上方的数字同时是筛选：点一下，只看那一类。左边细长的图是全文的缩影，点到哪里去哪里。筛选和显示方式都记在网址里，发给别人的链接，打开就是你所见的样子。
how-to-read-tools-2 = 点 ¶ 即复制本条的固定链接，并可另选：引文，含题名、条号、版本和校验值，或用别的格式；附改动的引文；BibTeX、CSL-JSON；可贴入 Word 的表格。每个版本的每一条都有自己的链接，日后重编号也不失效。
how-to-read-tools-3 = “概述”用一句话说清全部改动，每个短语都通向所说的条文。在正文中选中词语，即可查它在各版本中的出处和次数。页首的开关切换界面语言，正文不变。
how-to-read-key = 按键
how-to-read-does = 作用
how-to-read-sure = 有多可靠
how-to-read-sure-1 = 条文的对应由规则推定，可能出错。依据不足的对应和存疑之处在该行以 ※ 注明，也列在概览的“发现”里，请自行核对。
how-to-read-sure-2 = 找不到对应的条文，记为新增或删除；改动过大时，程序分不清是改写，还是删去一条又另立一条。
about-kind-same = 两篇都有，文字相同。
about-kind-word = 两篇都有，文字不同，不同处有记号。
about-kind-add = 只有后一版本有，或前一版本仅存条号（“删除”）。各版本不分先后时说“仅见于”某篇。
about-kind-del = 只有前一版本有，或后一版本仅存条号（“删除”）。各版本不分先后时说“仅见于”某篇。
about-kind-move = 条文相对于前后各条换了位置。
about-kind-renum = 条号不同。多半是前面有增删，本条并未改动。
about-kind-split = 底本一条，对应右篇几条。
about-kind-join = 底本几条，对应右篇一条。
about-kind-regroup = 几条对应几条。
about-kind-lack = 有一篇在此残缺，有无不得而知。
about-kind-trans = 两篇语言不同，只对齐条文，不逐字比较。
about-kind-ref = 条文里引用别条的条号没变，但那个条号现在是另一条了。
about-flag-modality = 表示义务、许可或禁止的词，在较大的改动之中
about-flag-period = 一段时间：三十日、二年
about-flag-date = 日期
about-flag-money = 金额
about-flag-percentage = 百分比或分数
about-flag-reference = 对别的条文或文件的引用
about-flag-number = 其他数量
about-flag-single_character = 只差一个字；往往是误植，也未必
about-flag-only-whitespace = 只有词或数字之间的空格不同
about-flag-only-punctuation = 只有标点不同
about-flag-only-width = 只有全角半角不同
about-flag-only-case = 只有大小写不同
about-flag-only-script = 只有繁体简体不同
about-tab-overview = 有哪些版本，彼此多近，改了多少，有什么要留意。
about-tab-read = 一个版本的全文，旁注此条在其他各篇是同、异、无还是缺。
about-tab-compare = 两个版本逐条并排。
about-tab-synopsis = 各版本并列成一表，以底本为准。
about-tab-history = 每条从最早到最近的文字，适合版本多或在手机上看。
about-tab-concordance = 各版本条号对照，旧引用所指何条，以及条文中引用的条号是否仍指原条。
about-tab-downloads = 以上内容的各种文件。
about-key-n = 下一处变化
about-key-p = 上一处变化
about-key-v = 并排或单栏
about-key-search = 检索
about-key-help = 列出各键，也可停用

## 怎样得出

how-it-works-title = 方法与局限
how-it-works-lead = 对照由程序按固定规则得出。同样的文件，在任何机器上都得出同样的结果；不用网络，不靠人工智能模型。
how-it-works-steps = 五步
how-it-works-steps-1 = 编者可以指定某些条文相对应或不相对应；凡人工判定，页上都注明。
how-it-works-limits = 局限
how-it-works-claims = 本站不作的断言
how-it-works-proof = 如何核对
how-it-works-proof-1 = 源文件的每一个字，或在某一条之内，或在“剔出的文字”之中，没有第三处。剔出的文字列在阅读页末尾，一字不丢；其中题名、题注、脚注、落款在条文之外另行比较。
how-it-works-proof-2 = 每个版本注有源文件的 SHA-256 校验值；引文带上它，日后就能证明所引的是哪一份文件。
step-read = 读取。
step-segment = 切分。
step-align = 对齐。
step-compare = 比较。
step-publish = 成页。
about-step-read = 文件按其编码读成文字，此后一字不改。
about-step-segment = 找出各个版本，再按条号切成条文；看似条号而不是条号的，凭上下文和次序分辨。
about-step-align = 按用词、位置和引用找出相对应的条文；条号相同几乎不作依据，因为修订后常有半数条文重编号。
about-step-compare = 相对应的条文逐词比较，数目、日期、金额和引用作整体看待。
about-step-publish = 所有页面和文件都由同一张表写出，彼此不会矛盾。
limit-meaning = 只比文字，不比意思：换一种说法表达同一内容，认不出来；同样的字用于不同的事，也可能认作相对应。
limit-rewording = 大改与“删一条、立一条”之间没有明确界线，程序划在哪里，未必与你相同。
limit-small = 只有几个字的条文，依据很少，靠前后各条推定。
limit-twins = 彼此几乎相同的条文（例如一串罚则），可能交错对应。
limit-numbers = 引用文字里的编号，可能误作条号；扫描损坏的条号，能从次序推定的推定并注明，也可能漏掉。
limit-noise = 夹在句子中间的杂字，只看一篇分辨不出；对照时显为差异。
limit-parts = 图片、脚注和尾注不作比较；表格按文字处理。
claim-valid = 不说哪个版本正确、有效或现行。
claim-weight = 不说改动重要与否。
claim-copying = 相近不等于抄袭，更不说明谁抄谁。
claim-silence = 缺文不等于删除。
claim-judgement = 条文的对应是按规则所作的判断，带有依据；关系重大时请自行核对。
claim-advice = 本站不是法律意见。

## 脚本用语

script-copied = 已复制链接
script-copied-hash = 已复制
script-cite = 引用：%p
script-cite-plain = 复制引文
script-cite-quoted = 复制引文，附改动
    .parallel = 复制引文，附异同
script-cite-table = 复制为表格，可贴入 Word
script-cite-style = 格式
script-cite-style-plain = 附哈希值
script-quoted = %c（%q）
script-shown = 显示 { $count } 行
script-position = { $at } / { $of }
script-follow = 在各版本中查找“{ $text }”
script-permalink = 复制链接，引用

## 发现中的固定说法；名称即其英文

phrase-the-text-is-the-beginning-of = 全文即{ $rest }的开头
phrase-the-beginning = 开头
phrase-version = { $rest }
phrase-there-is-no-reader-for-it-only-for = 不能读取此种文件，能读的有 { $rest }
phrase-it-is-no-file-that-can-be-read = 不是可读的文件
phrase-it-ends-with-a-comma-or-an-opening-sign = 文末是逗号或开括号
phrase-it-announces-a-list-that-does-not-follow = 文末称有下列各项，其后却没有列出
phrase-it-announces-more-items-than-there-are = 所列各项少于文中所称的项数
phrase-its-last-word-is-broken-off = 末尾的词语不全
phrase-it-ends-with-a-word-that-leads-on = 末尾的词语之后应有下文
phrase-a-bracket-or-a-quotation-is-not-closed = 括号或引号没有闭合
phrase-it-begins-in-mid-sentence = 文字自句中开始
phrase-the-first-number-is-not-a-first-number = 首个编号不是起始编号
phrase-as-the-editor-says = 编者指定
phrase-every-version-is-dated = 各版本均有日期
phrase-the-heads-of-their-columns-say-which-is-older = 表格各栏标题表明新旧
phrase-not-every-version-is-dated = 并非各版本都有日期
phrase-two-versions-bear-the-same-date = 有两个版本日期相同（{ $rest }）
phrase-two-dates-are-not-exact-enough = 有两个版本的日期不够精确（{ $rest }）
phrase-the-editor = 编者
phrase-the-title-that-the-versions-share = 各版本共有的标题
phrase-the-file-name = 文件名
phrase-the-text-has-no-title = 文本没有标题
phrase-another-command-for-this-clause-is-in-doubt = 对该条的另一处修改未能执行
phrase-the-words-do-not-stand-in-the-text = 文本中没有这些词语
phrase-two-commands-exchange-the-same-words = 两处修改涉及同一词语
phrase-the-result-is-not-what-the-instrument-restates = 修改结果与文件所载不一致
phrase-numbers-stand-twice-in-the-text-it-cannot-be-numbered-in-order = 文本中有重复的编号，不能依次编号
phrase-the-quotation-is-empty = 引文为空
phrase-these-words-stand-there-already = 该处已是这些词语
phrase-these-words-stand-in-the-text-already = 文本中已有这些词语
phrase-it-does-not-say-where = 没有写明修改何处
phrase-its-new-number-is-none = 新编号不是编号
phrase-it-cannot-stand-beside-itself = 不能移至自身之旁
phrase-it-cannot-be-carried-out = 这一修改不能执行
phrase-it-names-no-place = 没有写明修改何处
phrase-the-instrument-amends-other-texts-not-this-one = 该文件修改的是其他文本，不是此文本
phrase-it-was-not-understood = 未能读懂
phrase-it-names-no-passage = 没有写明哪一款或者哪一项
phrase-it-does-not-say-into-which-list-of-items = 没有写明增加到哪一组各项之中
phrase-it-restates-passages-of-several-clauses-at-once = 同时重写了不同条文的款项
phrase-the-old-and-the-new-numbers-are-not-as-many = 新旧编号的数目不等
phrase-two-passages-get-one-number = 两款或者两项得到同一编号
phrase-it-names-no-division = 没有写明编、章、节
phrase-there-are-no-words-before-the-items = 各项之前没有文字
phrase-it-puts-an-article-into-one = 要把一条放进另一条之中
phrase-a-division-of-this-name-stands-in-the-text-already = 文本中已有同名的编、章、节
phrase-it-merges-one-place-alone = 合并的只有一处
phrase-none-of-the-merged-clauses-is-a-whole-article = 被合并的没有一处是完整的一条
phrase-the-instrument-was-applied-before = 该文件此前已经执行
phrase-the-text-is-the-one-to-which-the-instrument-leads-it-was-applied-before = 文本已是执行该文件之后的文本，此前已经执行
phrase-something-that-changes-has-no-name-in-this-language = 有的改动在这种语言里无法称呼
phrase-what-comes-out-is-not-the-target = 执行之后得不到目标文本
phrase-no-place = 文本中没有{ $name }
phrase-no-place-in = { $place }中没有{ $name }
phrase-no-place-here = 该处没有{ $name }
phrase-no-sentence = 没有{ $name }
phrase-many-places = { $name }在文本中出现 { $number } 次
phrase-many-places-in = { $name }在{ $place }中出现 { $number } 次，没有写明是哪一款
phrase-place-taken = 文本中已有{ $name }
phrase-no-heading = { $place }没有标题
phrase-words-absent = 该处没有“{ $words }”
phrase-words-often = “{ $words }”在该处出现 { $number } 次
phrase-words-other = 该处的文字不是“{ $words }”
phrase-words-in-clauses = 有 { $number } 条含有这些词语
phrase-articles-against-numbers = 条文有 { $pieces } 条，编号有 { $labels } 个
phrase-quotations-against = 引文一边有 { $olds } 处，另一边有 { $news } 处
phrase-begins-with-number = 新的文字以{ $number }开头
phrase-no-new-number = 编号 { $number } 不能改写
phrase-applied-before = 多数修改（如第 { $line } 行）的文字已在文本之中，该文件此前已经执行

## 对照页与汇校页的工具

swap = 左右对换
picture = 对齐图
picture-band-same = { $first }起 { $count } 条相同
picture-band-renum = { $first }起 { $count } 条相同，仅重编号
    .parallel = { $first }起 { $count } 条相同，仅编号不同
picture-moved = 移动 { $count } 条：{ $names }。
    .parallel = 位置不同 { $count } 条：{ $names }。
picture-split = 拆分 { $count } 条：{ $names }。
    .parallel = 左篇一条、右篇多条 { $count } 处：{ $names }。
picture-joined = 合并 { $count } 条：{ $names }。
    .parallel = 左篇多条、右篇一条 { $count } 处：{ $names }。
picture-plain = 各条次序未变，没有拆分或合并。
    .parallel = 各条次序一致，一一对应。
tool-ignore-form = 忽略标点与形式
tool-view = 显示方式
tool-side-by-side = 并排
tool-one-column = 单栏
tool-previous = 上一处变化
    .parallel = 上一处不同
tool-next = 下一处变化
    .parallel = 下一处不同
tool-keys = 快捷键
tool-keys-on = 启用单键快捷键
tool-close = 关闭
tool-open-same = 展开与底本相同的格
key-next = 下一处变化
    .parallel = 下一处不同
key-previous = 上一处变化
    .parallel = 上一处不同
key-view = 并排或单栏
key-search = 搜索
key-help = 本说明
script-printed = 印自 %u
script-filtered = 此件只印 { $count } 行（{ $kind }），略去 { $left } 行。
tool-only-differ = 只看有异的行
script-same = 相同的 { $count } 行
script-columns = 略去{ $versions }。
script-unmarked = 形式上的差异未予标出。

## 下载文件

export-table = { $title }{ $kind }
export-table-chronological = 新旧对照表
export-table-parallel = 条文对照表
export-legend-chronological = 粗体绿底为增加的文字，{ $opening }…{ $closing }内红底为删去的文字。
export-legend-parallel = 粗体绿底为仅本篇所有的文字，{ $opening }…{ $closing }内红底为仅对方所有的文字。
export-notes = 说明
profile-number = 序号
profile-base = 修改前
profile-target = 修改后
profile-versions = 版本
profile-change = 修订类型
profile-notes = 改动
profile-reasons = 说明
profile-remarks = 注释
export-remarks = 注释
export-replacements = 通篇替换
replacement-base = 原版本
replacement-target = 新版本
replacement-old = 原词语
replacement-new = 改为
replacement-count = 处数
replacement-kept = 未改
replacement-kept-in = 未改之处
export-note = { $version }：{ $note }
export-redline = 从{ $base }到{ $target }的修订。
    .parallel = { $base }与{ $target }的差异：标为“删除”的是仅前者有的文字，标为“插入”的是仅后者有的文字。
export-broken = { $version }不完整：其缺文在此按删除或新增标记。
    .parallel = { $version }不完整：其缺文在此按仅对方所有的文字标记。
export-remark-away = { $kind ->
    [split] 拆分：拆为{ $version }{ $after }。
    [merged] 合并：并入{ $version }{ $after }。
    [regrouped] 重组：改为{ $version }{ $after }。
   *[moved] 移动：移至{ $version }{ $after }。
}
    .parallel = { $kind ->
        [split] 一对多：{ $version }中为{ $after }。
        [merged] 多对一：在{ $version }{ $after }中。
        [regrouped] 多对多：{ $version }中为{ $after }。
       *[moved] 位置不同：{ $version }中为{ $after }。
    }
export-remark-come = { $kind ->
    [split] 拆分：出自{ $version }{ $before }。
    [merged] 合并：由{ $version }{ $before }合并而成。
    [regrouped] 重组：由{ $version }{ $before }改来。
   *[moved] 移动：自{ $version }{ $before }移来。
}
    .parallel = { $kind ->
        [split] 一对多：{ $version }中属{ $before }。
        [merged] 多对一：{ $version }中为{ $before }。
        [regrouped] 多对多：{ $version }中为{ $before }。
       *[moved] 位置不同：{ $version }中为{ $before }。
    }
export-remark-here = { $kind ->
    [split] 拆分：{ $before }拆为{ $after }。
    [merged] 合并：{ $before }并为{ $after }。
   *[regrouped] 重组：{ $before }改为{ $after }。
}
    .parallel = { $kind ->
        [split] 一对多：一边是{ $before }，一边是{ $after }。
        [merged] 多对一：一边是{ $before }，一边是{ $after }。
       *[regrouped] 多对多：一边是{ $before }，一边是{ $after }。
    }
export-concordance = 条号对照
export-passages = 款项
export-passage = 款项
export-row = 行
export-number = { $version }条号
export-text = { $version }
export-continued = 续
export-feed = 变化
export-feed-entry = { $title }：{ $base } → { $target }
export-feed-summary = { $base }与{ $target }相比，{ $rows } 行中有 { $changed } 行不同{ $form ->
    [0] { "" }
   *[other] ，另有 { $form } 行仅形式不同
}{ $outside ->
    [0] { "" }
   *[other] ；条文之外另有 { $outside } 处不同
}。

## 检索

search-title = 检索
search-eyebrow = 全部文档、全部版本
search-words = 检索词
search-box = 检索全部版本
search-go = 检索
search-how = 逐字匹配，一处不漏。几个词之间空一格，找同一条里都有的；加引号，按整句找；输入条号（第四十二条、第42条、Section 5），先列该条；旧引用可注明版本：第42条@2015、Section 5 (2012)。
search-noscript = 检索需要 JavaScript。没有它，仍可从文档列表到达每一篇文字，并可用浏览器的页内查找。
search-home = 前往文档列表
search-all = 全部 { $count } 条
search-so-far = 已找到 { $count } 条……
search-none = 没有找到。
search-searching = 正在检索……
search-found = 共 { $count } 条，{ $passages } 种文字。逐字匹配，一处不漏；文字相同的版本并为一条。
search-part = 正在检索……{ $count }%
search-lost = 索引有 { $count } 个部分未能载入，本结果不完整。
search-more = 另有 { $count } 条
search-filters = 筛选
search-as-same = 视为相同
search-script = 简体与繁体
search-punct = 有无标点与空格
search-document = 文档
search-version = 版本
search-place = 命中之处
search-place-any = 不限
search-place-add = 新增文字中
search-place-del = 后来删除的文字中
search-place-diff = 有差异的文字中
search-kind = 该条的变化
search-kind-word = 改写
search-kind-punct = 仅形式
search-kind-add = 新增
search-kind-del = 后来删除
search-kind-only = 仅见于一篇
search-kind-move = 移动
search-kind-renum = 重编号
search-kind-split = 拆分
search-kind-join = 合并
search-kind-regroup = 重组
search-in-add = 在新增文字中
search-in-del = 在后来删除的文字中
search-in-diff = 在有差异的文字中
search-by-number = 条号相符
search-pages = 本站说明
search-course = 在各版本中出现的次数：
search-times = 次数
search-clauses = 条数
search-unnumbered = 无条号
files-site = 整个网站

## 两条为何对应，或为何不对应

explain-linked = { $a } 与 { $b } 相对应。
explain-not-linked = { $a } 与 { $b } 不对应。
explain-part = 所问的 { $clause } 属于该条
explain-link = 得分 { $score }，{ $confidence }。
explain-confidence-strong = 依据充分
explain-confidence-check = 须核对
explain-confidence-weak = 依据不足
explain-decision = 该行有人工判定：{ $reason }
explain-through = 两条仍在同一行（{ $row }），由其他对应相连：{ $way }。
explain-silent = { $version } 篇不全，{ $clause } 所应在之处缺文，不能据此认定没有该条。
explain-reason-declared = 人工判定两条相对应。
explain-reason-equal = 定位点：两条文字相同，且在各自篇中仅此一处。
explain-reason-lookalike = 定位点：除扫描易混的字以外文字相同，且在各自篇中仅此一处。
explain-reason-between = 文字相同而重复出现：前后两处对应之间两篇数目相等，故依次对应。
explain-reason-repeat = 文字相同而重复出现：先按条号，再依次对应。
explain-reason-round = 第 { $number } 轮匹配：双方互为最佳。
explain-reason-part = 作为拆分或合并的一部分：一条有足够内容见于另一条，而不见于其已有的对应条文。
explain-reason-attach = 作为拆分或合并的一部分：原无对应的一条归入与其最相近的条文。
explain-reason-sentence = 有整句文字原样由一条移入另一条。
explain-reason-prominent = 两条互为最相近者，尽管相同之处不多。
explain-reason-gap = 在前后两处对应之间，按次序以此组合最为相合。
explain-reason-place = 两条在同一位置均无对应，且有相同之处。
explain-reason-heading = 标题之下的文字移入下级条文，或由下级条文移来。
explain-reason-repealed = 一条已删去，仅存条号，按条号对应。
explain-reason-phrase = 两篇互有借用，两条有一整句罕见的文字相同。
explain-reason-structure = 两篇语言不同：条号、数字、长短和位置相符。
explain-reason-apart = 人工判定两条不对应，或已判定其中一条另有对应。
explain-reason-equal-elsewhere = 其中一条已与文字相同的条文对应：{ $rival }。
explain-reason-rival = 另有更佳或同样好的对应：{ $rival }。
explain-reason-order = 两篇语言不同，对应须依次序；更可靠的一组对应不经过这两条。
explain-reason-below = 各项门槛均未达到。
explain-reason-no-candidate = 两条相同之处太少，未列入比较。
explain-reason-incomplete = { $version } 篇不全，{ $clause } 所应在之处缺文，不能据此认定没有该条。
explain-reason-unrelated = 两篇相同之处太少，如此薄弱的对应不予保留。
explain-reason-yielded = 曾推测两条对应，但与其他版本的对应冲突，故从其他版本。
explain-item-others = 任一方与其他款项的对应：{ $links }
explain-item-reason-equal = 两处文字相同。
explain-item-reason-form = 两篇语言不同，所在行两侧的形式相同。
explain-item-reason-prominent = 同一行内，在任一方的各种组合中以此最为突出。
explain-item-reason-holds = 同一行内，一方含有另一方的其他对应所不能说明的内容。
explain-item-reason-moved = 该款项移入另一行：自身突出，且领先于各竞争者。
explain-item-reason-elsewhere = 其中一方已与其他款项对应。
explain-item-reason-rival = 另有更突出或同样突出的组合。
explain-item-reason-kind = 只有一方规定违反的后果，或者一方是标题。
explain-item-reason-below = 各项门槛均未达到。
explain-item-reason-unweighed = 未列入比较：上级没有对应，或者没有共同的少见词语。
explain-step = { $stage }：{ $outcome }
explain-elsewhere = { $stage }：改为对应 { $rival }
explain-outcome-linked = 对应
explain-outcome-not-linked = 不对应
explain-outcome-dropped = 撤销对应
explain-outcome-settled = 已有判定
explain-stage-decision = 人工判定
explain-stage-equal = 文字相同
explain-stage-lookalike = 除易混字外相同
explain-stage-between = 依次相同
explain-stage-structure = 结构
explain-stage-candidate = 候选
explain-stage-round = 第 { $number } 轮
explain-stage-part = 拆分与合并
explain-stage-attach = 无对应的条文
explain-stage-repeat = 重复的文字
explain-stage-relation = 是否同一文本的版本
explain-stage-sentence = 移动的整句
explain-stage-prominent = 突出的对应
explain-stage-gap = 两处对应之间依次对应
explain-stage-place = 同一位置
explain-stage-heading = 标题
explain-stage-repealed = 仅存条号
explain-stage-phrase = 相同的句子
explain-stage-item = 款项
explain-value-likeness = 相似度
explain-value-neighbours = 相邻条文
explain-value-division = 所属标题
explain-value-references = 引用
explain-value-roles = 条文的作用
explain-value-title = 标题相同
explain-value-order = 最相近条文依次排列的比例
explain-value-prominence = 突出程度
explain-value-role-factor = 条文作用的系数
explain-value-gap = 前后两处对应之间的条文组合数
explain-measure = { $name } { $value }
explain-value-fresh = 未归他条部分的突出程度
explain-value-best = 占双方最高相似度的比例
explain-value-same-number = 条号相同
explain-value-score = 得分
explain-value-margin = 领先幅度
explain-value-common = 较短一篇中有对应的文字所占比例
explain-value-share = 见于对方的比例
explain-value-mass = 相同文字的分量
explain-value-news = 未归他条的比例
explain-value-row-factor = 同一行的系数
explain-value-kind = 性质相同且非标题
explain-check = { $name } { $value }，门槛 { $least }：{ $holds ->
    [yes] 达到
   *[no] 未达到
}
explain-crossing = 若对应，则打乱其他对应的次序
explain-rivals = 竞争的对应：{ $rivals }

## 条文注释

notes-sheet = 注释
notes-clause = 条文
notes-number = 条号
notes-words = 条文内容
notes-kind = 类别
notes-note = 注释内容
notes-author = 作者
notes-date = 日期
note-line = { $kind }：{ $text }
note-signed = （{ $who }）
notes-kind-name = { $kind ->
    [reason] 说明
    [review] 已阅
   *[comment] 意见
}

## 不同位阶的文本

tab-levels = 位阶对应
lead-levels = { $count } 个不同位阶的文本，由高到低。
mapping-sheet = 对应
mapping-from = 起
mapping-from-number = 起：条号
mapping-from-text = 起：文字
mapping-relation = 关系
mapping-to = 讫
mapping-to-number = 讫：条号
mapping-to-text = 讫：文字
mapping-reason = 理由
mapping-state = 状态
mapping-from-digest = 起：摘要值
mapping-to-digest = 讫：摘要值
mapping-relation-name = { $relation ->
    [equal] 相同
    [equivalent] 等义
    [subset] 属于
    [superset] 包含
    [intersects] 交叉
    [supports] 支撑
   *[none] 无
}
levels-relation = { $relation ->
    [equal] 文字相同
    [equivalent] 含义相同
    [subset] 属于其一部分
    [superset] 包含
    [intersects] 部分重合
    [supports] 支撑
    [supported] 受其支撑
   *[none] 无关
}
levels-of = { $title }：以{ $version }为主
levels-lead = 各位阶之间有对应 { $count } 处，均由编者作出；程序没有自行作出任何对应。
levels-lead-suggested = 另有程序的建议 { $count } 处，待编者确认，不计入任何数字。
levels-choose = 以何者为主
levels-covered = 对应程度
levels-covered-why = 为主的文本每一编号条款，或有对应，或经指明无对应，或尚无人说明。
levels-linked = 有对应
levels-absent = 无对应
levels-open = 未定
levels-share = { $all } 条中有对应 { $linked } 条，无对应 { $absent } 条，未定 { $open } 条
levels-rows = 逐条对应
levels-matrix-link = 对应矩阵
levels-matrix = 对应矩阵
levels-matrix-title = { $title }：对应矩阵
levels-matrix-why = 每行是上位文本的一条，每列是下位文本的一条。点符号可见该处对应。
levels-matrix-large = 此矩阵本应有 { $count } 格，没有对应的条款未列入。
levels-matrix-cell = { $near } { $relation } { $far }
levels-none-in = 在{ $version }中无对应
levels-nothing = 尚无人说明有无对应。
levels-suggestion = 建议
levels-suggestion-why = 程序所找，未经编者确认
levels-suggested-citation = 一方援引另一方
levels-suggested-wording = 文字相近
levels-suggested-topic = 或为同一事项
levels-suggested-meaning = 含义相近
levels-moved = 对应作出以后，文字已移到他处
levels-reworded = 对应作出以后，文字已有改动
levels-lost = 找不到条文

## 见于几个文件的条款

tab-reuse = 他处同文
reuse-of = 他处同文：{ $title }
reuse-lead = { $count ->
    [0] 本文件没有条款见于其他文件。
   *[other] { $all } 条中有 { $count } 条也见于其他文件。
}
reuse-no-proof = 仅凭文字无从判断谁先谁后，也可能出自同一来源。
reuse-strip = 逐条一览
reuse-strip-why = 每格一条，颜色表示哪个文件载有其中最多的文字。点击可并排对读。
reuse-cell = { $clause }：也见于《{ $title }》
reuse-cell-none = { $clause }：仅见于此
reuse-another = 其他文件
reuse-formula = 许多文件都有的套语
reuse-nowhere = 仅见于此
reuse-shared = 并排对读
reuse-shared-why = 左为本文件的条款，右为他处文字最接近的一条；标出的是只有一方才有的文字。
reuse-same-words = 文字相同。
reuse-also = 也见于
reuse-also-formula = 套语，也见于
reuse-also-count = 另见于 { $count } 个文件
reuse-more = 另外 { $count } 个文件
reuse-more-clauses = 另有 { $count } 条未列出。
reuse-wordings = 各种写法
reuse-everything = 全部文件：谁与谁共有多少
reuse-families = 以本文件为首的条款及其各种写法
reuse-families-of = 各种写法：{ $title }
reuse-families-lead = 也见于其他文件的条款中，有 { $count } 条按位次或日期以本文件为首。
reuse-family-of = 见于 { $count } 个文件。
reuse-formula-of = 套语，见于 { $count } 个文件。
reuse-unordered = 位次和日期都不能确定哪种写法在先。
reuse-first = 首条
reuse-alike = 相似 { $value }%
reuse-all-title = 多个文件共有的条款
reuse-all-lead = { $count ->
    [0] 没有文件与其他文件共有文字。
   *[other] { $all } 个文件中有 { $count } 个与其他文件共有文字。
}
reuse-lines = 各文件
reuse-lines-why = 每个文件（最新版本，套语除外）有多少文字见于其他文件；共有较多的排在一起。
reuse-in = 见于《{ $title }》
reuse-left-out = 另有 { $count } 个共有较少的文件未列出；{ $command } 可列出全部。
reuse-table = 双向份额
reuse-matrix = 双向份额
reuse-matrix-why = 每行表示该文件有百分之几的文字见于各列的文件；竖读一列，则是其他文件有多少见于该文件。
reuse-as-list = 上面的列表用文字说明其中最大的份额。
reuse-from = { $percent }% 起
reuse-cells-left = 另有 { $count } 个较小的份额未画出。
reuse-network = 关系图
reuse-network-why = 有二十分之一以上文字见于对方的文件以线相连，越多线越粗；每个文件只画最大的三个份额。
reuse-network-list = 同样内容的列表
reuse-pair = 《{ $one }》与《{ $other }》：前者的 { $there }%，后者的 { $back }%
reuse-models = 共同文本
reuse-models-why = 一组文件中过半数都有的条款，取其通常的次序和最常见的写法。不一定有人写过这样的文本。
reuse-model = { $documents } 个文件中多数共有的 { $clauses } 条。
reuse-model-title = 共同文本 { $number }
reuse-model-file = 下载文本，可与其他文件对照
reuse-held = { $all } 个文件中的 { $count } 个
reuse-words-of = 文字取自
reuse-formulae = 套语
reuse-formulae-why = 许多文件都有，不能说明取自何处，不计入份额。
shared-sentence = { $counts }。
shared-separator = ；
shared-count = { $version } 的 { $all } 条中有 { $count } 条见于 { $other }
shared-nothing = { $version } 与其他各篇没有共同的条款
search-shared = 其他文件
search-shared-any = 不限
search-shared-only = 仅见于此
search-shared-also = 也见于他处
reuse-sheets = 本列表的各页

## Our own page frame

frame-language = 中文
frame-skip = 跳到正文
frame-menu = 导航
frame-close = 关闭
frame-sections = 栏目
frame-contents = 本页内容
frame-languages = 本页的其他语言
frame-turn = 前后页
frame-before = 上一页
frame-after = 下一页
frame-auto = 配色：随系统
frame-light = 配色：浅色
frame-dark = 配色：深色
frame-made = 由 { $program } 据 { $count } 份文档生成。
frame-provenance = 来源与校验值

## What the command prints

cli-versions = { $count } 个版本
cli-versions-of = { $found } 个版本（声称 { $promised } 个）
cli-characters = { $count } 字
cli-clauses = { $count } 条
cli-numbered = 编号条款 { $count } 个
cli-main = 其中 { $count } 条
cli-list = { $first }，{ $rest }
cli-rows = { $count } 行
cli-same = { $word } { $count } 行
cli-outside-texts = 条款之外有 { $count } 处不同
cli-outside = 条款之外
cli-throughout = 全文替换：{ $exchange }，{ $count } 处
cli-throughout-but = 全文替换：{ $exchange }，{ $count } 处；{ $kept } 未替换
cli-part = { $path } 第 { $part } 篇
cli-page = 第 { $number } 页
cli-paragraph = 第 { $number } 段
cli-line = 第 { $number } 行
cli-whole = 完整
cli-cut_off = 不全，缺后文
cli-fragment = 不全，缺前文
cli-chronological = 按时间先后
cli-parallel = 并列
cli-levels = 不同层级
cli-note = 说明
cli-warning = 警告
cli-error = 错误
cli-notes = 说明 { $count } 条
cli-warnings = 警告 { $count } 条
cli-errors = 错误 { $count } 条
cli-documents = { $count } 份文档
cli-remarks = { $count } 条提示
cli-built = { $folder } 中共 { $pages } 页（{ $files } 个文件，{ $octets }）
cli-written = 已写入 { $path }
cli-yes = 有
cli-no = 无
cli-missing = 缺少：{ $serves }。安装：{ $remedy }
cli-absent = 可不装，未安装：{ $serves }。安装：{ $remedy }
cli-doctor-whole = 需要的都已装好。“可不装”的没有也行：其余功能照常。
