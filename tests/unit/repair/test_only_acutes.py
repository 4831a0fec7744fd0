"""`Ã` before a gap: `í` without its soft hyphen where a list writes acute accents alone, `à` elsewhere."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair import mend_column

FAROESE = [
    "Verja av síðu",
    "Hann kom í gær við bátinum",
    "Á síðuni er ikki í lagi",
    "Hon býr í Havn og á Sandi",
]
IRISH = ["Cúltacaí atá ann cheana", "Dréachtaí ón úsáideoir seo", "Tá rudaí le déanamh fós"]


def without_soft_hyphens(text: str, codec: str) -> str:
    """A text whose UTF-8 was read as a codec, and lost what programs do not show."""
    return text.encode().decode(codec).replace("\xad", "")


@pytest.mark.parametrize("codec", ["latin-1", "sloppy-windows-1252"])
@pytest.mark.parametrize(("language", "texts"), [("fo", FAROESE), ("ga", IRISH), (None, FAROESE)])
def test_the_commonest_word_comes_back_in_a_list(language: str | None, texts: list[str], codec: str) -> None:
    """`Hann kom Ã gÃ¦r` came back as `Hann kom à gær`, and `CÃºltacaÃ atÃ¡` as one word."""
    column = pd.Series([without_soft_hyphens(text, codec) for text in texts], dtype="str")
    assert mend(column, language=language).tolist() == texts


def test_a_list_of_acutes_is_weighed_where_nobody_knows_its_language() -> None:
    """`lÃtil` is `lítil` though `Ã` alone may be one of many letters, with all that programs do not show gone."""
    texts = [
        "Fyrsta lína texta neðst á skýrslu",
        "Hér má sjá nýjar sýningar í safninu",
        "Ný bók er komin fyrir lítil og stór söfn",
    ]
    shown = [re.sub("[\x80-\xa0\xad]", "", t.encode().decode("sloppy-windows-1252")) for t in texts]
    assert "lÃtil" in shown[2]
    assert mend_column(pd.Series(shown, dtype="str"), languages=[""] * 3).texts.tolist() == texts


LIGURIAN = ["Vado à Roma", "Perché gh'é già o sô", "A çittæ a l'é bèlla", "Tórna à cà"]


@pytest.mark.parametrize("codec", ["latin-1", "sloppy-windows-1252"])
def test_a_list_with_other_accents_keeps_its_word(codec: str) -> None:
    """The no-break space of `à` became a space, and `é` and `ó` stand beside `ô`, `ç` and `è`."""
    shown = [text.encode().decode(codec).replace("\xa0", " ") for text in LIGURIAN]
    mended = mend(pd.Series(shown, dtype="str"), language="lij")
    assert not any("í" in text for text in mended)


def test_one_letter_proves_no_accent() -> None:
    """`é` and one `ó` are in languages with `à`, too."""
    shown = [
        text.encode().decode("latin-1").replace("\xa0", " ")
        for text in ["Vado à Roma", "Perché à mi", "Ó dîto"]
    ]
    assert not any("í" in text for text in mend(pd.Series(shown[:2], dtype="str"), language="lij"))
