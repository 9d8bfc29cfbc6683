"""Every number by which segmentation judges what is a mark and which marks make the lists of a text.

Strengths, worths and costs are in one unit: the score of a reading (see `beam_search`), where a mark that
goes on with its list earns 1. All of them were set by hand on real statutes, and are held by the texts that
are hard to segment, our own and others; a cost is negative where it is added, positive where taken away.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWeights:
    """The numbers by which segmentation judges."""

    # ------------------------------------------------------------ what a place is worth
    line: float = 3.0
    """strength of a mark at the beginning of a line"""
    sentence: float = 2.0
    """strength after the end of a sentence"""
    bracket: float = 0.6
    """strength after a comma, a colon or a bracket"""
    middle: float = -0.5
    """strength in mid-sentence"""
    in_table: float = -3.0
    """strength in the cell of a table"""

    # ------------------------------------------------------------ what a likeness to something else costs
    unfinished: float = 1.5
    """taken from a mark at a line start if the line before ends with a comma or an opening bracket"""
    reference: float = 3.0
    """taken from what looks like a reference: as much as a line start is worth"""
    open_sentence: float = 4.5
    """taken from a number at a line start that goes on with a sentence, even if it is due"""
    open_first: float = 2.7
    """taken from a first number there: a second one makes up for it"""
    deferred: float = 1.5
    """taken from an article that another follows at once: only the number that is due overcomes it"""
    row: float = 4.5
    """taken from the number of a table's row: more than a row of such numbers earns"""
    enumeration: float = 1.5
    """taken from a number that counts things in a sentence"""
    nothing_after: float = 1.0
    """taken from a mark in mid-line behind which the text stops for some characters"""
    damaged: float = 0.5
    """taken from a mark with a character that is another's look-alike"""
    other_form: float = 4.5
    """taken from a number in a form that the articles do not have: more than line and sequence earn"""
    run: int = 3
    """so many numbers in a row make a form the usual one; the other has so many times fewer"""
    hopeless: float = -2.0
    """strength up to which no gain of a sequence makes up for it"""
    highest_number: int = 99_999
    """no number of a clause is higher"""

    # ------------------------------------------------------------ what the sequence earns
    next: float = 1.0
    """the next number of an open list"""
    second: float = 0.6
    """besides, for the second of a list, which proves the first"""
    missing: float = 1.5
    """taken for each number left out, up to three"""
    missing_on_line: float = 2.4
    """the most that is taken for numbers left out at a line start"""
    opened: float = -0.4
    """a new list"""
    not_first: float = -2.3
    """a list that begins with another number than the first"""
    division_not_first: float = -1.0
    """the same of divisions"""
    article_not_first: float = -0.5
    """the same of articles"""
    upward: float = -0.7
    """a list opened below one that stands lower in most texts; three times for divisions"""
    anew: float = -1.2
    """a list that begins anew"""
    repeated: float = -2.0
    """a number that is there already"""
    article_repeated: float = -1.9
    """the same of articles: a word with a number after a full stop is printed twice rather than cited"""
    restarted: float = -2.2
    """articles that begin anew without a division between, as where two texts stand in one"""
    backward: float = -2.2
    """a number that was left out and comes after all"""
    out_of_order: float = -2.8
    """an article at a line start whose number fits nowhere: printed it is all the same"""
    sure: float = 3.0
    """strength that such an article needs"""
    look_back: int = 40
    """marks that are looked back at for what was left out"""
    closing: float = -1.2
    """a list that begins above those which are open"""
    closing_by_division: float = -0.3
    """the same of a division"""
    apart: float = 0.5
    """what clauses after recitals earn outside their list"""
    after_run_in: float = -2.0
    """a mark in a new paragraph that goes on with a list of a sentence before it, or stands below it"""
    mixed_up: float = -0.8
    """a mark of another form than its list (1、 2、 3.)"""
    orphan: float = -1.0
    """a decimal that leaves the number printed above it without the next one: 2., 2.2, then 3.1"""
    deepest: int = 9
    """lists that can be open at once"""

    # ------------------------------------------------------------ headings
    heading: float = 2.0
    """strength of a first mark right after a heading without punctuation; what a restart needs, too"""
    heading_length: int = 40
    """characters that a heading may have"""
    narrow: int = 4
    """so many Latin letters say about what one Han character says"""
    middle_or_less: float = -0.6
    """a place worth less is not lifted by a heading before it"""

    # ------------------------------------------------------------ the search for the best reading
    beam_width: int = 8
    """states kept; more changes nothing on the statutes measured"""
    beam_margin: float = 5.0
    """states further behind the best than this never came back"""
    years_from: int = 1000
    """a bare number from here on is a year unless its neighbour is there"""
    adjacent: float = 1.5
    """strength from which a mark right behind another of its list makes an enumeration of the two"""
    late_from: int = 10
    """a decimal list that begins so late is none: 10.15 is a time"""
    far: int = 400
    """characters before a mark in which the line before it is looked for"""


DEFAULT = MarkWeights()
