"""One site crawled day after day: each build stands on the one before it."""

from __future__ import annotations

from datetime import timedelta

from pipelines.build import Built, build
from tests.rows import CLOCK, entry, raw, site

TEN = [entry(number) for number in range(1, 11)]
BURGLARY = entry(40, title="Cambriolage d’une villa", date="19.11.26")
ELSEWHERE = "Des bijoux et deux montres ont disparu d’une maison proche de la place du marché."


def run(number: int, former: Built | None, *lines: dict[str, object], **facts: object) -> Built:
    """The build of one day's crawl upon the one before it."""
    day = site(crawled=CLOCK + timedelta(days=number), **facts)
    return build(raw(lines), day, None if former is None else former.records, f"run {number}")


def moved(line: dict[str, object], slug: str, **cells: object) -> dict[str, object]:
    return {**line, "url": f"https://neu.lumen.example/{slug}", **cells}


def ids(built: Built) -> list[str]:
    return built.records["id"].tolist()
