"""Characters that OCR confuses, folded to one of them, in keys and n-grams only.

A selection made for this project: characters that differ by one stroke or its length. Folding merges a few
rare words; this is harmless, since only whole clauses are compared.
"""

LOOKALIKE_GROUPS = (
    "己已巳 未末 人入八 日曰 土士 干千于 天夭 大太犬 目自 白百 王玉主 刀力 儿几 乌鸟 免兔 问间 拔拨 辨辩辫 "
    "侯候 戊戌戍 析折拆 陈阵 贷货贸 徒徙 博搏 账帐 即既 竟竞 密蜜 设没 失矢先 历厉 治冶 晴睛 第笫弟 "
    "延廷 处外 仓仑 今令 名各 住往佳 任仕 使便 放故 买卖 官宫 申甲由 石右 午牛 友反 乎平 宇字 考老 "
    "幸辛 茶荼 孤狐 洒酒 准淮 券卷 究穷 哀衷 崇祟 概慨 继断 汇江 丢去 体休 但伹"
).split()
"""each group folds to its first character; a character may be in one group only, since folding is not
repeated: 矢 would fold to 失, but 失 to 先"""

LOOKALIKES = {ord(char): ord(group[0]) for group in LOOKALIKE_GROUPS for char in group[1:]} | {
    ord("0"): ord("o"),
    ord("1"): ord("l"),
}
