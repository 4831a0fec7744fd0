"""Text comes back from a proven source, one character from the lexicon, and nothing else."""

from __future__ import annotations

import unicodedata

import pandas as pd
import pytest

from pipelines.repair import mend_column
from pipelines.repair.encodings.readings import Tail
from pipelines.repair.ends import restore
from pipelines.repair.ends.restore import Source
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.lexicon import Lexicon

PAGE = (
    "La commission de la condition de la femme a exhorté les États à agir.\n"
    "Elle s’est réunie à New York pendant deux semaines."
)


@pytest.mark.parametrize(
    ("head", "after"),
    [
        ("La commission de la condition de la femme a exhort", "é les États"),
        ("commission de la\u00a0condition  de la femme a exhort", "é les États"),
        ("Elle s'est réunie à New Y", "ork pendant"),
        ("ÉDITO – Elle s’est re\u0301unie à New Y", "ork pendant"),
    ],
)
def test_an_end_is_found_however_the_page_sets_it(head: str, after: str) -> None:
    """White space, quotes and composition are compared alike."""
    found = restore.rest(head, PAGE)
    assert found is not None
    assert found.startswith(after)


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("Une tout autre phrase, qui n’est nulle part sur la page", PAGE),
        ("les États ", PAGE),
        (
            "le rapport annuel de la ville",
            "x le rapport annuel de la ville dit oui. y le rapport annuel de la ville dit non.",
        ),
    ],
)
def test_nothing_is_proved_by_less(head: str, source: str) -> None:
    """An end that is absent, too short or followed by two things proves nothing."""
    assert restore.rest(head, source) is None


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        unicodedata.normalize("NFD", PAGE),
        PAGE.replace("mm", "m\u00adm"),
        PAGE.replace(" de la ", " de\u00a0la  "),
    ],
    ids=["as it is", "decomposed", "hyphenated", "spaced"],
)
def test_the_page_gives_the_character_back(page: str) -> None:
    """A lone byte becomes the letter that the page has, however it is set there, and the step names the page."""
    mended = mend_column(
        pd.Series(["La commission de la condition de la femme a exhort\U0010f7c3…"], dtype="str"),
        languages=["fr"],
        sources={0: [Source("page", page)]},
    )
    assert mended.texts.iloc[0] == "La commission de la condition de la femme a exhorté…"
    assert [step[0] for step in mended.cells[0].steps] == ["character_page"]


def test_a_page_that_has_the_end_itself_settles_it() -> None:
    """An end that looks broken and stands so on the page is left alone."""
    text = "Le marché de Noël se tient au pied du châ"
    mended = mend_column(
        pd.Series([text], dtype="str"),
        languages=["fr"],
        sources={0: [Source("page", text + "teau, comme toujours.")]},
    )
    assert mended.texts.iloc[0] == text


def test_the_byte_must_fit() -> None:
    """A character that cannot have left the byte is not given back."""
    tail = Tail("La commission de la condition de la femme a exhort", "\U0010f7c5", (), b"\xc5")
    assert restore.proven(tail, [Source("page", PAGE)]) is None


@pytest.mark.parametrize(
    ("head", "language", "kept", "words", "letter"),
    [
        ("Der Bürgermeister eröffnet die Brücke und die Stra", "de", b"\xc3", "Die Straße ist eine Straße wie jede andere Straße. " * 12, "ß"),
        ("Der Bürgermeister eröffnet morgen die neue B", "de", b"\xc3", "Bäcker, Brücken, Bühnen, Böden, Büros und Bäume. " * 6, None),
    ],
)  # fmt: skip
def test_the_lexicon_gives_back_what_is_alone(
    head: str, language: str, kept: bytes, words: str, letter: str | None
) -> None:
    """One letter that nothing rivals comes back; two that rival leave the end trimmed."""
    corpus = Corpus(Lexicon([words + "und so weiter"]), language)
    assert restore.from_lexicon(Tail(head, "Ã", ("latin-1",), kept), corpus) == letter


SAID = "Il a dit «oui» et «non» et «peut-être», puis «jamais». " * 40
PRICED = "De kaart kost € 5, het boek € 7 en de fiets € 90. " * 40
CLOSED = "Müze kapalı, kapalıydı ve kapalı kalacak. " * 40


@pytest.mark.parametrize(
    ("head", "language", "kept", "words", "sign"),
    [
        ("Et il a répondu «oui", "fr", b"\xc2", SAID, "»"),
        ("Et il a répondu oui", "fr", b"\xc2", SAID, None),
        ("De brug kost ongeveer ", "nl", b"\xe2\x82", PRICED, "€"),
        ("De brug kost “ongeveer ", "nl", b"\xe2\x82", PRICED, None),
        ("MÜZE CUMA GÜNÜ KAPAL", "tr", b"\xc4", CLOSED, None),
    ],
    ids=[
        "a quotation ends",
        "none has begun",
        "a sign",
        "a sign in a quotation, which may end",
        "no such capital",
    ],
)
def test_a_sign_comes_back_only_where_it_can_stand(
    head: str, language: str, kept: bytes, words: str, sign: str | None
) -> None:
    """However sure the site's words are: a quotation ends once it has begun, and a word in capitals loses a capital."""
    left = "".join(chr(0x10F700 + byte) for byte in kept)
    assert restore.from_lexicon(Tail(head, left, (), kept), Corpus(Lexicon([words]), language)) == sign


def test_the_letters_of_a_language_that_nobody_counted_choose_none() -> None:
    """One text shows too few of them: `dy` and `dê` are words of Frisian, and one of them stands in the text."""
    head = "De gemeente hat juster besletten dat de brêge oer it wetter nij makke wurdt en d"
    mended = mend_column(pd.Series([head + "\U0010f7c3"], dtype="str"), languages=["fy"]).texts[0]
    assert mended == head


def test_a_letter_that_another_wrong_reading_would_not_leave_is_trimmed() -> None:
    """`Γ` is the first byte of `’` in code page 437 and of `é` in a Greek one; the site's words know only the second."""
    texts = [
        "La réponse dépend de l’été",
        "Le musée des découvertes",
        "Un été sans départ",
        "La solution serait dΓ …",
    ]
    mended = mend_column(pd.Series(texts, dtype="str"), languages=["fr"] * len(texts)).texts.tolist()
    assert mended == [*texts[:-1], "La solution serait d …"]
