"""Which characters a Chinese text is made of: enough to tell one byte encoding from another.

A text read in the wrong encoding is full of characters that nobody uses. Some 550 characters cover three
quarters of a statute; what lies between those and the rare ones is told by the character sets themselves,
whose first levels were made of what is in use. The selection is our own: the commonest characters of
general prose, and those of statutes, rules and contracts.
"""

COMMONEST = frozenset(
    "的一是不了在有人和中大為为國国以要會会這这個个來来第條条法章款項项應应當当規规定得者其或之"
)
"""what hardly a sentence of a statute is without, in both scripts"""

COMMON = frozenset(
    "的一是在不了有和人中大上我以要他用生到作地出就分成可主年同工也能下子面而方后多定行法所民得十三之"
    "着等部度家力如水化高自二理起小物加量都制使本去把性好它合因由其些然前外天政四日那社事平形相全表各"
    "重新正心反你明看原又利比或但第向道命此只解意建月公系很情者最立代想已通提直程展五果料象革位入常文"
    "次品式活及管特件求老基流路少山接知她手角期根指九放西被做必先回任取南色光即保治北造百七海口器志世"
    "金增油思交受什六共收改清己美再采更切打白教速花安身例真具每目至走示完八名才科信米整空元今集土步群"
    "石需段研界拉林律叫且究越影算低持音布容商非深近千周委素技半青省列支款章府依犯罪追刑仲裁申查批准登"
    "督施境企司限材告送判失抵押房屋服育校酬女童未庭婚姻承席息宣考核履措防控急配落善健街居村市令止修附"
    "篇稿案草征"
)
"""common in simplified and in traditional texts"""

SIMPLIFIED = frozenset(
    "这为个国时来们于对会发动过说产种学经进电里现实两体机当点从业应开还义间样与关线内数么质气变条没结"
    "问无军并题党员总设长头资边级图统较将组见计别论运农几区强决干战则据处队给门规热领东导压争济阶术极"
    "联认权证转单风带场车务万达积议声报斗类离华确张马节话况温传许广记观织装众书复儿须际验连断难矿备办"
    "习响约项编责罚违构诉讼请审监检细护环营双协届满执赔偿损债担标范医疗卫险劳妇财继网络识态舆阵奖励纪"
    "严负职围预紧调县乡镇辖废订适"
)
"""common, and written so in simplified texts only"""

TRADITIONAL = frozenset(
    "這為個國時來們於對會發動過說產種後學經進電裡裏現實兩體製機當點從業應開還義間樣與關線內數麼質氣變"
    "條沒結問無係軍並題黨員總設長頭資邊級圖統較將組見計別論運農幾區強決幹乾戰則據處隊給門規熱領東導壓"
    "爭濟階術極聯認權證採轉單風帶場車務萬達積議聲報鬥類離華確張馬節話況溫傳許廣記觀織裝眾書佈復複兒須"
    "際驗連斷難礦週備辦習響約項編責罰違構訴訟請審準監檢細護環營雙協屆滿執賠償損債擔標範醫療衛險勞婦財"
    "繼網絡識態輿陣獎勵紀嚴負職圍預緊調縣鄉鎮轄廢訂適徵"
)
"""the same characters as traditional texts write them"""

JAPANESE = frozenset(
    "条項号規約定関係者会員理事総則目的事業所在地届出承認変更廃止施行附則改正法令違反処分罰金権利義務契約期間料金支払返還"
    "損害賠償責任保証書類提出通知協議決議議長副役選任解任年度予算決算監査場合当該又及前各次用利使管運営実必要"
)
"""common in Japanese rules, besides those of Chinese ones"""

HANGUL_COMMON = frozenset(
    "이다는에의을를하고가로서한은지사기도그어정등수인자및제조항호관리규약법률시행경우할것여용대한위원회장부구"
    "보장공무상일전계약기간금지보호신청허가명령통보해당경과되된있없으며라거나나와과아니할때까부터만각모든또는"
    "칙총목적설치운영책임권리의무내용방국민주택개인정년월일동소유물건물반환비용주체업텃밭"
)
"""syllables of which most of a Korean text is made"""

PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕…—·～％\u3000") | frozenset(
    map(chr, range(0xFF10, 0xFF5B))
)
"""marks between Han characters; digits and letters of full width"""
