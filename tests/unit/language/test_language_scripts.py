"""Texts in a script of their own: as it was once written, and beside names in Latin letters."""

from __future__ import annotations

import pandas as pd
import pytest

from pipelines.language import detect
from tests.unit.language.one_list import judged

POLYTONIC = [
    "Ἡ Ἱερὰ Σύνοδος συνῆλθε χθὲς εἰς Ἀθήνας",
    "Τὸ νέον βιβλίον τοῦ καθηγητοῦ παρουσιάζεται σήμερον",
    "Ὁ Μητροπολίτης ἐλειτούργησε εἰς τὸν ναὸν τοῦ λιμένος",
    "Ἀνακοίνωσις περὶ τῶν ἐγγραφῶν εἰς τὴν σχολήν",
    "Ὁμιλία διὰ τὴν ἑορτὴν τῶν γραμμάτων",
]


@pytest.mark.parametrize("declared", ["el", None, "en"])
def test_greek_with_breathings_and_three_accents_is_greek(declared: str | None) -> None:
    """Newspapers and parishes that write as before 1982 were in a language that no detector knows."""
    assert set(judged(POLYTONIC, declared)["language"]) == {"el"}


def test_such_greek_is_surely_greek_where_its_page_says_so() -> None:
    """The declaration settles it, as it does of today's Greek."""
    assert judged(POLYTONIC, "el")["confidence"].min() > 0.9


def test_a_text_that_mixes_both_spellings_reads_alike() -> None:
    """Each letter stands for today's: the label of a text is that of its modern spelling."""
    both = pd.Series(["Ἡ ἔκθεσις ἀνοίγει αὔριον", "Η έκθεσις ανοίγει αύριον"])
    assert detect(both)["confidence"].nunique() == 1
