"""Pairs weighed together against their rivals."""

import numpy as np
import pytest

from alignment.specimens import document
from hexapla.alignment import tfidf
from hexapla.alignment.link_weights import DEFAULT
from hexapla.alignment.ngrams import count_ngrams
from hexapla.alignment.prepared import prepare_version
from hexapla.alignment.rival_evidence import cover_units, soften_news, soften_won
from hexapla.alignment.tfidf import TfIdfSimilarity, weight_ngrams

LOANS = "Tools are lent for two weeks."
FINES = "Whoever returns them late pays one crown."
KEYS = "Keys hang in the porch."
OWN = [f"{LOANS} {FINES}", KEYS]
OTHER = [f"{LOANS} {FINES}", LOANS, KEYS, FINES]
WHOLE, ITS_KEYS, SAME, LOANS_ALONE, KEYS_ALONE, FINES_ALONE = range(6)
"""positions of the units of both sides"""


@pytest.fixture(params=[tfidf.CELLS_AT_ONCE, 1])
def evidence(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> TfIdfSimilarity:
    """Weight the units; all pairs are weighed in one batch, or each in its own."""
    monkeypatch.setattr(tfidf, "CELLS_AT_ONCE", request.param)
    sides = [prepare_version(version) for version in document(OWN, OTHER).versions]
    grams = count_ngrams([(side, np.arange(side.size)) for side in sides])
    return weight_ngrams(grams, np.arange(6), 2, DEFAULT)


LEFT = np.array([WHOLE, WHOLE, WHOLE, ITS_KEYS])
RIGHT = np.array([SAME, SAME, LOANS_ALONE, KEYS_ALONE])


def test_news_are_what_no_rival_holds(evidence: TfIdfSimilarity) -> None:
    news = soften_news(evidence, (LEFT, RIGHT), [[], [LOANS_ALONE], [KEYS_ALONE, SAME], []])
    whole = evidence.softened(LEFT, RIGHT)
    assert news[[0, 3]] == pytest.approx(whole[[0, 3]])
    assert 0 < news[1] < whole[1]
    assert news[2] == 0


def test_a_pair_wins_the_sentences_that_no_rival_holds_as_much_of(evidence: TfIdfSimilarity) -> None:
    won = soften_won(evidence, (LEFT, RIGHT), ([[], [LOANS_ALONE], [], []], [[], [], [], [WHOLE]]))
    whole = evidence.softened(LEFT, RIGHT)
    fines = soften_news(evidence, (LEFT[1:2], RIGHT[1:2]), [[LOANS_ALONE]])
    assert won == pytest.approx([whole[0], fines[0], whole[2], whole[3]])


def test_a_unit_covers_what_no_partner_of_either_explains(evidence: TfIdfSimilarity) -> None:
    mine, yours = [[], [SAME], [FINES_ALONE], []], [[], [], [], [ITS_KEYS]]
    others = np.array([LOANS_ALONE, LOANS_ALONE, LOANS_ALONE, KEYS_ALONE])
    share, mass = cover_units(evidence, (LEFT, others), (mine, yours))
    assert share == pytest.approx([mass[0] / evidence.mass[WHOLE], 0, share[0], 0])
    assert 0 < share[0] < 1


def test_no_pairs_weigh_nothing(evidence: TfIdfSimilarity) -> None:
    none = LEFT[:0], RIGHT[:0]
    assert soften_news(evidence, none, []).shape == soften_won(evidence, none, ([], [])).shape == (0,)
