"""The tour leads to rooms that exist."""

from __future__ import annotations

import re
from pathlib import Path

from pipelines.build import STAGES

ROOT = Path(__file__).parents[2]
TOUR = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
AREAS = [
    ROOT,
    ROOT / "pipelines" / "language",
    *(
        folder
        for area in (
            ROOT / "scraper" / "listing",
            *(ROOT / "pipelines" / name for name in ("repair", "dates")),
        )
        for folder in (area, *sorted(area.iterdir()))
        if folder.is_dir()
    ),
]


def test_every_place_of_the_tour_is_there() -> None:
    """A module that is renamed is renamed on the tour; a bare name is one of the hard parts'."""
    named = re.findall(r"`([\w/]+(?:\.py|/))`", TOUR)
    assert len(named) > 40
    assert [name for name in named if not any((area / name).exists() for area in AREAS)] == []


def test_the_stages_stand_in_their_order() -> None:
    """The tour tells the build's stages as the build runs them."""
    (row,) = [line for line in TOUR.splitlines() if line.startswith("| four stages")]
    told = re.findall(r"`pipelines/(\w+)(?:/stage)?\.py`", row)
    assert told == ["build", *(stage.__name__ for stage in STAGES), "trail"]


def test_every_package_is_on_the_tour() -> None:
    """Nobody has to find a room by chance: the tour names it, or the page of modules that it leads to."""
    modules = (ROOT / "docs" / "listing-modules.md").read_text(encoding="utf-8")
    packages = {file.parent for top in ("scraper", "pipelines") for file in (ROOT / top).rglob("__init__.py")}
    named = {f"{package.relative_to(ROOT)}/" for package in packages} - {"scraper/", "pipelines/"}
    assert sorted(name for name in named if name not in TOUR + modules) == []
