"""Gates that hold a run against the one published last: what a selector that missed, or another list, changes all at once.

A person who says that the site is so now (`build --accept`) passes them all.
"""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from pipelines.build import Built
from pipelines.gates.gate import Gate, Ways, share_at_least, unless_accepted
from pipelines.gates.turnover import missing, replaced
from pipelines.plural import plural

# A listing page loses a few entries between runs, never half.
KNOWN_MIN = 0.5
# Where a listing had titles, links or dates and most of them are gone, a selector missed, or a script was to fill them in.
LISTED_MIN = 0.5
_LISTED = {
    "titles": ("titled", "title_raw", "a title"),
    "links": ("linked", "url", "a link"),
    "dates": ("dates_listed", "date_raw", "a date in the listing"),
}
"""By gate: its count in a verdict, its column, and what that is."""
# Known entries come back under other links all at once: a relaunch, or a link's selector that missed. Links of the form they
# had, each an entry's own, are neither: a session in each, the booking page of the week.
RENAMED_MIN, RENAMED_FEW = 0.5, 3
# Editors rewrite a few entries in a night; half of a list is another list under the same links.
REWRITTEN_MIN, REWRITTEN_FEW = 0.5, 3
_REWRITTEN = {
    "retitled": "with another title under the same link",
    "redated": "with another day, although theirs had passed",
    "retold": "with one teaser, which most of the list has now",
}


def against_last(built: Built, ways: Ways, last: dict[str, int] | None) -> list[Gate]:
    """The gates that need a run before this one.

    Args:
        built: the run before publication.
        ways: commands that a gate names.
        last: counts of the run published last, or None.
    """
    seen = built.records.iloc[: built.current]
    return [
        *_listed(seen, ways, last),
        *_rewritten(built, ways, last),
        *_renamed(built, ways, last),
        *_seen_before(built, ways, last),
        *_selectors(built, ways, last),
    ]


def _listed(seen: pd.DataFrame, ways: Ways, last: dict[str, int] | None) -> list[Gate]:
    """Cells that most entries of the listing had in the run published last and have lost: a selector that missed.

    A link is lost where `#` or a script stands in its place. Titles and days that an earlier run read stand in the records all
    the same, so it is the raw cells that tell.
    """
    judged = []
    for name, (count, column, what) in _LISTED.items():
        before = (last or {}).get(count, 0) / max(1, (last or {}).get("entries", 0))
        if len(seen) and before >= LISTED_MIN:
            told = share_at_least(name, float(seen[column].notna().mean()), LISTED_MIN, f"have {what}")
            judged.append(unless_accepted(told, ways))
    return judged


def _rewritten(built: Built, ways: Ways, last: dict[str, int] | None) -> list[Gate]:
    """Known entries that came back as others all at once; where the last run's did so, too, that is the list's habit."""
    known, before = built.change.changed + built.change.unchanged, last or {}
    known_before = before.get("changed", 0) + before.get("unchanged", 0)
    told = []
    for name, how in _REWRITTEN.items():
        count = getattr(built.change, name)
        habit = 0 < REWRITTEN_MIN * known_before <= before.get(name, 0)
        if last and count >= REWRITTEN_FEW and count >= REWRITTEN_MIN * known and not habit:
            told.append(f"{count} of {known} known entries came back {how}")
    return [unless_accepted(Gate("rewritten", False, ", and ".join(told)), ways)] if told else []


def _renamed(built: Built, ways: Ways, last: dict[str, int] | None) -> list[Gate]:
    """Known entries that come back with other links; where the last run's did so, too, links that change are its habit."""
    change = built.change
    renamed = change.elsewhere
    known = change.unchanged + change.changed + change.ambiguous
    if renamed < RENAMED_FEW:
        return []
    before = (last or {}).get("entries", 0) - (last or {}).get("new", 0)
    habit = 0 < RENAMED_MIN * before <= (last or {}).get("renamed", 0)
    passed = (min(change.ambiguous, renamed) if habit else renamed) < RENAMED_MIN * known
    told = f"{renamed} of {known} entries of the run before came back with other links"
    told += ", as in the run before it" if habit and passed else ""
    keep = f" (the {change.renamed} then keep their ids)" if change.renamed else ""
    judged = unless_accepted(Gate("renamed", passed, told), ways)
    return [judged if passed else replace(judged, says=judged.says + keep)]


def _seen_before(built: Built, ways: Ways, last: dict[str, int] | None) -> list[Gate]:
    """A list without one entry of the run before, though it covers their days or older ones, or without days and slow to change.

    Where the run before was such, it is the list's habit.
    """
    change, before = built.change, last or {}
    all_new = 0 < before.get("entries", 0) == before.get("new", 0) and before.get("kept", 0) > 0
    if not before or not built.current or change.changed + change.unchanged or all_new:
        return []
    seen, kept = built.records.iloc[: built.current], built.records.iloc[built.current :]
    if gone := missing(seen, kept):
        told = f"though {gone} are of days that this run's list covers, or newer"
    elif gone := replaced(seen, kept):
        told = f"though the list was not so fast before that all {gone} could have left it since"
    else:
        return []
    told = f"none of the entries of the run before is here, {told}"
    return [unless_accepted(Gate("seen_before", False, told), ways)]


def _selectors(built: Built, ways: Ways, last: dict[str, int] | None) -> list[Gate]:
    """Selectors that found nothing: what structure found instead counts only where it is mostly what stood before."""
    missed = int((built.rejects["reason"] == "selectors_found_nothing").sum())
    if not missed or not built.current:  # that there is no entry is told by `rows_min`
        return []
    known = built.change.unchanged + built.change.changed
    before = (last or {}).get("entries", 0)
    if (built.rejects["reason"] == "known").any():
        before = min(before, built.current)
    beside = f"{known} entries of the last run's {before} seen" if before else "no run before to compare with"
    told = f"the site file's selectors found nothing on {missed} {plural(missed, 'page')}; {beside}"
    judged = Gate("selectors", before > 0 and known >= KNOWN_MIN * before, told)
    return [unless_accepted(judged, ways)]
