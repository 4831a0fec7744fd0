"""The names of simulated sites' lives and what is peculiar to each, and the bad days a life may have."""

from __future__ import annotations

TROUBLES = {"down": {4}, "empty": {3}, "login": {3}, "broken": {0, 3}, "slow": {0}}
"""Bad days, and the exit codes that a schedule may see then."""
LIVES: dict[str, frozenset[str]] = {
    "plain": frozenset({"trouble"}),
    "address": frozenset({"by_address", "trouble"}),
    "cut": frozenset({"cut", "trouble"}),
    "cut_address": frozenset({"cut", "by_address"}),
    "legacy": frozenset({"cut", "legacy"}),
    "relative": frozenset({"relative", "trouble"}),
    "zone": frozenset({"relative", "zone"}),
    "yearless": frozenset({"yearless"}),
    "yearless_address": frozenset({"yearless", "by_address"}),
    "bare": frozenset({"bare", "twins", "trouble"}),
    "lists": frozenset({"lists"}),
    "incremental": frozenset({"incremental", "trouble"}),
    "late": frozenset({"late"}),
    "twins": frozenset({"twins", "slugs"}),
    "linkless": frozenset({"linkless", "twins"}),
    "linkless_address": frozenset({"linkless", "by_address"}),
    "undated": frozenset({"undated"}),
    "weekly": frozenset({"weekly"}),
    "weekly_address": frozenset({"weekly", "by_address"}),
    "weekly_incremental": frozenset({"weekly", "incremental"}),
    "weekly_linkless": frozenset({"weekly", "linkless"}),
    "session": frozenset({"session"}),
    "redesign": frozenset({"redesign"}),
    "redesign_address": frozenset({"redesign", "by_address", "cut"}),
    "relaunch": frozenset({"relaunch"}),
    "relaunch_bare": frozenset({"relaunch", "bare", "slugs"}),
    "relaunch_all": frozenset({"relaunch", "redesign", "slugs", "by_address"}),
    "renumbered": frozenset({"relaunch", "renumbered"}),
    "renumbered_undated": frozenset({"relaunch", "renumbered", "undated"}),
    "prefixed": frozenset({"relaunch", "prefixed", "slugs"}),
    "other_host": frozenset({"relaunch", "other_host"}),
    "decorated": frozenset({"decorated", "trouble"}),
    "decorated_weekly": frozenset({"decorated", "weekly", "incremental"}),
    "shuffled": frozenset({"shuffled", "trouble"}),
    "shuffled_linkless": frozenset({"shuffled", "linkless", "by_address"}),
    "typos": frozenset({"typos", "slugs"}),
    "typos_linkless": frozenset({"typos", "linkless"}),
    "typos_bare": frozenset({"typos", "bare", "twins"}),
    "other_length": frozenset({"other_length", "trouble"}),
    "other_length_incremental": frozenset({"other_length", "incremental"}),
    "window": frozenset({"window", "other_length"}),
    "clock": frozenset({"clock"}),
    "clock_incremental": frozenset({"clock", "incremental", "cut"}),
    "deep": frozenset({"deep"}),
    "deep_incremental": frozenset({"deep", "incremental", "trouble"}),
}
"""Each life's traits. `by_address`: no site file. `cut`: teasers of so many bytes, entry pages with all. `late`: an entry
comes or goes between the first page and the second. `twins`: one title and day, two entries. `slugs`: links made of titles.
`yearless`: days without a year, over a new year. `bare`: no teasers.
`relaunch`: other addresses from the middle day on, `renumbered` ones of the form they had, `prefixed` by a language, on an
`other_host`; `redesign`: other elements; `other_length`: fewer entries a page. `decorated`: links that gain and lose a slash, a
fragment, tracking and TLS overnight. `shuffled`: another order each day. `typos`: made and mended in titles. `window`: one page, and
what does not stand on it is not shown. `clock`: set back and put forward. `deep`: hundreds of pages."""
