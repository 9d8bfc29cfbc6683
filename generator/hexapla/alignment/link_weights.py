"""All thresholds and weights of alignment in one frozen value, which is passed to every step.

The docstring of a field says what it means, its unit, and its range (0 to 1 if not stated). After the dash it
names the evidence for the value: texts of `benchmarks/clause-alignment` by name, and other texts by kind,
whose links or scores change when `benchmarks/ablation.py` moves the value by a fifth; if nothing changes, the
reason to keep it. All values were chosen by hand on such texts.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkWeights:
    """Thresholds and weights of alignment."""

    # ------------------------------------------------------------ equal texts
    anchor_length: int = 6
    """least characters of a key that is linked wherever it stands; shorter ones only between links – scores
    of zh-night-library, cited by its items"""

    # ------------------------------------------------------------ likeness
    idf_floor: float = 0.02
    """least idf of an n-gram – scores of a Chinese law that is mostly unchanged"""
    fewest_units: int = 64
    """least number of units for the idf, since few units do not show which n-grams are rare – zh-ferry,
    de-ropewalk, en-rowing-club: links of revisions that change few clauses"""
    sentence_found: float = 0.3
    """share of its mass that another sentence or unit must contain for a sentence to match – en-rowing-club,
    zh-night-library; laws rewritten from end to end, a book in three translations"""
    full_mass: float = 40.0
    """idf mass (about eight rare n-grams) from which containment counts in full – en-rowing-club: scores
    of short clauses"""
    cosine_enough: float = 0.7
    """cosine from which sentences are not compared: it saves time, and moves some scores – zh-ferry,
    ja-garden"""
    containment_from: float = 0.1
    """containment above which sentences are compared: it saves time – scores of
    de-ropewalk, zh-ferry"""
    most_sentence_pairs: int = 1 << 16
    """most pairs of sentences compared for one pair of units; beyond, only whole units are compared – set by
    hand, to bound time and memory for texts that are one long clause"""

    # ------------------------------------------------------------ candidates
    nearest_by_cosine: int = 4
    """candidates kept per unit and direction – set by hand: bounds the time; 2 or 6 change nothing"""
    nearest_by_mass: int = 2
    """candidates kept beside them by shared mass – set by hand, for the small part of a large unit, whose
    cosine is low"""
    near_best: float = 0.2
    """least score of a candidate, as a share of the unit's best one – set by hand: saves time"""
    common_units: int = 50
    """n-grams in more units of a side than this, or than the next field says, lead to no candidate – set
    by hand: keeps the time near linear"""
    common_slope: float = 3.0
    """the same as a multiple of the square root of the number of units; the larger limit applies"""

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
    """share of it that a pair gets whose cross-references lead to clauses that are not linked; -1 to 0 – set
    by hand, for near-duplicates that differ in what they cite"""
    references_from: float = 0.1
    """likeness above which cross-references count – set by hand: two clauses may cite the same
    article and have nothing else to do with each other"""
    same_number: float = 0.02
    """support of equal numbers: a tie-break, since half of the clauses that belong together have different
    numbers – scores of all texts; it decides between near-duplicates"""
    equal_heading: float = 0.30
    """added to the likeness of a pair with an equal heading that is unique on both sides – verdicts on
    links of de-ropewalk, en-rowing-club, ja-garden"""

    # ------------------------------------------------------------ rounds of matching
    first_round: float = 0.48
    """least score in the first round – laws rewritten from end to end, de-ropewalk"""
    second_round: float = 0.30
    """least score in the second round – en-rowing-club, de-ropewalk; laws rewritten from end to end"""
    repeats: int = 3
    """most passes of a round, each with the links of the last as context – set by hand: bounds the time"""
    margin: float = 0.04
    """least margin of a pair's score over the other pairs of its two units – zh-night-library, de-ropewalk;
    laws rewritten from end to end"""
    firm: float = 0.45
    """likeness from which rounds after the first need no margin: strong rivals are then parts of a split
    – a rewritten German law and a Chinese one"""
    late_margin: float = 2.0
    """factor of the margin after the first round; 1 and more – as for the margin"""
    crossing: float = 0.10
    """additional score that a link needs if it breaks the order – zh-night-library, whose clauses move;
    en-rowing-club, de-ropewalk"""
    at_place: float = 0.10
    """least likeness of two unmatched units at the same position; chance seldom reaches half of it –
    en-rowing-club, cited by its items; a rewritten Chinese law"""
    most_pairs_at_place: int = 100
    """most pairs of unmatched units compared between two links – set by hand: a larger gap says little about
    position"""

    # ------------------------------------------------------------ splits and merges
    part_alone: float = 0.50
    """share of a unit without partner that must be found in the other – a split in a law on
    arbitration"""
    part_partnered: float = 0.30
    """share of a unit with a partner that must be found in the other – en-rowing-club,
    zhhant-tool-library; a licence"""
    part_beside: float = 0.6
    """factor of the two for a unit next to a partner of the other: parts mostly stay together –
    zhhant-tool-library; a licence, rewritten laws"""
    part_mass: float = 25.0
    """idf mass (about five rare n-grams) that a part must hold – scores of en-rowing-club"""
    attach_likeness: float = 0.25
    """least likeness and score to attach an unmatched unit to a unit that has partners – a rewritten German
    law"""
    attach_beside: float = 0.15
    """the same for an unmatched unit next to a partner of the other – rewritten Chinese laws, if moved by
    half"""
    attach_news: float = 0.4
    """share of what both have in common that the other's partners must not hold – a Taiwanese law in
    three versions, a law on arbitration"""
    attach_mass: float = 50.0
    """least idf mass of it – a rewritten Chinese law, a law on arbitration, if it is larger by half"""
    moved_mass: float = 200.0
    """least idf mass (some forty Han characters) of a sentence that moved word by word from one unit to
    another – a definition that moved into the article before it"""
    moved_score: float = 0.5
    """score of such a link – set by hand, so that it counts as strong"""
    heading_score: float = 0.5
    """score of a heading whose text moved to the clauses below it, whatever its wording – set by hand, so
    that the link counts as strong"""

    # ------------------------------------------------------------ roles
    role_support: float = 0.15
    """support of a pair if both units, alone in their versions, have one role – scores of zh-ferry and of
    laws rewritten from end to end; links of their purposes and commencements, if it is nothing"""
    role_against: float = 0.10
    """what a pair loses if one unit alone says what follows upon a breach, or has a role whose other unit
    stands elsewhere – scores of rewritten laws; a duty and the penalty for its breach, if it is nothing"""
    role_shared: float = 0.5
    """share by which the likeness of a pair grows if both units, alone in their versions, have one role –
    scores of a law on schools; purposes that share no phrase, if it is nothing"""
    role_clash: float = 0.25
    """share by which it falls if one unit alone says what follows upon a breach – scores of laws on schools
    and on quarantine; a duty and its penalty, if it is nothing"""

    # ------------------------------------------------------------ pairs that stand out
    length_share: float = 0.8
    """share of the lengths of two units by which the product of their n-grams is divided; 1 is the cosine, by
    which the parts of a split are less alike than they are – links of every rewritten law, de-ropewalk,
    en-rowing-club: the scale of all that follows"""
    prominent: float = 0.70
    """least prominence of two units without partners; 0 and more – links of every rewritten law,
    zh-night-library"""
    prominent_crossing: float = 0.10
    """additional prominence that they need if they break the order – a German act by its items, zh-ferry"""
    prominent_margin: float = 0.15
    """share of the lead over the second best pair of either unit that counts as prominence – a German act by
    its items, zh-ferry"""
    prominent_gap: float = 0.50
    """least prominence of the only pair between two links; 0 and more – laws on encryption and on quarantine,
    zh-ferry, zh-night-library"""
    prominent_cells: float = 0.035
    """additional prominence for each time that the pairs between two links are 2.7 times as many – the same
    laws"""
    prominent_part: float = 0.60
    """least prominence of a part, by the sentences of which it holds more than other partners; 0 and more –
    de-ropewalk; laws on quarantine and on schools"""
    prominent_news: float = 0.20
    """least prominence of a part by what no other partner holds at all; 0 and more – scores of a German act
    and a law on schools; twins that share one partner, if it is nothing"""
    prominent_between: float = 0.7
    """least share of the best likeness of two units that both have partners – de-ropewalk, a German act"""
    little: float = 0.20
    """likeness below which a link of a pair that stands out has its likeness for a score, and so is weak and
    reported – 29 of 73 such links in laws rewritten from end to end, one of 21 in other revisions"""
    prominent_passes: int = 12
    """most passes over the pairs – set by hand: bounds the time"""

    topic: float = 0.295
    """least prominence by cosine of a suggestion – leases by different hands"""
    topic_place: float = 0.5
    """share by which the likeness of two units at the same relative place grows, for suggestions – leases by
    different hands"""
    meaning: float = 0.45
    """least prominence of a suggestion by a sentence model – leases by different hands"""

    # ------------------------------------------------------------ paragraphs and items
    item_row: float = 0.5
    """share by which the likeness of two passages grows if they stand in one row – laws rewritten from end to
    end, if it is halved or doubled"""
    item_inside: float = 0.28
    """least prominence of two passages of one row; 0 and more – the same laws"""
    item_part: float = 0.35
    """the same by what other partners do not explain, for parts of a split paragraph; 0 and more – the same
    laws"""
    item_rest: float = 0.50
    """the same for passages of different levels, and those that their own level left over; 0 and more – the
    same laws, items that became paragraphs"""
    item_across: float = 0.80
    """the same for passages of different rows; 0 and more – what is lower is often a rule of its own"""
    item_lead: float = 0.10
    """least lead of such a pair over all others of its ends; 0 and more – acts that share their forms"""
    item_mass: float = 50.0
    """least idf mass that such a pair shares, about ten rare n-grams – licences with headings of one word"""
    most_item_pairs: int = 1 << 14
    """most pairs of passages of one row that are all compared; beyond, only those that share rare n-grams –
    set by hand: bounds the time of clauses with hundreds of items"""

    repealed_score: float = 0.5
    """score of a clause and what is left of it, its number without text – set by hand, so that the link
    counts as strong"""

    # ------------------------------------------------------------ whether the texts are related
    related: float = 0.30
    """share of the smaller text in linked units, by score, from which two texts are versions of one –
    revisions, however far apart, reach .33, unrelated laws of one legislator .05"""
    loose: float = 0.06
    """the same share from which one text borrows from the other – unrelated laws of one legislator stay
    below"""
    related_order: float = 0.35
    """share of the units of the smaller version whose counterparts stand in order from which loosely related
    texts are versions of one – laws rewritten from end to end reach .36, unrelated ones .32 at most"""
    ordered_units: int = 8
    """least such units – set by hand: a few stand in order by chance"""
    counterpart: float = 0.05
    """least likeness of a counterpart – set by hand: below, nothing is the most similar"""
    quoted: float = 0.6
    """score from which a link between unrelated texts is kept, as a quotation – a Chinese law that was
    written anew"""
    phrase_grams: float = 11.0
    """least mass that loosely related texts must share in one phrase, in n-grams of the rarest kind: about
    eight Han characters; 0 and more – laws rewritten from end to end"""
    phrase_share: float = 0.75
    """share of the phrase that must be found in one phrase of the other text – as for its length"""

    # ------------------------------------------------------------ other languages
    # No text of the corpora has versions in two languages; these values were set by hand, and the tests of
    # alignment cover their purpose.
    common_words: float = 0.30
    """share of common words from which texts count as one language, whatever was guessed"""
    structure_number: float = 0.30
    """score of equal numbers; this and the next three add up to 1"""
    structure_figures: float = 0.45
    """score of equal figures: higher than of numbers, which shift when a clause is inserted"""
    structure_length: float = 0.15
    """score of equal relative lengths"""
    structure_place: float = 0.10
    """score of equal relative positions"""
    structure_least: float = 0.30
    """least score of a pair"""
    structure_window: int = 3
    """units to each side of the same relative position that are candidates whatever their numbers"""
    no_figures: float = 0.5
    """share of equal figures assumed if neither unit contains any: neutral"""
    rare_figure: int = 5
    """most units of a side with a figure for that figure to yield candidates"""
    length_reach: float = 2.0
    """natural logarithm of the ratio of relative lengths at which their score falls to 0; above 0"""
    length_padding: int = 4
    """bytes of a key (four per character) added to each length, so that the ratios of short clauses are not
    extreme"""
    place_slope: float = 10.0
    """the score of positions falls to 0 at a distance of 1/place_slope of the text; 1 and more"""
    telling_pairs: int = 8
    """least pairs with figures in either unit for `telling_share` to be tested"""
    telling_share: float = 0.15
    """mean share of equal figures below which texts count as unrelated"""
    measured_pairs: int = 12
    """least pairs for `measured_correlation` to be tested"""
    measured_correlation: float = 0.3
    """correlation of lengths below which texts count as unrelated: equal numbers alone would link any two
    laws; -1 to 1"""


DEFAULT = LinkWeights()
