"""One address for one page: what makes two links the same entry, link by link.

Scheme, `www.`, the scheme's own port, a last slash, a fragment, the order of the query, the session and the parameters
that only track a reader do not make another page. `address_column.canonical` is the same for a column.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

from w3lib.url import canonicalize_url

TRACKING = frozenset(
    "fbclid gclid dclid msclkid mc_cid mc_eid yclid igshid _ga _gl ref_src cmpid xtor".split()
)
SESSIONS = frozenset("sessionid session_id phpsessid jsessionid aspsessionid cfid cftoken".split())
MAY_BE_SESSIONS = frozenset({"s", "sid", "session", "sess"})
"""Names that sessions share with stories and searches: the value tells."""
_TOKEN = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{26,64}\Z")
"""A session's value: PHP's have 26 or 32 letters and digits, Java's 32."""
_IN_PATH = re.compile(r";(?:jsessionid|phpsessid|sessionid)=[^/;]*", re.IGNORECASE)
_OWN_PORTS = {"http": ":80", "https": ":443"}
_FRONT = re.compile(r"https?://(?:www\.)?")


def key_of(address: str) -> str:
    """The key of an absolute address, e.g. `host/path?query`: for comparing and hashing, not for fetching."""
    try:
        scheme, host, path, query, _ = urlsplit(address)
        host = host.lower().removesuffix(_OWN_PORTS.get(scheme.lower(), "\0"))
        kept = "&".join(part for part in query.split("&") if not _says_nothing(part))
        bare = urlunsplit((scheme, host, _IN_PATH.sub("", path), kept, ""))
        return _FRONT.sub("", str(canonicalize_url(bare)), count=1).rstrip("/")
    except ValueError:  # an address no parser reads is its own key
        return address


def _says_nothing(part: str) -> bool:
    """Whether a part of a query names no page: it tracks a reader or carries a session."""
    name, _, value = part.partition("=")
    name = name.lower()
    if name in TRACKING or name in SESSIONS or name.startswith("utm_"):
        return True
    return name in MAY_BE_SESSIONS and _TOKEN.match(value) is not None
