"""Columns whose texts come back: each is mended once, and no copy counts as evidence of a list."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair import mend_column
from pipelines.repair.ends.restore import Source
from pipelines.repair.likelihood.prevailing import prevailing
from pipelines.repair.looks.suspects import SAMPLE, look

BAKED = "Lâ€™Ã©tÃ© est lÃ\xa0, enfin"
WHOLE = "L’été est là, enfin"
FRENCH = [
    "La mairie ouvre ses portes samedi.",
    "Le marché revient place du Nord.",
    "Une école ferme ses classes.",
]
GERMAN = [
    "Der Rat tagt am Dienstag wieder.",
    "Die Brücke bleibt bis Herbst gesperrt.",
    "Ein Fest für alle am Fluss.",
]


def _column(texts: Sequence[str | None]) -> pd.Series:
    return pd.Series(texts, dtype="str")


def test_every_copy_is_mended() -> None:
    """Rows of one text come back alike, wherever they stand, and keep their steps."""
    mended = mend_column(_column([BAKED, "clean", BAKED, BAKED]), languages=["fr"] * 4)
    assert mended.texts.tolist() == [WHOLE, "clean", WHOLE, WHOLE]
    assert sorted(mended.cells) == [0, 2, 3]
    assert {mended.cells[row].steps for row in (0, 2, 3)} == {(("mojibake", BAKED, WHOLE),)}


def test_a_copy_in_another_list_is_read_by_its_own_list() -> None:
    """What one list proves of a text does not hold in another."""
    proof = ["sÃ©ance du soir", "rÃ©union publique", "le thÃ©Ã¢tre"]
    title = "MATCHÃ"
    texts, lists = [*proof, title, title], ["cut"] * 4 + ["capitals"]
    mended = mend(_column(texts), by=pd.Series(lists, dtype="str"), language="fr").tolist()
    apart = mend(_column([title]), language="fr").tolist()
    assert mended[4] == apart[0]


def test_a_copy_with_a_source_has_its_own_answer() -> None:
    """A row's page speaks for that row only."""
    teaser = "La commission a exhort\ufffd"
    sources = {1: [Source("page", "La commission a exhorté les États à agir.")]}
    mended = mend_column(_column([teaser, teaser]), languages=["fr"] * 2, sources=sources)
    assert mended.texts.tolist()[1] == "La commission a exhorté"
    assert mended.cells[0].source != "page"


def test_a_long_column_of_copies_is_seen_like_its_texts() -> None:
    """Looking at each different text once finds the same suspects, and missing cells are none."""
    texts = [BAKED, "clean", None, "fin\u00ad", "caf\ufffd"]
    once, often = look(_column(texts)), look(_column(texts * SAMPLE))
    expected = [row for copy in range(SAMPLE) for row in (once.rows + copy * len(texts)).tolist()]
    assert often.rows.tolist() == expected
    assert often.kinds.tolist() == once.kinds.tolist() * SAMPLE
    assert not len(look(_column([None] * 2 * SAMPLE)).rows)


def test_the_copies_of_one_text_are_no_list() -> None:
    """A text that stands there five hundred times is one text of its list: three others still name the language."""
    assert prevailing(_column([GERMAN[0]] * 500 + FRENCH * 40)) == "fr"
    assert prevailing(_column(FRENCH * 20)) == "fr"


def test_a_list_of_many_languages_has_none() -> None:
    """Half of one language and half of another prevail nowhere."""
    assert prevailing(_column(FRENCH + GERMAN)) == ""


SLOVENIAN = [
    "Razstava raèunalnikov v Luki",
    "Zaèetek del na mostu",
    "Vodiè po starem mestu",
    "Reèna plaža odprta od junija",
]
RUSSIAN = ["Ðåìîíò ìîñòà", "Øêîëà îòêðûâàåòñÿ", "Ïåêàðíÿ ðàáîòàåò"]
KOI8 = ["рТЙЧЕФ ЧУЕН", "оПЧБС ЫЛПМБ", "тЕНПОФ НПУФБ ЧЕУОПК"]


@pytest.mark.parametrize("texts", [SLOVENIAN, RUSSIAN, KOI8])
def test_lists_of_old_encodings_that_repeat_are_read_like_their_texts(texts: list[str]) -> None:
    """Each text of a list in another encoding comes back the same in every copy, and another list's copies stay apart."""
    once = mend(_column(texts)).tolist()
    assert once != texts
    copies = SAMPLE // len(texts) + 1
    assert mend(_column(texts * copies)).tolist() == once * copies
    lists = pd.Series((["old"] * len(texts) + ["german"] * len(GERMAN)) * copies, dtype="str")
    apart = mend(_column([*texts, *GERMAN] * copies), by=lists).tolist()
    assert apart == [*once, *GERMAN] * copies
