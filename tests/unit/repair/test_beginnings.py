"""What goes on after the beginning of a word comes from a table of decisions, and is one letter at most."""

from __future__ import annotations

import pytest

from pipelines.repair.encodings.readings import Tail
from pipelines.repair.ends import restore
from pipelines.repair.likelihood import beginnings
from pipelines.repair.likelihood.beginnings import FOLDER, LONGEST, Beginnings
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.letters import of_language as letters_of
from pipelines.repair.likelihood.lexicon import Lexicon
from pipelines.repair.marks import marked

LANGUAGES = sorted(file.name.removesuffix(".txt") for file in FOLDER.iterdir() if file.name.endswith(".txt"))


def _restored(head: str, kept: bytes, language: str, site: str = "") -> str | None:
    tail = Tail(head, marked(kept) if kept else "�", (), kept)
    return restore.from_lexicon(tail, Corpus(Lexicon([site] if site else []), language))


@pytest.mark.parametrize(
    ("head", "kept", "language", "letter"),
    [
        ("La commission de la condition de la femme a déclar", b"\xc3", "fr", "é"),
        ("El ayuntamiento presenta la nueva exposici", b"\xc3", "es", "ó"),
        ("El ayuntamiento abre los domingos, los lunes tambi", b"", "es", "é"),
        ("El ayuntamiento abre los domingos. LOS LUNES TAMBI", b"\xc3", "es", "É"),
        ("Město otevře novou lávku pro pěší, která spoj", b"\xc3", "cs", "í"),
        ("A câmara aprovou ontem a nova informa", b"\xc3", "pt", "ç"),
        ("Primăria deschide luni o nouă expozi", b"\xc8", "ro", "ț"),
    ],
)  # fmt: skip
def test_the_one_letter_comes_back(head: str, kept: bytes, language: str, letter: str) -> None:
    """Without a word of the site, with the byte or without, in small letters and in capitals."""
    assert _restored(head, kept, language) == letter


@pytest.mark.parametrize(
    ("head", "kept", "language"),
    [
        ("Der Bürgermeister eröffnet morgen die neue B", b"\xc3", "de"),
        ("Kommunen vill bygga nya hus för fler och f", b"\xc3", "sv"),
        ("A câmara aprovou ontem e publicou na", b"\xc3", "pt"),
        ("Ο δήμος ανοίγει το νέο μουσείο στην παλιά αγορά και ΣΤΗ", b"\xce", "el"),
        ("La commission de la condition de la femme a déclar", b"\xc4", "fr"),
        ("La commission de la condition de la femme a ", b"\xc3", "fr"),
        ("La commission de la condition de la femme a déclar", b"\xc3", ""),
    ],
)  # fmt: skip
def test_nothing_is_guessed(head: str, kept: bytes, language: str) -> None:
    """Two words, a word that may have ended, a letter the list did not tell apart, a byte that does not fit."""
    assert _restored(head, kept, language) is None


def test_the_site_knows_better() -> None:
    """Where the site's own words go on otherwise, the language's frequent words have no say."""
    head = "La mairie invite les habitants à la fête, et les deux voisins déclar"
    assert _restored(head, b"\xc3", "fr") == "é"
    assert (
        _restored(
            head, b"\xc3", "fr", "Ils déclarèrent la paix, ils déclarèrent la fête. " * 6 + "Fin de la fête"
        )
        != "é"
    )


def test_readings_on_top_of_each_other_leave_their_byte() -> None:
    """`déclarÃƒ` is `déclarÃ` read wrongly once more: the byte below both is C3."""
    tail = Tail(
        "La commission de la condition de la femme a déclar",
        "Ãƒ",
        ("latin-1", "sloppy-windows-1252"),
        b"\xc3\x83",
    )
    assert restore.from_lexicon(tail, Corpus(Lexicon([]), "fr")) == "é"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_is_whole(language: str) -> None:
    """It names its source and licence, its contexts fit, and its answers are single letters of the language."""
    header, *lines = (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    assert "wordfreq" in header
    assert "CC BY-SA 4.0" in header
    letters = letters_of(language)
    assert letters is not None
    contexts = [line.split(" ")[0] for line in lines]
    assert contexts == sorted(set(contexts))
    assert max(map(len, contexts)) <= LONGEST
    answers = {answer for line in lines for answer in line.split(" ")[1:]}
    named = {answer.lstrip("~*-") for answer in answers if not answer.startswith("?")} - {""}
    assert all(len(letter) == 1 and letters.knows(letter) for letter in named)


def test_the_longest_context_answers() -> None:
    """An answer stands until a longer context takes it back."""
    table = Beginnings(["# nothing", "aci ó *ó", "^paci -ó é", "^tambi ?8", "bi ~é"])
    assert table.letter("la estaci", b"\xc3") == "ó"
    assert table.letter("la estaci", b"") == "ó"
    assert table.letter("el paci", b"\xc3") == "é"
    assert table.letter("la estaci", b"\xc5") == ""
    assert table.likely("cambi", b"\xc3") == "é"
    assert table.likely("cambi", b"") == ""
    assert table.lost_to_question("y tambi") == 8
    assert table.lost_to_question("y cambi") == 0


@pytest.mark.parametrize(
    ("code", "known"),
    [("fr-CA", True), ("nb", True), ("xx", False), ("../fr", False), ("", False), ("a" * 300, False)],
)
def test_a_tag_names_its_table(code: str, known: bool) -> None:
    """A region is dropped, a language without a table has none, and a code is no path; a page may give a very long one."""
    assert (beginnings.of_language(code) is not None) == known
