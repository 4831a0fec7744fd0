"""Half an entity at the end of a text that has no list: from its page, by its name, or off."""

from __future__ import annotations

from itertools import product

import pandas as pd
import pytest

from pipelines import mend
from pipelines.repair.ends.restore import Source
from pipelines.repair.ladder import mend_column

PAGE = "Die Bibliothek am Hafen zeigt ab Montag Fotos der alten Brücke, der Eintritt ist frei für alle."
HEAD = "Die Bibliothek am Hafen zeigt ab Montag Fotos der alten Br"


@pytest.mark.parametrize("shown", ["&#25", "&uum", "&#xf", "&#x0f"])
def test_the_page_gives_the_character_back(shown: str) -> None:
    """What the page goes on with counts where an entity of it begins so, and nothing else."""
    mended = mend_column(pd.Series([HEAD + shown + "…"], dtype="str"), sources={0: [Source("page", PAGE)]})
    named = shown != "&#x0f"
    assert mended.texts.tolist() == [HEAD + ("ü…" if named else "…")]
    assert mended.cells[0].source == ("page" if named else "trimmed")


@pytest.mark.parametrize(
    ("shown", "marker"),
    [*product(["&u", "&", "&#"], ["", "…", ".."]), ("&u", " Weiterlesen"), ("&#", " Weiterlesen")],
)
def test_little_is_enough_where_the_page_goes_on_so(shown: str, marker: str) -> None:
    """One letter of a name, or none, is half an entity where the page has the character there, whatever marker follows."""
    given = pd.Series([HEAD + shown + marker], dtype="str")
    mended = mend_column(given, sources={0: [Source("page", PAGE)]}, languages=["de"])
    assert mended.texts.tolist() == [HEAD + "ü" + marker]


@pytest.mark.parametrize("end", ["R&D", "Q&a", "Fotos & Br", "Fotos &"])
def test_the_page_has_the_ampersand_itself(end: str) -> None:
    """What the page shows so, too, stays."""
    text = "Die Bibliothek am Hafen zeigt ab Montag " + end
    given = pd.Series([text + "…"], dtype="str")
    page = Source("page", f"{text} der alten Brücke, der Eintritt ist frei für alle.")
    assert mend_column(given, sources={0: [page]}).texts.tolist() == [text + "…"]


def test_the_name_gives_it_back_where_one_begins_so() -> None:
    """Without a page a name that is the only one counts, and a number that ten characters share goes."""
    assert [mend(HEAD + "&uum"), mend(HEAD + "&#25")] == [HEAD + "ü", HEAD]


@pytest.mark.parametrize(
    "text", ["Research & Development, R&D", "Tim&Struppi", "Q&A with the authors: AT&am", "Zug&ti"]
)
def test_ampersands_of_names_stay(text: str) -> None:
    """Two letters behind an ampersand, or a capital, are a name's."""
    assert mend(text) == text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("La r&eacute;colte sera tr&egrave;s bonne cette ann&", "La récolte sera très bonne cette ann"),
        ("D&uuml;nne Eisdecke, schw&a […]", "Dünne Eisdecke, schw […]"),
        ("&Omega;&rho;&alpha;&iota;&alpha; &mu;&epsilon;&rho …", "Ωραια μερ …"),
        ("R&eacute;sultats du p&ocirc;le R&amp;D", "Résultats du pôle R&D"),
        ("R&eacute;sultats du p&ocirc;le R&D", "Résultats du pôle R&D"),
        ("R&amp;D chez Martin &", "R&D chez Martin &"),
    ],
)
def test_an_ampersand_of_an_escaped_text_is_half_an_entity(text: str, mended: str) -> None:
    """Where other letters are escaped, the ampersand would be, too; one that is, and one of initials, stays."""
    assert mend(text) == mended


@pytest.mark.parametrize("marker", ["", " …", "…", " [...]", "..."])
def test_half_a_number_before_a_marker_is_no_character_of_its_own(marker: str) -> None:
    """`&#1242` is `Ӛ` to a browser; where every number before it has five digits it was `&#12427;`."""
    text = "夢のような一日だった、と語る"
    shown = "".join(f"&#{ord(character)};" for character in text)
    assert mend(shown[:-2] + marker) == text[:-1] + marker
    assert mend(shown + marker) == text + marker


@pytest.mark.parametrize(
    ("shown", "letter"), [("&Scaron", "Š"), ("&Ccedi", "Ç"), ("&Eacut", "É"), ("&Ntild", "Ñ")]
)
def test_five_letters_of_a_capital_are_half_an_entity(shown: str, letter: str) -> None:
    """No word begins so."""
    assert mend(f"Der Name beginnt mit {shown}") == f"Der Name beginnt mit {letter}"


@pytest.mark.parametrize("text", ["Simba &Scar", "Delhi&Agra", "Huis &Aan", "Tom &Iris", "Rock &Ring"])
def test_names_behind_an_ampersand_stay(text: str) -> None:
    """Four letters and fewer may begin one."""
    assert mend(text) == text
