"""Cells that differ, quoted so that the difference is seen."""

from __future__ import annotations

from scraper.site_files.quoted import quoted


def test_cells_are_quoted_from_their_beginning() -> None:
    """Short ones whole, long ones cut, an empty one as such."""
    assert quoted("3 mai 2026", "4 mai 2026") == ("'3 mai 2026'", "'4 mai 2026'")
    assert quoted("", "Le quai est fermé") == ("''", "'Le quai est fermé'")
    assert quoted("a" * 50, "b") == (repr("a" * 40 + "…"), "'b'")


def test_long_cells_are_quoted_where_they_part() -> None:
    """Two teasers that begin alike would be quoted alike."""
    begun = "Le conseil du port a décidé hier soir de fermer le quai nord "
    assert quoted(begun + "en mai.", begun + "jusqu'à nouvel ordre, pour des travaux.") == (
        "'…quai nord en mai.'",
        '"…quai nord jusqu\'à nouvel ordre, pour des…"',
    )
