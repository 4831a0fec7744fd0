"""What an entry may be known by in another run: its title, link, day and teaser, each as a column that is compared."""

from __future__ import annotations

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.address_column import canonical

_SLUG = r"/([^/?#]{4,})$"
"""The last part of a link, which a new place in the site leaves alone."""
TELLING = 40
"""Bytes of a teaser that names its entry where no day does: `Télécharger le bulletin du mois` stands above every month's."""


class Looks:
    """What some rows may be known by, each a column; missing where a row has not what it takes."""

    def __init__(self, rows: pd.DataFrame) -> None:
        self.title = titles_of(rows["title"])
        self.link = canonical(rows["url"])
        if "listing_url" in rows:
            self.link = self.link.mask((self.link == canonical(rows["listing_url"])).fillna(False))
        slug = slugs_of(self.link)
        self.slug = slug.mask(slug.duplicated(keep=False))
        self.day = days_of(rows["date"])
        self.excerpt = rows["excerpt"].astype("str")
        size = pc.binary_length(pa.array(self.excerpt, type=pa.large_string(), from_pandas=True))
        self.telling = pc.fill_null(pc.greater_equal(size, TELLING), False).to_numpy(zero_copy_only=False)


def slugs_of(links: pd.Series) -> pd.Series:
    """The last part of canonical links; missing where it is short or a query."""
    return links.str.extract(_SLUG, expand=False)


def titles_of(titles: pd.Series) -> pd.Series:
    """Titles as they are compared: small letters, single spaces; missing where there is none."""
    column = pc.utf8_lower(pa.array(titles, type=pa.large_string(), from_pandas=True))
    column = pc.utf8_trim_whitespace(pc.replace_substring_regex(column, r"\s+", " "))
    return pd.Series(column.to_pandas(), dtype="str").set_axis(titles.index)


def days_of(dates: pd.Series) -> pd.Series:
    """Days as text; missing where there is none."""
    days = pa.array(dates, type=pa.date32(), from_pandas=True).cast(pa.string())
    return pd.Series(days.to_pandas(), dtype="str").set_axis(dates.index)
