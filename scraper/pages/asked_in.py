"""What a page in an old encoding asks for: browsers send the query of its links in that encoding, the path in UTF-8.

A board in windows-1251 that links to `?cat=порт` is asked for `?cat=%EF%EE%F0%F2`; in UTF-8 it knows no such category, and
the list ends at its first page.
"""

from __future__ import annotations

import re
from urllib.parse import quote_from_bytes

from pipelines.repair.decoding.decode import encode

_LINK = re.compile(r"""(?<=\bhref=["'])[^"'<>?#]*\?[^"'<>#]*""", re.IGNORECASE)
_FOREIGN = re.compile(r"[^\x00-\x7f]+")


def asked_in(html: str, encoding: str) -> str:
    """A page's text with the queries of its links as a browser sends them.

    Args:
        html: the page as text.
        encoding: what it was read as, a name of the Encoding Standard; of those that hold all characters nothing is written anew.
    """
    if encoding.startswith("utf-") or html.isascii():
        return html
    return _LINK.sub(lambda link: link[0] if link[0].isascii() else _sent(link[0], encoding), html)


def _sent(address: str, encoding: str) -> str:
    path, mark, query = address.partition("?")
    return f"{path}{mark}{_FOREIGN.sub(lambda run: _quoted(run[0], encoding), query)}"


def _quoted(text: str, encoding: str) -> str:
    try:
        return quote_from_bytes(encode(text, encoding))
    except UnicodeEncodeError:  # written by its number, as only an entity brings it here
        return text
