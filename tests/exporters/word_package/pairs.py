"""Pairs of Word documents of our own: each shows one kind of change, or one thing that must stay."""

from collections.abc import Mapping
from typing import Final

from exporters.word_package.documents import (
    PIXEL,
    box,
    code,
    control,
    deleted,
    edge,
    endnote,
    field,
    footnote,
    formula,
    inserted,
    item,
    link,
    paragraph,
    picture,
    run,
    section,
    styled,
    table,
    word_file,
)

P = paragraph
WELL = "The gate of the well is opened at six and locked at nine in the evening."
KEYS = "Keys are kept by the steward, who writes down each borrower."
FEE = "Each household pays 40 crowns a year for the upkeep of the pump."
HOSE = "Hoses may be used on Tuesdays and Fridays, never in a drought."
END = "These rules enter into force on the first of May."
RULES = (P(WELL), P(KEYS), P(FEE), P(HOSE), P(END))
ARABIC = "يفتح باب البئر في الساعة السادسة ويغلق في التاسعة."
EMPTY_TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid></w:tbl>"
FEES = (("Plot", "Fee"), ("Small", "20 crowns"), ("Large", "40 crowns"), ("Corner", "55 crowns"))


def words(text: str, old: str, new: str) -> tuple[bytes, bytes]:
    return word_file(P(text)), word_file(P(text.replace(old, new)))


def numbered(text: str) -> str:
    """Write a note that shows its number, as Word does."""
    return P("<w:r><w:footnoteRef/></w:r>", f" {text}")


def contents(*entries: tuple[str, str]) -> tuple[str, ...]:
    """Write a table of contents, one field over its paragraphs."""
    first, *rest = (f"{run(text)}<w:r><w:tab/></w:r>{field('PAGEREF x', page)}" for text, page in entries)
    start = edge("begin") + code("TOC \\o") + edge("separate")
    return (P(start + first), *(P(each) for each in rest), P(edge("end")))


