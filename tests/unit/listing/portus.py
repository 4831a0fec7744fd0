"""A plain dated list and what may stand around it, for tests of what a page says beside its list."""

from __future__ import annotations

URL = "https://portus.example/fr/actualites/"


def page(*, rows: int = 8, head: str = "<title>Portus</title>", above: str = "", below: str = "") -> str:
    """A page with a list of so many entries."""
    items = "".join(
        f"<li><span>{n + 10}.05.2026</span> <a href=/fr/actualites/{n}>Une entrée du port, la {n}e</a></li>"
        for n in range(rows)
    )
    return f"<html><head>{head}</head><body>{above}<ul class=liste>{items}</ul>{below}</body></html>"
