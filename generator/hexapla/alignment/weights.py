"""Every threshold and weight of alignment in one frozen value, which is passed to all that weighs.

A field says what it means, in which unit, and between which values it can lie (0 to 1 where nothing is said).
After a dash stands what holds it: the texts of `tests/corpus/alignment` by their names, and others of which
only the kind is told, in which `benchmarks/ablation.py` sees links or scores change when it is moved by a
fifth; where nothing changes, the reason why it is kept. All values were chosen by hand on such texts.
"""

from dataclasses import dataclass

__all__ = ["DEFAULT", "Weights"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The numbers by which alignment judges."""

    # ------------------------------------------------------------ equal texts
    anchor_length: int = 6
    """characters of a key from which it is evidence by itself; shorter ones need their place – scores of
    zh-night-library, cited by its items"""

    # ------------------------------------------------------------ likeness
    idf_floor: float = 0.02
    """least weight of an n-gram, in units of idf – scores of a Chinese law of which most stays as it
    was"""
    fewest_units: int = 64
    """few units cannot tell what is rare: they count as part of a text of so many – zh-ferry,
    de-ropewalk, en-rowing-club: links of revisions that touch few clauses"""
    sentence_found: float = 0.3
    """a sentence is found where this share of its mass is – en-rowing-club, zh-night-library; laws
    rewritten from end to end, a book in three translations"""
    full_mass: float = 40.0
    """idf mass (about eight rare n-grams) from which containment counts in full – en-rowing-club: scores
    of short clauses"""
    cosine_enough: float = 0.7
    """cosine from which no sentences are looked at: it saves time, and moves some scores – zh-ferry,
    ja-garden"""
    containment_from: float = 0.1
    """share of the smaller unit from which sentences are looked at: it saves time – scores of
    de-ropewalk, zh-ferry"""
    most_sentence_pairs: int = 1 << 16
    """pairs of sentences looked at for one pair of units; beyond, its containment is that of the whole –
    set by hand, to bound time and memory where a text is one endless clause"""

    # ------------------------------------------------------------ candidates
    nearest_by_cosine: int = 4
    """candidates kept per unit and direction – set by hand: bounds the time; 2 or 6 change nothing"""
    nearest_by_mass: int = 2
    """candidates kept beside them by shared mass – set by hand, for the small part of a large unit, whose
    cosine is low"""
    near_best: float = 0.2
    """a candidate below this share of the unit's best one is none – set by hand: saves time"""
    common_units: int = 50
    """n-grams in more units of a side than this, or than the next field says, lead to no candidate – set
    by hand: keeps the time near linear"""
    common_slope: float = 3.0
    """the same as a multiple of the square root of the number of units; the larger one holds"""

    # ------------------------------------------------------------ context
    neighbours: float = 0.12
    """support of a pair both of whose neighbours are linked side by side – links of rewritten laws,
    scores of every text"""
    division: float = 0.06
    """support of a pair under equal headings, or under headings whose other units are linked to each
    other – links of rewritten laws; scores of zh-ferry, en-rowing-club"""
    references: float = 0.15
    """support of a pair whose cross-references lead to clauses that are linked – a German law of which
    most is rewritten, a licence"""
    references_elsewhere: float = -0.5
    """share of it that a pair gets whose cross-references lead to clauses that are not; -1 to 0 – set by
    hand, for twins that differ in what they cite"""
    references_from: float = 0.1
    """likeness below which cross-references prove nothing – set by hand: two clauses may cite the same
    article and have nothing else to do with each other"""
    same_number: float = 0.02
    """support of equal numbers: a tie-break, since half of the clauses that belong together bear others –
    scores of all texts; it decides between twins"""
    equal_heading: float = 0.30
    """added to the likeness of a pair with an equal heading that is unique on both sides – verdicts on
    links of de-ropewalk, en-rowing-club, ja-garden"""

    # ------------------------------------------------------------ rounds of matching
    first_round: float = 0.48
    """score asked in the first round – laws rewritten from end to end, de-ropewalk"""
    second_round: float = 0.30
    """score asked in the second round – en-rowing-club, de-ropewalk; laws rewritten from end to end"""
    third_round: float = 0.24
    """score asked in the third round, for what is left once splits and merges explain what they can –
    en-rowing-club and zh-night-library, if it is halved"""
    fourth_round: float = 0.20
    """score asked in the last round – en-rowing-club, zh-night-library, zh-ferry"""
    repeats: int = 3
    """times that a round looks again, with the links that it made as context – set by hand: bounds the
    time"""
    margin: float = 0.04
    """how far a pair must beat the other pairs of its two units – zh-night-library, de-ropewalk; laws
    rewritten from end to end"""
    firm: float = 0.45
    """likeness from which a round after the first asks no margin: strong rivals are then parts of a split
    – a rewritten German law and a Chinese one"""
    late_margin: float = 2.0
    """what the margin is multiplied by after the first round; 1 and more – as for the margin"""
    crossing: float = 0.10
    """score asked beyond the round's by a link that breaks the order – zh-night-library, whose clauses
    travel; en-rowing-club, de-ropewalk"""
    at_place: float = 0.10
    """likeness that is enough for two units alone at the same place; chance seldom reaches half of it –
    en-rowing-club, cited by its items; a rewritten Chinese law"""
    most_pairs_at_place: int = 100
    """pairs of lone units looked at between two links – set by hand: a larger gap says little about
    place"""

    # ------------------------------------------------------------ splits and merges
    part_alone: float = 0.50
    """share of a unit without partner that must be found in the other – a split in a law on
    arbitration"""
    part_partnered: float = 0.30
    """share of a unit with a partner that must be found in the other – en-rowing-club,
    zhhant-tool-library; a licence"""
    part_beside: float = 0.6
    """by which the two are multiplied for a unit beside a partner of the other: parts mostly stay
    together – zhhant-tool-library; a licence, rewritten laws"""
    part_mass: float = 25.0
    """idf mass (about five rare n-grams) that a part must hold – scores of en-rowing-club"""
    attach_likeness: float = 0.25
    """likeness and score that a lone unit needs to join a unit that has partners – a rewritten German
    law"""
    attach_beside: float = 0.15
    """the same for a lone unit beside a partner of the other – rewritten Chinese laws, if moved by half"""
    attach_news: float = 0.4
    """share of what both have in common that the other's partners must not hold – a Taiwanese law in
    three versions, a law on arbitration"""
    attach_mass: float = 50.0
    """idf mass of it – a rewritten Chinese law, a law on arbitration, if it is larger by half"""
    heading_score: float = 0.5
    """score of a heading whose text moved to the clauses below it: wording is not asked – set by hand, so
    that the link counts as strong"""

    # ------------------------------------------------------------ whether the texts are related
    related: float = 0.30
    """share of the smaller text in linked units, by score, from which two texts are versions of one –
    revisions, however far apart, reach .33, unrelated laws of one legislator .05"""
    loose: float = 0.06
    """the same share from which one text borrows from the other – unrelated laws of one legislator stay
    below"""
    quoted: float = 0.6
    """score from which a link between unrelated texts is kept, as a quotation – a Chinese law that was
    written anew"""
    phrase_grams: float = 11.0
    """what loose texts must share in one phrase, in n-grams of the rarest kind: about eight Han
    characters; 0 and more – laws rewritten from end to end"""
    phrase_share: float = 0.75
    """share of the phrase that must be found in one phrase of the other text – as for its length"""

    # ------------------------------------------------------------ other languages
    # No text of the corpora has versions in two languages; these were set by hand, and the tests of alignment
    # hold what they are for.
    common_words: float = 0.30
    """texts with a larger share of common words are in one language, whatever was guessed"""
    structure_number: float = 0.30
    """score of equal numbers; this and the next three add up to 1"""
    structure_figures: float = 0.45
    """score of equal figures: more than of numbers, which an inserted clause shifts"""
    structure_length: float = 0.15
    """score of equal shares of both texts"""
    structure_place: float = 0.10
    """score of equal places"""
    structure_least: float = 0.30
    """a pair with a smaller score is none"""
    structure_window: int = 3
    """units to each side of the same place that are looked at whatever their numbers"""
    no_figures: float = 0.5
    """share of equal figures where neither unit holds any, which decides nothing"""
    rare_figure: int = 5
    """a figure in more units of a side brings none of them together"""
    length_reach: float = 2.0
    """logarithm of the ratio of lengths from which these speak no more for a pair; above 0"""
    length_padding: int = 4
    """bytes of a key (four to a character) added to each length, so that short clauses are not far
    apart"""
    place_slope: float = 10.0
    """the score of place falls to 0 within one over this of the text; 1 and more"""
    telling_pairs: int = 8
    """with so many pairs of which either unit holds figures, equal figures are asked for"""
    telling_share: float = 0.15
    """less than this share of equal figures betrays unrelated texts"""
    measured_pairs: int = 12
    """with so many pairs, lengths are asked to go together"""
    measured_correlation: float = 0.3
    """a smaller correlation betrays unrelated texts: equal numbers alone would link any two laws; -1 to
    1"""


DEFAULT = Weights()
