"""What an entry's page told once stands on a day when it cannot be read."""

from __future__ import annotations

from datetime import timedelta

from pipelines.build import Built, build
from tests.rows import CLOCK, entry, raw, site


def _built(day: int, former: Built | None, *, pages: bool, **cells: object) -> Built:
    lines = [entry(at, **{"title": "", "date": "", **cells}) for at in (1, 2, 3)]
    told = [
        {"kind": "page", "url": line["url"], "title": f"Titre numéro {at}", "date": f"2026-11-0{at}"}
        for at, line in enumerate(lines, 1)
    ]
    facts = site(crawled=CLOCK + timedelta(days=day))
    return build(
        raw([*lines, *(told if pages else ())]),
        facts,
        None if former is None else former.records,
        f"run-{day}",
    )


def test_a_title_and_a_day_of_the_page_stand() -> None:
    """A listing of bare teasers whose pages time out keeps what it had, and says so."""
    first = _built(0, None, pages=True)
    second = _built(1, first, pages=False)
    third = _built(2, second, pages=False)
    for name in ("title", "date", "date_certain"):
        assert first.records[name].notna().all()
        assert first.records[name].tolist() == second.records[name].tolist() == third.records[name].tolist()
    assert second.issues["title_kept"] == second.issues["date_kept"] == 3
    assert second.change.unchanged == 3


def test_what_the_site_writes_now_counts() -> None:
    """A cell that the listing fills is read as it stands, though nobody can read it."""
    first = _built(0, None, pages=True)
    second = _built(1, first, pages=False, title="Un autre titre", date="bientôt")
    assert second.records["title"].tolist() == ["Un autre titre"] * 3
    assert second.records["date"].isna().all()
