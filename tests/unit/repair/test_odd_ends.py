"""Titles, labels, names and capitals end in any letter; only a real sign of a cut takes one off."""

from __future__ import annotations

from datetime import UTC, datetime
from string import ascii_lowercase, ascii_uppercase

import pandas as pd
import pytest
from babel import Locale

from pipelines import mend
from pipelines.repair import repair
from pipelines.site import Site

SITE = Site("bulletin", crawled=datetime(2026, 11, 2, tzinfo=UTC), languages=("fr",))
FRENCH = ["Travaux de la rue Haute", "La piscine rouvre lundi", "Fête de la musique", "Marché de Noël", "Bâtiment C",
          "Collecte des déchets verts", "Une nouvelle école", "Concert à l'église", "La lettre b"]  # fmt: skip
LABELS = ["Résidence Â", "RÉNOVATION DE LA RÉSIDENCE Â", "La lettre â", "Groupe Ã", "Escalier Ô"]
PORTUGUESE = ["FESTA DA ROMÃ", "VIDA SÃ", "CASACO DE LÃ", "SUCO DE MAÇÃ", "ESCOLA ALEMÃ", "FEIRA DE ARTESANATO",
              "MANHÃ", "IRMÃ", "HORTELÃ"]  # fmt: skip
OTHERS = [
    "A ROMÃ",
    "O TOBOGÃ",
    "Àwọn ará",
    "HALL Ä",
    "VITAMIN Ä",
    "â",
    "Ã",
    "Ä",
    "Å",
    "Đ",
    "PÅ",
    "GÅ",
    "FÅ",
    "STÅ",
    "Đã",
    "Trâ",
]
CUT = ["La commission a exhortÃ", "Рабочие нашли клад в подвале дома Ð"]
RUSSIAN = ["Выставка открыта до марта", "Новая школа", "Ремонт моста"]


def _column(texts: list[str]) -> pd.Series:
    return pd.Series(texts, dtype="str")


@pytest.mark.parametrize("text", [*LABELS, *PORTUGUESE, *OTHERS])
def test_a_short_text_keeps_its_last_letter(text: str) -> None:
    """Alone, nothing speaks for a cut."""
    assert mend(text) == text


@pytest.mark.parametrize(
    ("text", "language"), [("PRODUTOS DE LÃ", "de"), ("SUCO DE ROMÃ", "sv"), ("VIDA SÃ", "pt")]
)
def test_a_wrong_language_takes_nothing_off(text: str, language: str) -> None:
    """Whoever names the wrong language loses no letter."""
    assert mend(text, language=language) == text


@pytest.mark.parametrize("language", [None, "fr", "sv"])
@pytest.mark.parametrize(
    "texts",
    [
        [*FRENCH, *LABELS],
        [text.upper() for text in [*FRENCH, *LABELS]],
        PORTUGUESE,
        [*ascii_uppercase, *"ÅÄÖ"],
        [*ascii_lowercase, *"åäö"],
        [*ascii_uppercase, *"ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ"],
        ["PÅ", "GÅ", "FÅ", "STÅ", "SMÅ"],
    ],
    ids=[
        "labels",
        "capitals",
        "Portuguese capitals",
        "letters",
        "small letters",
        "French letters",
        "short words",
    ],
)
def test_a_column_of_short_texts_keeps_them(texts: list[str], language: str | None) -> None:
    """Many ends of a kind, or texts of one length, are no rule of cutting."""
    assert mend(_column(texts), language=language).tolist() == texts


@pytest.mark.parametrize("code", ["cy", "pt", "ro", "sv", "vi", "yo"])
def test_names_keep_their_accents(code: str) -> None:
    """Names of territories that end above ASCII, as they are and in capitals, alone in their column."""
    names = [name for name in Locale.parse(code).territories.values() if name[-1] > "\x7f"]
    texts = [*names, *map(str.upper, names)]
    assert mend(_column(texts)).tolist() == texts


def test_a_long_title_in_capitals_keeps_its_capital() -> None:
    """A capital behind capitals is their next letter, however long the text."""
    text = "CÂMARA MUNICIPAL ABRE INSCRIÇÕES PARA A GRANDE FEIRA ANUAL DE PRODUTOS DE LÃ"
    assert mend(text) == text
    assert mend(text, language="pt") == text


@pytest.mark.parametrize("text", CUT)
def test_half_a_character_is_still_taken_off(text: str) -> None:
    """A capital behind a small letter, or of another alphabet, shows a cut in a short text, too."""
    assert mend(text) == text[:-1].rstrip()
    others = FRENCH if text.startswith("La") else RUSSIAN
    assert mend(_column([*others, text])).tolist()[-1] == text[:-1].rstrip()


def test_a_budget_of_bytes_proves_a_short_cut() -> None:
    """Where a list stops its texts at 31 bytes, a letter that begins with the 31st is half of one."""
    others = ["Le marché ouvre lundi à la gare du nord", "La chorale chante ce soir en plein air",
              "Une exposition de cartes à la mairie", "Le bus de nuit roule à nouveau dimanche"]  # fmt: skip
    cut = [text.encode()[:31].decode("utf-8", "ignore") for text in others]
    texts = [*cut, "Les enfants ont tous dessiné Ã"]
    assert len(texts[-1][:-1].encode()) + 1 == 31
    assert mend(_column(texts), language="fr").tolist() == [*cut, "Les enfants ont tous dessiné"]


def test_the_ends_in_question_prove_no_budget() -> None:
    """Two titles that end in `ð` are as long as a third one is, were they cut."""
    titles = ["póstur á innleið", "póstur á innheið", "móttekinn póstur", "pakki", "bréf"]
    assert mend(pd.Series(titles, dtype="str"), language="is").tolist() == titles


def test_the_entrys_page_proves_a_title() -> None:
    """A title that its own page shows whole is whole; one that the page goes on with gets its character back."""
    titles = [
        "La lettre d’un lecteur sur la fermeture prochaine de la résidence Ã",
        "Le conseil municipal a exhortÃ",
    ]
    own = [titles[0], "Le conseil municipal a exhorté les communes"]
    frame = pd.DataFrame(
        {
            "list": ["news"] * 2,
            "position": [0, 1],
            "url": ["https://bulletin.example/0", "https://bulletin.example/1"],
            "title_raw": _column(titles),
            "excerpt_raw": _column(["Le texte est en ligne.", "La séance est publique."]),
            "page_language": ["fr"] * 2,
            "own_title": _column(own),
        }
    )
    assert repair(frame, SITE)["title"].tolist() == [titles[0], "Le conseil municipal a exhorté"]
    alone = repair(frame.drop(columns="own_title"), SITE)["title"].tolist()
    assert alone[1] == "Le conseil municipal a exhort"
