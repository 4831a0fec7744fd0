"""What a person can do about a site of which no page came, by the code of the refusal (`refusals`)."""

from __future__ import annotations

from collections.abc import Iterable

_TRY_LATER = "try again later; where that fails too, look whether the site opens in a browser"
_LOOK = "open the page in a browser; where it has moved, correct `start`, or the address given"
_TO_DO = {
    "robots": "respect what robots.txt says, or ask the site; where it could not be read, try again later",
    "blocked": "run less often, or raise `delay` in the site file",
    "http_429": "run less often, or raise `delay` in the site file",
    "http_401": "open the page in a browser; where it opens there, ask the site",
    "http_403": "open the page in a browser; where it opens there, run less often, or ask the site",
    "redirects": f"{_LOOK}; where it wants a cookie, `browser = true` in a site file keeps those",
    "dns": f"check the address; {_TRY_LATER}",
    "connection": _TRY_LATER,
    "timeout": _TRY_LATER,
    "unpack": _TRY_LATER,
    "cut_short": _TRY_LATER,
    "browser": _TRY_LATER,
}


def to_do(reasons: Iterable[str]) -> str:
    """Return what to do about the first of the reasons for which there is more to do than to look."""
    for reason in reasons:
        if reason in _TO_DO or reason.startswith("http_5"):
            return _TO_DO.get(reason, _TRY_LATER)
    return _LOOK
