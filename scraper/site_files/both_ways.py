"""Pages read both ways: as a site file says, and as their structure says."""

from __future__ import annotations

from dataclasses import dataclass, field

from scraper.listing.entry import Entry, FoundList, ListSelectors
from scraper.listing.selectors.pinned import read_lists
from scraper.pages.archive_reader import Kept
from scraper.pages.unclosed import readable
from scraper.site import SiteFile
from scraper.site_files.proposal import frozen_lists

LATER = 2
"""Pages behind the first that its new selectors have to hold on, as many as `add` reads."""

SURE_MIN = 0.5
"""Confidence of the structure's finding below which it accuses nobody."""


@dataclass(slots=True)
class BothWays:
    """Pages that a site file is checked against; what came as data is read in one way only.

    Attributes:
        site: the site file.
        kept: the pages that have elements.
        data: the lists of feeds and of an endpoint's answers.
        texts: text and address of each page that has elements.
        old: what the file's selectors find on each.
        new: what its structure shows.
    """

    site: SiteFile
    kept: list[Kept]
    data: list[FoundList]
    texts: list[tuple[str, str]] = field(default_factory=list)
    old: list[list[FoundList]] = field(default_factory=list)
    new: list[list[FoundList]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.texts = [(readable(page.read().text)[0], page.url) for page in self.kept]
        self.old = [read_lists(html, url, self.site.selectors) for html, url in self.texts]
        following = self.kept[1 : 1 + LATER]
        self.new = [
            frozen_lists(page, len(self.site.lists), first=self.kept[0])
            if number
            else frozen_lists(page, len(self.site.lists), following)
            for number, page in enumerate(self.kept)
        ]

    def rows(self, number: int) -> list[Entry]:
        """Entries of one list of the file over all pages."""
        return [entry for found in self.old for entry in found[number].entries]

    def main(self) -> str:
        """The list that data continues: the longest of the first page, "" where no page has elements."""
        first = (self.old if self.site.lists else self.new)[:1]
        return max((one for found in first for one in found), key=_length, default=_NO_LIST).name

    def shown(self) -> list[Entry]:
        """Entries the structure is sure of, over all pages."""
        return [
            entry
            for found in self.new
            for one in found
            if one.confidence >= SURE_MIN
            for entry in one.entries
        ]

    def tried(self, form: ListSelectors) -> list[Entry]:
        """Entries that other selectors would give."""
        return [
            entry
            for html, url in self.texts
            for one in read_lists(html, url, [form])
            for entry in one.entries
        ]


_NO_LIST = FoundList("", ())


def _length(one: FoundList) -> int:
    return len(one.entries)
