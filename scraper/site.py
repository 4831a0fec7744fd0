"""The typed site file: a form of ten to twenty lines a non-programmer can read.

One TOML file a site, keys flat and in one order, so that two files compare at a glance. All problems of a file are
told at once, each with file, key, what was expected, what was found and the nearest key. Which file a name means is told by
`which_site`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
    field_validator,
    model_validator,
)

from pipelines.errors import SiteFileError, UsageError
from pipelines.ledger import VERDICT
from pipelines.plural import plural
from pipelines.site import DateOrder, Site
from scraper.listing.entry import ListSelectors
from scraper.site_problems import told
from scraper.site_values import Address, Cell, Css, EntryCss, Feed, Language, Zone

SITE_ID = re.compile(r"[a-z0-9][a-z0-9_.-]{0,79}")
SITE_ID_IN_WORDS = "at most 80 small letters, digits, `_`, `.` and `-`, a letter or digit first"


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ListForm(_Form):
    """One list of the site: CSS selectors, `entry` looked up in the page, the others inside an entry.

    For each of the others `auto` leaves the cell to structure, as in a page without a site file. Where an entry is no
    element of its own, `until` says how far it goes, or `between` what parts it from the next.
    """

    name: str = Field(
        "main",
        pattern=r"^[\w-]+$",
        description="Name of the list in every record; what is decided of a list holds for all of one name.",
    )
    entry: EntryCss = Field(description="Matches each entry.")
    until: Css | None = Field(
        None,
        description="For entries that are several elements in a row: `entry` matches the first, and the entry goes on up to"
        " the `next` one, or up to an element this matches.",
    )
    between: Css | None = Field(
        None,
        description="For entries that only a line or a break parts: `entry` matches the element around all of them, this"
        " what stands between two, such as `br` or `hr`; `line`: the lines of a `<pre>`.",
    )
    title: Cell | None = Field(None, description="The entry's title; `auto`: found by structure.")
    link: Cell | None = Field(
        None,
        description="The entry's link; default: the title's, else the first; `auto`: found by structure.",
    )
    date: Cell | None = Field(
        None,
        description="The entry's date, of several matches the first that is one; its datetime attribute is read too; `auto`: found by structure.",
    )
    excerpt: Cell | None = Field(None, description="The entry's teaser; `auto`: found by structure.")
    category: Cell | None = Field(
        None, description="The entry's category; kept in `raw.jsonl`, no column of a record."
    )
    author: Cell | None = Field(None, description="The entry's author; kept likewise.")

    @model_validator(mode="after")
    def _one_kind_of_run(self) -> Self:
        if self.until and self.between:
            raise ValueError(f"until and between exclude each other: got {self.until!r} and {self.between!r}")
        return self

    def selectors(self) -> ListSelectors:
        """The selectors as the pure listing functions take them."""
        return ListSelectors(**{name: value or "" for name, value in self.model_dump().items()})


class Expectations(_Form):
    """What a good run of the site holds; a run that misses one is not published."""

    rows_min: int = Field(1, ge=0, description="Fewest entries of a good run.")
    languages: list[Language] = Field([], description="Languages the entries may have, besides `und`.")
    newest_days: int | None = Field(None, ge=1, description="Greatest age of the newest entry, in days.")
    dated_min: float = Field(0.0, ge=0, le=1, description="Smallest share of entries with a date.")
    excerpts_min: float | None = Field(
        None,
        ge=0,
        le=1,
        description="Smallest share of entries with a teaser; default: a tenth, where half of the last run's had one.",
    )


class SiteFile(_Form):
    """One site: where it starts, how its lists read, what a good run holds."""

    id: str = Field("", description="Name of the site; default: the file's name.")
    start: list[Address] = Field(min_length=1, description="Address of the first listing page, or several.")
    reviewed: date | None = Field(None, description="Day the file was last seen right against the live site.")
    languages: list[Language] = Field(
        [],
        description="Languages of the site as ISO 639-1 codes, most frequent first; they count as declared by each page.",
    )
    date_order: DateOrder | None = Field(
        None,
        description="Order of day, month and year in its dates, such as `dmy`; default: as each list shows.",
    )
    timezone: Zone | None = Field(
        None,
        description="Zone whose days its dates are, such as `Europe/Paris`; default: by its country or language, and open"
        " near midnight.",
    )
    events: bool = Field(False, description="True when its entries announce days to come.")
    next: Css | None = Field(None, description="Link to the next listing page; default: found by its form.")
    pages_max: int = Field(50, ge=1, description="Most listing pages of one run.")
    incremental: bool = Field(
        False, description="True to go on to older pages only while a page shows an entry the dataset lacks."
    )
    detail: Literal["newest", "cut", "always", "never"] = Field(
        "newest",
        description="Which entry pages to fetch: of the first 50 entries of each start page and of teasers that look cut"
        " (`newest`), of the latter only (`cut`), all, none.",
    )
    detail_max: int | None = Field(None, ge=0, description="Most entry pages of one run; default: no bound.")
    feed: Feed = Field("auto", description="Address of the site's feed; `auto` finds it, `never` leaves it.")
    delay: float | None = Field(
        None,
        ge=0,
        le=3600,
        description="Least seconds between two requests to the site; default: 1, or what its robots.txt asks for.",
    )
    browser: bool = Field(
        False, description="True when its pages are built by scripts; needs the extra `listmend[browser]`."
    )
    lists: list[ListForm] = Field([], description="Its lists; none: found by their structure.")
    expect: Expectations = Expectations()
    _found_for: str = PrivateAttr("")

    @property
    def found_for(self) -> str:
        """Why this file is used although another thing was named, in words; "" where the site was named itself."""
        return self._found_for

    def noted(self, why: str) -> Self:
        """The same file with why it is used; see `found_for`."""
        site = self.model_copy()
        site._found_for = why
        return site

    @field_validator("start", mode="before")
    @classmethod
    def _one_or_many(cls, value: Any) -> Any:
        return [value] if isinstance(value, str) else value

    @property
    def selectors(self) -> list[ListSelectors]:
        """The selectors of its lists, in order."""
        return [form.selectors() for form in self.lists]

    def facts(self, crawled: datetime) -> Site:
        """What the build may know: facts, no selectors."""
        return Site(
            id=self.id,
            crawled=crawled,
            languages=tuple(self.languages),
            date_order=self.date_order,
            timezone=self.timezone,
            events=self.events,
            host=urlsplit(self.start[0]).hostname or "",
        )


def read_site_file(file: Path) -> SiteFile:
    """Read one site file; raises SiteFileError with every problem it has."""
    try:
        keys = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as fault:
        raise SiteFileError(f"{file}: no such file", "check the path") from fault
    except OSError as fault:
        raise SiteFileError(f"{file}: cannot be read ({fault.strerror})", "check its permissions") from fault
    except UnicodeDecodeError as fault:
        raise SiteFileError(f"{file}: byte {fault.start} is not UTF-8", "save it as UTF-8") from fault
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise SiteFileError(
            f"{file}: not TOML: {fault}", "correct that line; docs/site-file.md shows a whole file"
        ) from fault
    keys.setdefault("id", file.stem)
    try:
        site = SiteFile.model_validate(keys)
    except ValidationError as fault:
        problems = [f"{file}: {told(error, SiteFile, _FORMS)}" for error in fault.errors()]
        number = f"{len(problems)} {plural(len(problems), 'problem')}"
        raise SiteFileError("\n".join(problems), f"{number}; correct the file and run again") from fault
    if not SITE_ID.fullmatch(site.id):
        raise SiteFileError(
            f"{file}: id: got {site.id!r}, expected {SITE_ID_IN_WORDS}",
            "correct `id`, or the name of the file",
        )
    return site


def site_of_run(verdict: Mapping[str, Any], run_folder: Path) -> SiteFile:
    """Return the site file that a run was made with, as its verdict holds it.

    Raises:
        UsageError: the verdict has none, or one of another version's keys.
    """
    where = run_folder / VERDICT
    again = "build the run again, or give the site a file: listmend add URL"
    if "site_file" not in verdict:
        raise UsageError(f"{where}: expected the site file of the run under site_file, found none", again)
    try:
        return SiteFile.model_validate(verdict["site_file"])
    except ValidationError as fault:
        problems = "; ".join(told(error, SiteFile, _FORMS) for error in fault.errors())
        raise UsageError(f"{where}: site_file: not one that this version reads: {problems}", again) from fault


_FORMS: dict[str, type[BaseModel]] = {"lists": ListForm, "expect": Expectations}
