"""Listing pages as an archive keeps them, whose markup a test chooses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from scraper.pages.archive_reader import Kept
from scraper.site import SiteFile

CLOCK = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
START = "https://quai.example/nouvelles/"


@dataclass(frozen=True)
class Look:
    """Class names of a listing page: what a redesign changes."""

    entry: str = "nouvelle"
    title: str = "titre"
    date: str = "jour"
    teaser: str = "chapeau"
    following: str = "suite"


def page_html(numbers: Iterable[int], look: Look = Look(), after: str = "", footer: str = "") -> bytes:
    """A page of entries; without a class name the part is a bare element, without a teaser's there is none."""
    entries = "".join(
        f'<div class="{look.entry}"><h3 class="{look.title}"><a href="/n/{n}/">La passerelle numéro {n} rouvre aux piétons</a></h3>'
        f'<span class="{look.date}">{28 - n:02}.10.26</span>'
        f'<p class="{look.teaser}">Les travaux de la passerelle {n} sont finis et les riverains la retrouvent ce matin.</p></div>'
        for n in numbers
    )
    pager = f'<p class="pages"><a class="{look.following}" href="{after}">Suivant</a></p>' if after else ""
    return (
        f'<!doctype html><html lang="fr"><head><title>Nouvelles</title></head><body><main id="liste">{entries}{pager}</main>'
        f"<footer>{footer}</footer></body></html>"
    ).encode()


def kept(body: bytes, url: str = START, number: int = 0, status: int = 200) -> Kept:
    """A listing page of an archive."""
    headers = {"content-type": "text/html; charset=utf-8"}
    return Kept(url, status, headers, body, CLOCK, "listing", url, number)


def two_pages(look: Look = Look()) -> tuple[Kept, ...]:
    """A chain of two pages, eight entries and three."""
    second = START + "page/2/"
    return (
        kept(page_html(range(8), look, "/nouvelles/page/2/")),
        kept(page_html(range(8, 11), look), second, 1),
    )


FILE = """\
start = "https://quai.example/nouvelles/"
languages = ["fr"]
next = "a.suite"

[[lists]]
name = "nouvelles"
entry = "div.nouvelle"
title = "h3.titre"
date = ".jour"
excerpt = ".chapeau"

[expect]
rows_min = 6
"""


def site_file(folder: Path, text: str = FILE) -> tuple[Path, SiteFile]:
    """A site file on disk and as it is read."""
    from scraper.site import read_site_file

    file = folder / "quai.toml"
    file.write_text(text, encoding="utf-8")
    return file, read_site_file(file)