PAIRS: Final[Mapping[str, tuple[bytes, bytes]]] = {
    "nothing": (word_file(*RULES), word_file(*RULES)),
    "a word": words(WELL, "nine", "ten"),
    "words in runs of several looks": (
        word_file(P("The ", run("gate", "<w:b/>"), " is opened at six and locked at nine.")),
        word_file(
            P(
                "The ",
                run("iron gate", "<w:b/>"),
                " is opened at ",
                run("seven", "<w:i/>"),
                " and locked at nine.",
            )
        ),
    ),
    "a paragraph inserted": (word_file(*RULES[:2], *RULES[3:]), word_file(*RULES)),
    "a paragraph deleted": (word_file(*RULES), word_file(*RULES[:1], *RULES[2:])),
    "the first inserted": (word_file(*RULES[1:]), word_file(*RULES)),
    "the last inserted": (word_file(*RULES[:-1]), word_file(*RULES)),
    "the last deleted": (word_file(*RULES), word_file(*RULES[:-2])),
    "the last replaced": (word_file(*RULES[:2]), word_file(*RULES[:1], RULES[3])),
    "all replaced": (word_file(*RULES[:2]), word_file(*RULES[2:])),
    "a paragraph moved": (word_file(*RULES), word_file(RULES[0], *RULES[2:4], RULES[1], RULES[4])),
    "moved and reworded": (
        word_file(*RULES),
        word_file(RULES[0], *RULES[2:4], P(KEYS.replace("steward", "chairman")), RULES[4]),
    ),
    "moved with its note": (
        word_file(RULES[0], P(KEYS, footnote(1)), *RULES[2:], footnotes=["The list hangs beside the door."]),
        word_file(
            RULES[0],
            *RULES[2:4],
            P(KEYS, footnote(1)),
            RULES[4],
            footnotes=["The list hangs beside the door."],
        ),
    ),
    "split": (word_file(P(f"{WELL} {KEYS}"), P(END)), word_file(P(WELL), P(KEYS), P(END))),
    "joined": (word_file(P(WELL), P(KEYS), P(END)), word_file(P(f"{WELL} {KEYS}"), P(END))),
    "a cell": (
        word_file(P(WELL), table(*FEES)),
        word_file(P(WELL), table(*FEES[:2], ("Large", "45 crowns"), FEES[3])),
    ),
    "a row inserted": (word_file(table(*FEES[:2], FEES[3]), P(END)), word_file(table(*FEES), P(END))),
    "a row deleted": (word_file(table(*FEES), P(END)), word_file(table(FEES[0], *FEES[2:]), P(END))),
    "a column": (
        word_file(table(*FEES), P(END)),
        word_file(table(*((*each, "yearly") for each in FEES)), P(END)),
    ),
    "a table inserted": (word_file(P(WELL), P(END)), word_file(P(WELL), table(*FEES), P(END))),
    "a table deleted": (word_file(P(WELL), table(*FEES), P(END)), word_file(P(WELL), P(END))),
    "the only paragraph went into a table": (
        word_file(P(WELL)),
        word_file(table(("Opening", WELL), ("Keys", "see the board")), P()),
    ),
    "the last paragraph came out of a table": (
        word_file(P(KEYS), table(("Opening", WELL), ("Keys", "see the board")), P()),
        word_file(P(KEYS), P(WELL)),
    ),
    "a table without rows": (word_file(P(WELL), EMPTY_TABLE, P(END)), word_file(P(WELL), P(END))),
    "a table in a table": (
        word_file(table(("Fees", table(*FEES) + P("see above"))), P(END)),
        word_file(table(("Fees", table(*FEES[:3]) + P("see below"))), P(END)),
    ),
    "paragraphs of a cell": (
        word_file(table(("Duties", P(WELL) + P(KEYS))), P(END)),
        word_file(table(("Duties", P(WELL) + P(HOSE) + P(KEYS))), P(END)),
    ),
    "a footnote reworded": (
        word_file(P(FEE, footnote(1)), footnotes=["Up to 400 crowns a household."]),
        word_file(P(FEE, footnote(1)), footnotes=["Up to 900 crowns a household."]),
    ),
    "a footnote replaced": (
        word_file(P(FEE, footnote(1)), footnotes=["Paid in spring."]),
        word_file(P(FEE, footnote(1)), footnotes=["The council decides otherwise."]),
    ),
    "a footnote replaced beside one that is new": (
        word_file(P(FEE, footnote(1)), P(END), footnotes=["Paid in spring."]),
        word_file(
            P(WELL, footnote(1)),
            P(FEE, footnote(2)),
            P(END),
            footnotes=["Summer time.", "The council decides otherwise."],
        ),
    ),
    "numbered footnotes": (
        word_file(
            P(WELL, footnote(1)),
            P(FEE, footnote(2)),
            footnotes=[numbered("Summer time."), numbered("Half for pensioners.")],
        ),
        word_file(
            P(WELL),
            P(FEE, footnote(1)),
            P(HOSE, footnote(2)),
            footnotes=[numbered("Half for pensioners."), numbered("In summer only.")],
        ),
    ),
    "a footnote inserted": (
        word_file(P(WELL, footnote(1)), P(FEE), footnotes=["Summer time."]),
        word_file(
            P(WELL, footnote(1)), P(FEE, footnote(2)), footnotes=["Summer time.", "Half for pensioners."]
        ),
    ),
    "a footnote deleted": (
        word_file(
            P(WELL, footnote(1)), P(FEE, footnote(2)), footnotes=["Summer time.", "Half for pensioners."]
        ),
        word_file(P(WELL), P(FEE, footnote(1)), footnotes=["Half for pensioners."]),
    ),
    "the only footnote deleted": (
        word_file(P(FEE, footnote(1)), footnotes=["Half for pensioners."]),
        word_file(P(FEE)),
    ),
    "an endnote reworded": (
        word_file(P(FEE, endnote(1)), endnotes=["Decided in May."]),
        word_file(P(FEE, endnote(1)), endnotes=["Decided in June."]),
    ),
    "a header and a footer": (
        word_file(P(WELL), header="Draft of March", footer="Well club"),
        word_file(P(WELL), header="Draft of April", footer="Well club of Ash Lane"),
    ),
    "a header inserted": (word_file(P(WELL), footer="f"), word_file(P(WELL), header="Draft", footer="f")),
    **{
        f"items of list {number}": (
            word_file(item(WELL, number), item(KEYS, number), item(FEE, number), P(END)),
            word_file(item(WELL, number), item(HOSE, number), item(FEE.replace("40", "45"), number), P(END)),
        )
        for number in range(1, 6)
    },
    "a list that the target lacks": (
        word_file(P(WELL), item(KEYS, 4), P(END), lists=(4,)),
        word_file(P(WELL), P(END), lists=(1,)),
    ),
    "a style that the target lacks": (
        word_file(P(WELL), styled(KEYS, "Note1"), P(END), styles={"Note1": "Remark"}),
        word_file(P(WELL), P(END)),
    ),
    "a style of another id": (
        word_file(P(WELL), styled(KEYS, "S1"), P(END), styles={"S1": "Remark"}),
        word_file(P(WELL), P(END), styles={"Remark7": "Remark"}),
    ),
    "a picture inserted": (word_file(P(WELL), P(END)), word_file(P(WELL, picture()), P(END))),
    "a picture deleted": (
        word_file(P(WELL, picture()), P(END)),
        word_file(P(WELL), P(END), image=PIXEL + b"0"),
    ),
    "a picture exchanged": (word_file(P(WELL, picture())), word_file(P(WELL, picture()), image=PIXEL + b"0")),
    "a field": (
        word_file(P("See section ", field("REF a", "3"), " below.")),
        word_file(P("See section ", field("REF a", "4"), " below.")),
    ),
    "a reference by a hidden bookmark of another name": (
        word_file(P("See section ", field("REF _Ref100 \\r \\h", "3"), " below."), P(WELL)),
        word_file(P("See section ", field(" REF _Ref2345 \\r  \\h ", "3"), " below."), P(WELL)),
    ),
    "a reference to another bookmark": (
        word_file(P("See section ", field("REF rent", "3"), " below.")),
        word_file(P("See section ", field("REF term", "3"), " below.")),
    ),
    "a table of contents": (
        word_file(*contents(("Well", "1"), ("Fees", "2"), ("Hoses", "3")), *RULES),
        word_file(*contents(("Well", "1"), ("Fees", "3"), ("Hoses", "3")), *RULES),
    ),
    "a table of contents inserted": (
        word_file(*RULES),
        word_file(*contents(("Well", "1"), ("Fees", "3")), *RULES),
    ),
    "a link": (
        word_file(P("Write to ", link("the steward of the club"), " in time.")),
        word_file(P("Write to ", link("the chairman of the club"), " in good time.")),
    ),
    "a link cut off": (
        word_file(P("Write to ", link("the steward"), " in time.")),
        word_file(P("Write to the steward in time.")),
    ),
    "sections": (
        word_file(P(WELL), section(), P(KEYS), P(END)),
        word_file(P(WELL), P(FEE), section(), P(KEYS.replace("steward", "chairman")), P(END)),
    ),
    "a section deleted": (word_file(P(WELL), section(), P(KEYS)), word_file(P(WELL), P(KEYS))),
    "a control around blocks": (
        word_file(P(WELL), control(P(KEYS), P(FEE)), P(END)),
        word_file(P(WELL), control(P(KEYS.replace("steward", "chairman")), P(HOSE), P(FEE)), P(END)),
    ),
    "a control in a line": (
        word_file(P("Paid by ", control(run("Ann Ash")), " in May.")),
        word_file(P("Paid by ", control(run("Bea Birch")), " in June.")),
    ),
    "a text box": (
        word_file(P(WELL, box(P("Open from six to nine"))), P(END)),
        word_file(P(WELL, box(P("Open from six to ten"))), P(END)),
    ),
    "a text box deleted": (word_file(P(WELL, box(P("Open from six"))), P(END)), word_file(P(WELL), P(END))),
    "a formula": (
        word_file(P("The fee is ", formula("a+b"), " crowns.")),
        word_file(P("The fee is ", formula("a+c"), " crowns.")),
    ),
    "breaks and tabs": (
        word_file(P("Chair:", "<w:r><w:tab/></w:r>", "Ann", "<w:r><w:br/></w:r>", "Steward: Bea")),
        word_file(P("Chair:", "<w:r><w:tab/></w:r>", "Ann Ash", "<w:r><w:br/></w:r>", "Steward: Cle")),
    ),
    "a symbol": (
        word_file(P("Tick ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', " here.")),
        word_file(P("Tick ", '<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>', " here.")),
    ),
    "changes of their own": (
        word_file(P("The gate is ", deleted("closed"), inserted("opened"), " at six."), P(END)),
        word_file(P("The gate is ", deleted("opened"), inserted("locked"), " at six."), P(END)),
    ),
    "from right to left": (
        word_file(paragraph(run(ARABIC, "<w:rtl/>"), properties="<w:bidi/>"), P(END)),
        word_file(
            paragraph(run(ARABIC.replace("التاسعة", "العاشرة"), "<w:rtl/>"), properties="<w:bidi/>"), P(END)
        ),
    ),
    "Chinese": words("第三条　承租人应当于每月五日前支付租金，逾期按日加收。", "五日", "十日"),
    "empty paragraphs": (
        word_file(P(WELL), P(), P(), P(KEYS), P()),
        word_file(P(WELL), P(), P(KEYS.replace("steward", "chairman")), P(), P()),
    ),
    "bookmarks": (
        word_file(P('<w:bookmarkStart w:id="5" w:name="x"/>', WELL, '<w:bookmarkEnd w:id="5"/>'), P(END)),
        word_file(
            P(
                '<w:bookmarkStart w:id="5" w:name="x"/>',
                WELL.replace("nine", "ten"),
                '<w:bookmarkEnd w:id="5"/>',
            ),
            P(END),
        ),
    ),
    "all at once": (
        word_file(
            *contents(("Well", "1"), ("Fees", "2")),
            item(WELL, 4),
            P(KEYS, footnote(1)),
            table(*FEES),
            item(HOSE, 4),
            P(FEE, picture(), endnote(1)),
            P(END),
            footnotes=["The list hangs beside the door."],
            endnotes=["Decided in May."],
            header="Draft of March",
        ),
        word_file(
            *contents(("Well", "1"), ("Fees", "3")),
            item(WELL.replace("nine", "ten"), 4),
            table(*FEES[:2], ("Large", "45 crowns")),
            P(FEE.replace("40", "45"), picture(), endnote(1)),
            P(KEYS, footnote(1), footnote(2)),
            P(END),
            footnotes=["The list hangs behind the door.", "In summer only."],
            endnotes=["Decided in June."],
            header="Draft of April",
            lists=(4, 1),
        ),
    ),
}
