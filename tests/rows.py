"""Small frames for the tests: raw entries as a crawl gives them, and the records a build makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd

from pipelines.raw import Raw, raw_of
from pipelines.site import Site

CLOCK = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
LISTING = "https://lumen.example/fr/actualites/"
WHOLE = (
    "Le tramway desservira désormais la presqu’île toutes les dix minutes, annonce la régie des transports.",
    "Les archives communales rassemblent depuis ce printemps les photographies de quartiers disparus au bord du canal.",
    "Une exposition consacrée aux cartographes ouvre samedi dans les anciens abattoirs, restaurés par la région.",
    "Le conservatoire recrute trois professeurs de percussions traditionnelles et prolonge ses inscriptions.",
    "Des riverains contestent devant le tribunal administratif le déplacement du marché couvert vers la rocade.",
    "La pépinière municipale distribuera gratuitement quatre mille arbustes aux copropriétés de l’agglomération.",
)
"""Teasers as an entry's own page has them."""


def site(**facts: object) -> Site:
    """A French site, crawled on 20 November 2026."""
    return Site(**{"id": "lumen", "crawled": CLOCK, "languages": ("fr",), "host": "lumen.example", **facts})  # type: ignore[arg-type]


def entry(number: int, **cells: object) -> dict[str, object]:
    """One raw line of an entry; cells replace the usual ones."""
    return {
        "kind": "entry",
        "list": "actualites",
        "page": 1,
        "position": number,
        "url": f"https://lumen.example/fr/article-{number}/",
        "title": f"Le conseil municipal ouvre la séance numéro {number}",
        "excerpt": f"La séance numéro {number} du conseil a porté sur les écoles et sur les transports de la ville.",
        "date": f"{28 - number % 28:02}.10.26",
        "listing_url": LISTING,
        "encoding": "utf-8",
        "fetched_at": "2026-11-20T06:00:03Z",
        "page_language": "fr-FR",
        **cells,
    }


def raw(lines: Iterable[Mapping[str, object]]) -> Raw:
    """The lines as a crawl's frame."""
    return raw_of(lines)


def frame(*lines: dict[str, object]) -> pd.DataFrame:
    """The lines' entries only."""
    return raw_of(lines).entries


def teasers_of(teasers: Sequence[str], **columns: Sequence[str | None]) -> pd.DataFrame:
    """Entries of one French list as the repair stage gets them; columns are added or replace the usual ones."""
    numbers = range(len(teasers))
    cells = {
        "url": [f"https://courier.example/{number}" for number in numbers],
        "title_raw": [f"Titre {number}" for number in numbers],
        "excerpt_raw": teasers,
        "page_language": ["fr"] * len(teasers),
        **columns,
    }
    texts = {name: pd.Series(list(column), dtype="str") for name, column in cells.items()}
    return pd.DataFrame({"list": "news", "position": list(numbers), **texts})
