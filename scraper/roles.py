"""What a request is for. The role travels in `meta` and into the archive, so that a crawl can be read again from it."""

from __future__ import annotations

from typing import Literal

Role = Literal["listing", "page", "file", "feed"]
"""A `file` is an entry's link that ends as a file's: one of each ending is asked for, to see whether it is a page."""

ROLE = "listmend_role"
"""Key of `Request.meta`: the `Role`."""

LINKED = "listmend_linked"
"""Key of `Request.meta`: the URL as the site links it, before redirects."""

NUMBER = "listmend_number"
"""Key of `Request.meta`: place of a listing page in its chain, from 0."""

ENDED = "listmend_ended"
"""Key of `Request.meta`: why the body that came is not whole, for a person; "" where it is."""

SHORT = "its server closed the connection before the end, {} bytes came"
"""Said of a body that is shorter than its server announced (Scrapy's flag `dataloss`, the archive's `WARC-Truncated`)."""
