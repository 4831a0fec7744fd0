"""A page that leads to the entries before and after it is one of them, not a listing."""

from __future__ import annotations

import pytest

from scraper.listing.induce import is_listing

BODY = "<p>Boats are looked over from 7 to 18 December at the north quay. Bring the papers of the boat and of its owner.</p><p>Ask at the office.</p>"
INFO = "<ul><li>Office: harbour</li><li>2026-11-25</li><li>Seen 88 times</li></ul>"
FILE = "<div><a href=/file/1>plan.pdf (32 kB)</a></div>"
POSTS = {
    "labels before links": (
        "https://port.example/view.do?board=N&no=9544",
        f"<div class=view><h3>Boats are looked over</h3>{INFO}<div>{BODY}</div>{FILE}<ul><li><strong>이전글</strong> "
        "<a href='?board=N&no=9541'>Coast road closed</a> <i>2026-11-24</i></li><li><strong>다음글</strong> none</li></ul></div>",
    ),
    "rows": (
        "https://port.example/contents.do?key=112&no=5512",
        f"<table><tr><th>Title</th><td>Boats</td></tr><tr><th>Office</th><td>Harbour</td><th>Day</th><td>2026-11-23</td></tr><tr><th>File</th><td>{FILE}</td></tr>"
        f"<tr><td colspan=4>{BODY}</td></tr></table><table><tr><th>이전글</th><td><a href='?key=112&no=5511'>Nets to lend</a></td><td>2026-11-20</td></tr>"
        "<tr><th>다음글</th><td><a href='?key=112&no=5513'>Where waste goes</a></td><td>2026-11-24</td></tr></table>",
    ),
    "a colon": (
        "https://port.example/cp.aspx?n=4410&s=8812",
        f"<h2>Boats are looked over</h2>{INFO}<div>{BODY}</div>{FILE}<ul><li>上一則：<a href='cp.aspx?n=4410&s=8809'>Fees</a></li>"
        "<li>下一則：<a href='cp.aspx?n=4410&s=8815'>New Year on the beach</a></li></ul>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("build", sorted(POSTS))
def test_a_post_with_its_neighbours_is_no_listing(build: str) -> None:
    """What the system prints of it and the two others look like a list of two to four."""
    url, body = POSTS[build]
    page = f"<html><head><title>Harbour</title></head><body><div><h2>공지사항</h2>{body}</div></body></html>"
    assert is_listing(page, url) < 0.05


ROW = "<article><h2><a href=/posts/{n}-gulls>Gulls over the quay, part {n}</a></h2><time>{n} November 2026</time><p>They came from the north, in dozens.</p></article>"


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://port.example/category/notes/", "/category/notes/page/2/"),
        ("https://port.example/list.do?board=N&page=2", "/list.do?board=N&page=3"),
        ("https://port.example/archive/2026/11/", "/archive/2026/10/"),
        ("https://port.example/archive?month=202611", "/archive?month=202610"),
        ("https://port.example/news/4", "/news/3"),
        ("https://port.example/year/2026", "/year/2025"),
        ("https://port.example/notes/", "/posts/812-gulls"),
        ("https://port.example/notes?set=harbour", "/notes?set=town"),
        ("https://port.example/", "/posts/812-gulls"),
        ("https://port.example/notes/", "https://other.example/notes/812"),
    ],
)
def test_a_lists_older_part_may_be_called_so(url: str, address: str) -> None:
    """An archive's months, a pager's pages and an entry named beside a list are no neighbours of the list."""
    rows = "".join(ROW.format(n=n) for n in range(2, 6))
    page = (
        "<html><body><h1>Notes</h1>{rows}<p><a href='{address}'>{label}</a></p></body></html>".replace(
            "{rows}", rows
        )
        .replace("{address}", address)
        .replace("{label}", "이전 글")
    )
    assert is_listing(page, url) == is_listing(page.replace("이전 글", "이전 달"), url) > 0.3


def test_six_entries_are_a_list_whatever_stands_below() -> None:
    """A site may call the next of its lists the next post."""
    rows = "".join(ROW.format(n=n) for n in range(2, 8))
    page = f"<html><body><h1>Gulls</h1>{rows}<p><a href=/lists/812>Next post</a></p></body></html>"
    assert is_listing(page, "https://port.example/lists/811") > 0.9
