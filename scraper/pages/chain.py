"""What a crawl knows of a chain of listing pages when a page of it comes: what is to stand there, and how it is read.

A selector that finds nothing has many causes. On the first page of a chain it is stale; on a later one, after pages on
which it matched, the list is over, and what else stands there ("you may also like") is none of it. A list that is missing
while others are there is stale where no start page is left that could show it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scraper.listing.entry import FoundList, ListSelectors
from scraper.pages.going_on import FirstPage


@dataclass(frozen=True, slots=True)
class Expected:
    """What the pages before say of a listing page.

    Attributes:
        first: it is the first page of its chain, where a feed is worth a word.
        learned: selectors of the lists found by structure on first pages; a last page, or another start page, may hold too few
            entries to be recognised by itself.
        lists: those of the site file that are looked for by structure where their selectors find nothing.
        over: without an entry by the selectors the list is over: they matched on the pages before.
        entries: entries of the chain's first page.
        read: entries of all pages of the chain before it.
        began: what that page showed, where selectors were learned of it; of the first page of a later chain, what the first of all did.
    """

    first: bool = True
    learned: tuple[ListSelectors, ...] = ()
    lists: frozenset[ListSelectors] = frozenset()
    over: bool = False
    entries: int = 0
    read: int = 0
    began: FirstPage | None = None


ALONE = Expected()
"""A page before which none was read."""


@dataclass(slots=True)
class Chains:
    """The chains of one crawl, one after the other, as their pages are read.

    Attributes:
        selectors: the site file's.
        starts: number of its start pages.
        main: name of the list with most entries on the chain's first page.
    """

    selectors: Sequence[ListSelectors]
    starts: int
    main: str = ""
    _learned: list[ListSelectors] = field(default_factory=list)
    _seen: set[ListSelectors] = field(default_factory=set)
    _begun: int = 0
    _stale: frozenset[ListSelectors] = frozenset()
    _matched: bool = False
    _entries: int = 0
    _read: int = 0
    _began: FirstPage | None = None
    _began_first: FirstPage | None = None

    def expected(self, number: int) -> Expected:
        """What is expected of the page with this place in its chain, from 0."""
        if number:
            over = self._matched and not self._stale
            return Expected(
                False, tuple(self._learned), self._stale, over, self._entries, self._read, self._began
            )
        self._begun += 1
        self._stale, self._matched, self._began = frozenset(), False, None
        last = self._begun == self.starts
        missing = frozenset(self.selectors) - self._seen if last else frozenset[ListSelectors]()
        return Expected(learned=tuple(self._learned), lists=missing, began=self._began_first)

    @property
    def tells_others(self) -> bool:
        """Whether what this chain's first page shows is to be learned for other start pages: nothing is known yet."""
        return self.starts > 1 and self._began_first is None

    def read(self, number: int, lists: Sequence[FoundList], selected: Sequence[ListSelectors]) -> None:
        """Note what a page showed.

        Args:
            number: its place in its chain.
            lists: its lists.
            selected: the selectors, the site file's or learned ones, that found entries on it.
        """
        self._matched = self._matched or bool(selected)
        size = sum(len(found.entries) for found in lists)
        self._read = self._read + size if number else size
        if number:
            return
        self._entries = size
        if lists:
            self.main = max(lists, key=lambda found: len(found.entries)).name
        self._seen.update(selected)
        if self._begun == self.starts:
            self._stale = frozenset(self.selectors) - self._seen

    def learn(self, selectors: Sequence[ListSelectors], began: FirstPage) -> None:
        """Take selectors made from the lists of a chain's first page, and what it showed; a later page has to prove them."""
        self._learned += selectors
        self._began = began
        self._began_first = self._began_first or began

    def begin_anew(self, lists: Sequence[FoundList], wrong: Sequence[str], began: FirstPage) -> None:
        """Take other lists for those of the first page: nothing is learned of the `wrong` ones."""
        self._learned = [form for form in self._learned if form.name not in wrong]
        self.learn([found.selectors for found in lists if found.selectors is not None], began)
        self.read(0, lists, ())
