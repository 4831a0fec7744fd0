"""Lists that a page keeps as XML in a script: an entry a CDATA section, and before them the address of what comes next."""

from __future__ import annotations

from scraper.listing.induce import chosen, induce
from scraper.listing.paginate import next_page
from scraper.listing.selectors.freeze import freeze
from scraper.listing.selectors.pinned import read_lists

URL = "http://www.haigang.example/col/col12/index.html"
TITLES = (
    "灯塔夜间开放通知",
    "渡轮停航公告",
    "码头维修招标",
    "潮汐表二〇二七年版",
    "水手培训报名",
    "港口冬季安全检查",
)
ENTRIES = [
    (title, f"http://www.haigang.example/art/2026/11/art_12_{n}.html", f"2026-11-{27 - n}")
    for n, title in enumerate(TITLES)
]
MENU = "".join(
    f"<li><a href=/col/col{n}/index.html>{name}</a></li>" for n, name in enumerate(("首页", "概况", "服务"))
)


def kept(page: int) -> str:
    """The XML of a list, as a page or an answer has it."""
    rows = "".join(
        f"<record><![CDATA[\n<li><a href='{link}' title='{title}'>{title}</a><span>{day}</span></li>]]></record>"
        for title, link, day in ENTRIES
    )
    onward = f'<a href="/jpage/dataproxy.jsp?page={page}&columnid=12"></a>'
    return (
        f"<datastore>\n<nextgroup><![CDATA[{onward}]]></nextgroup>\n<recordset>{rows}</recordset></datastore>"
    )


PAGE = (
    f"<html><head><title>公告</title></head><body><ul class=menu>{MENU}</ul><h1>公告</h1>"
    f"<div id=81 class=list><script type='text/xml'>{kept(1)}</script><script>$('#81').jpage({{}})</script></div>"
    "<div class=foot>海港办公室</div></body></html>"
)


def _entries(html: str, url: str) -> list[tuple[str, str, str]]:
    return [
        (entry.title, entry.url, entry.date) for one in chosen(induce(html, url)) for entry in one.entries
    ]


def test_what_the_script_would_show_is_the_list() -> None:
    """With its days, and what comes next where the script asks for it."""
    assert _entries(PAGE, URL) == ENTRIES
    assert next_page(PAGE, URL) == "http://www.haigang.example/jpage/dataproxy.jsp?page=1&columnid=12"


def test_the_answer_is_read_as_the_page_is() -> None:
    """It goes on in the same way."""
    answer, url = (
        f'<?xml version="1.0" encoding="utf-8"?>\n{kept(2)}',
        "http://www.haigang.example/jpage/dataproxy.jsp?page=1",
    )
    assert _entries(answer, url) == ENTRIES
    assert next_page(answer, url) == "http://www.haigang.example/jpage/dataproxy.jsp?page=2&columnid=12"


def test_selectors_of_it_are_read_again() -> None:
    """A site file names its entries as any others."""
    (frozen,) = freeze(PAGE, URL, chosen(induce(PAGE, URL)))
    assert frozen.selectors is not None
    (read,) = read_lists(PAGE, URL, [frozen.selectors])
    assert [entry.title for entry in read.entries] == list(TITLES)


def test_other_xml_of_a_page_stays_out_of_it() -> None:
    """Without a link in its sections it is what a script needs, and a section that never ends is none."""
    settings = "<script type='text/xml'><map><name><![CDATA[Quay 4]]></name></map></script>"
    for xml in (settings, "<script type='text/xml'><record><![CDATA[<a href=/a>Never ends</a></script>"):
        assert _entries(PAGE.replace("<h1>", xml + "<h1>"), URL) == ENTRIES
