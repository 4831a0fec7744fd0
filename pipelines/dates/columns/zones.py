"""Zones that a site's calendar may be in, and the site's own day of a moment that is told in UTC.

A time that names its own offset (`+01:00`) was written by the site's clock: its day stands. `Z` and `+00:00` are how software
stores a moment; the day that readers see is the one in the site's zone, so `2026-11-17T23:00:00Z` is the 18th in Paris. Where the
site file names the zone, the moment is converted. Where it does not, the day stays as written and is open if a zone that the site
may be in, by its country or its language, has another one. Midnight to the second is how a bare day is stored: it is never moved.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from babel.core import get_global
from numpy.typing import NDArray

from pipelines.dates.columns.relative import DAY_SECONDS
from pipelines.dates.days.civil import NO_DAY, Ints
from pipelines.dates.hypotheses.prior import HOME, subtags, territory_of
from pipelines.dates.inputs import Codes
from pipelines.dates.words.cldr import likely_territory

# From Los Angeles to Tokyo: a site that tells nothing lies between, nine times in ten
WEST, EAST = -8 * 3600, 9 * 3600
RARE = 0.02  # share of a language's sites, at either end of the day, whose zone is not waited for: as `decide.CERTAIN` leaves it
_JANUARY, _JULY = 1_768_478_400, 1_784_116_800  # moments of 2026 by which zones are told apart


def zone_offsets(seconds: Ints, timezone: str | None, tlds: Codes) -> tuple[Ints, Ints]:
    """Return the least and the most seconds east of UTC each row's site may have at the given moments.

    One zone where the site names it; the zones of the country where its host ends in one; else `WEST` to `EAST`.
    """
    west, east = np.full(len(seconds), WEST), np.full(len(seconds), EAST)
    for code in range(-1, len(tlds.values)):
        names = (timezone,) if timezone else country_zones(territory_of(tlds.value(code)))
        rows = tlds.code == code
        if names and rows.any():
            unique, inverse = np.unique(seconds[rows], return_inverse=True)
            offsets = [[_offset(int(moment), name) for name in names] for moment in unique.tolist()]
            table = np.array(offsets, dtype=np.int64).reshape(len(unique), -1)
            west[rows], east[rows] = table.min(axis=1)[inverse], table.max(axis=1)[inverse]
    return west, east


def site_days(
    moments: Ints, timezone: str | None, languages: Codes, tlds: Codes
) -> tuple[Ints, NDArray[np.bool_]]:
    """Return the site's own day of moments told in UTC, and where it is open.

    Args:
        moments: UTC seconds; `NO_DAY` for rows that tell none.
        timezone: IANA name of the site's zone, or None.
        languages: what each row's page declares.
        tlds: top-level domain of each row's site.

    Returns:
        Day numbers, `NO_DAY` where there is no moment; and True where a zone that the site may be in has another day.
    """
    known = moments != NO_DAY
    days = np.where(known, moments // DAY_SECONDS, NO_DAY)
    still = np.zeros(len(moments), dtype=bool)
    rows = np.flatnonzero(known & (moments % DAY_SECONDS != 0))
    if timezone:
        days[rows] = _local_days(moments[rows], timezone)
        return days, still
    width = len(languages.values) + 1  # one more, for a missing language is -1
    # -1 for missing wraps to the last language of the one before
    pairs = tlds.code[rows] * width + languages.code[rows]
    for pair in np.unique(pairs).tolist():
        some = rows[pairs == pair]
        tld, language = tlds.value(int(tlds.code[some[0]])), languages.value(int(languages.code[some[0]]))
        for zone in _zones(territory_of(tld), language):
            still[some] |= _local_days(moments[some], zone) != days[some]
        if not _zones(territory_of(tld), language):
            for offset in (WEST, EAST):
                still[some] |= (moments[some] + offset) // DAY_SECONDS != days[some]
    return days, still


def country_zones(territory: str) -> tuple[str, ...]:
    """IANA zones of a country, by CLDR; empty where it has none, is unknown, or is more than one country (`001`, the world)."""
    # of the world CLDR tells the zones that no country has, `Etc/Unknown` among them
    return tuple(get_global("territory_zones").get(territory, [])) if territory.isalpha() else ()


@cache
def _zones(territory: str, language: str) -> tuple[str, ...]:
    """Zones of a site: of its country, else of the region its page declares, else of the countries of its language.

    `en-US` is what software declares where nobody chose, so it tells no more than `en`.
    """
    code, region = subtags(language)
    if territory or (region and (code, region) != ("en", "US")):
        names = country_zones(territory or region)
        if names:
            return _apart(names)
    return _apart(_language_zones(code)) if code else ()


def _language_zones(code: str) -> tuple[str, ...]:
    """Zones of the countries where a language is official, but for the outermost that are `RARE` together.

    Its likely territory counts `HOME`, the others share the rest alike, for babel knows no numbers of speakers.
    """
    home = likely_territory(code)
    spoken = get_global("territory_languages").items()
    official = {t for t, said in spoken if said.get(code, {}).get("official_status") == "official"}
    zones = {t: country_zones(t) for t in sorted(official | {home}) if country_zones(t)}
    weight = {t: HOME if t == home else (1 - HOME) / max(len(zones) - 1, 1) for t in zones}
    kept = set(zones)
    for side in (1, -1):
        share = 0.0
        for t in sorted(zones, key=lambda t: min(side * _offset(_JANUARY, name) for name in zones[t])):
            share += weight[t]
            if share > RARE:
                break
            kept.discard(t)
    names = (name for t in zones if t in kept for name in zones[t])
    return tuple(name for name in names if WEST <= _offset(_JANUARY, name) <= EAST)


def _apart(names: tuple[str, ...]) -> tuple[str, ...]:
    """One zone of those that have the same offsets in winter and in summer."""
    return tuple({(_offset(_JANUARY, name), _offset(_JULY, name)): name for name in names}.values())


def _local_days(moments: Ints, zone: str) -> Ints:
    stamps = pd.DatetimeIndex(moments.astype("datetime64[s]")).tz_localize("UTC").tz_convert(zone)
    days: Ints = stamps.tz_localize(None).to_numpy(dtype="datetime64[D]").astype(np.int64)
    return days


def _offset(moment: int, name: str) -> int:
    offset = datetime.fromtimestamp(moment, ZoneInfo(name)).utcoffset()
    return int(offset.total_seconds()) if offset else 0
