"""A first line that the site cut, and another block below it: only the first is the teaser."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipelines.repair.decoding.decode import decode
from scraper.listing import induce

URL = "https://portus.example/news/"
LEADS = (
    "Die Fähre über den Fluss fährt ab Montag wieder, die Schäden am Anleger sind behoben, und für die Gäste gilt bis zum Ende des Jahres der alte Preis, sagte die Hafenmeisterin am Abend im Rat",
    "Am Kai wird im März ein neuer Kran gebaut, größer als der alte und deutlich leiser; die Nachbarn hatten jahrelang über den Lärm geklagt und über die Lampen, die nachts in ihre Fenster leuchten",
    "Für die Kinder der Hafenschule öffnet das Museum an allen Sonntagen früher: wer mit dem Rad kommt, zahlt nichts, und für die anderen fährt ein Bus vom Marktplatz bis vor die Tür und wieder zurück",
    "Drei Otter haben sich am Dock neun häuslich eingerichtet, fotografiert von einer Lehrerin auf dem Weg zur Schule; die Naturschützer bitten darum, Hunde dort bis zum Frühjahr an der Leine zu führen",
    "Größere Schiffe müssen künftig vor der Mole warten, bis ein Lotse an Bord ist, denn die Fahrrinne ist nach den Stürmen des Winters flacher als auf den Karten; gebaggert wird nicht vor dem nächsten Jahr",
)
BELOW = (
    "Mehr weiß das Hafenamt, das an Werktagen von acht bis sechzehn Uhr zu sprechen ist.",
    "Die Pläne liegen bis Ostern im Rathaus aus, im ersten Stock neben der Treppe.",
    "Gruppen melden sich an der Kasse an, am besten eine Woche vorher.",
    "Fotografien der Tiere zeigt die Bücherei in der Vitrine am Eingang.",
    "Der Bericht der Lotsen ist am Aushang der Mole nachzulesen.",
)


def bytewise(text: str, number: int = 150) -> bytes:
    return text.encode()[:number]


def letterwise(text: str, number: int = 150) -> bytes:
    return text[:number].encode()


def ended(text: str, number: int = 150) -> bytes:
    return bytewise(text) if text != LEADS[0] else text.encode()[: number - 1] + b"."


def opened(text: str, number: int = 150) -> bytes:
    return bytewise(text) if text != LEADS[0] else text.encode()[: number - 2] + "(Ö".encode()[:2]


def whole(text: str, number: int = 0) -> bytes:
    return text.encode() + b"."


def teasers(cut: Callable[[str], bytes]) -> list[str]:
    rows = b"".join(
        f"<article><h2><a href=/news/{n}>Nachricht aus dem Hafen, Folge {n}</a></h2><time>{n + 10}.05.2026</time><p>".encode()
        + cut(lead)
        + f"</p><p>{below}</p></article>".encode()
        for n, (lead, below) in enumerate(zip(LEADS, BELOW, strict=True))
    )
    page = b"<html lang=de><body><main>" + rows + b"</main></body></html>"
    (found,) = induce.chosen(induce.induce(decode(page).text, URL))
    return [entry.excerpt for entry in found.entries]


@pytest.mark.parametrize("cut", [bytewise, letterwise, ended, opened])
def test_lines_of_one_length_that_break_off_are_the_whole_teaser(cut: Callable[[str], bytes]) -> None:
    """Bytes or characters; half a character, a space and by chance a sentence may end them."""
    assert teasers(cut) == [decode(cut(lead)).text.rstrip() for lead in LEADS]


@pytest.mark.parametrize(
    ("why", "cut"),
    [
        ("sentences that end", whole),
        ("of any length", lambda lead: bytewise(lead, 100 + 3 * (len(lead) % 17))),
        ("short", lambda lead: bytewise(lead, 50)),
    ],
)
def test_a_second_paragraph_goes_on_otherwise(why: str, cut: Callable[[str], bytes]) -> None:
    """Nothing says that the first one was cut by a rule."""
    assert all(below in teaser for below, teaser in zip(BELOW, teasers(cut), strict=True)), why


def test_stamps_are_of_one_length_by_nature() -> None:
    """Number, writer, day and hour of a post before its text are no teaser that was cut."""
    stamps = iter(
        f"{711 + n}: Eine namenlose Stimme aus dem Hafen schrieb hier um 2026/05/{n + 10} 00:52:{n + 10}, Kennung TSlVJ{n}oQx"
        for n in range(len(LEADS))
    )
    found = teasers(lambda _: next(stamps).encode())
    assert all(below in teaser for below, teaser in zip(BELOW, found, strict=True))
