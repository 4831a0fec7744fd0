"""What the page is called says which of its sections is the list: news on a page of news, though more days to come are announced."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce, is_listing

TITLES = (
    "The ferry sails at night again",
    "Two cranes are sold to a museum",
    "Berths for small boats by lot",
    "The pilot house opens its doors",
    "Nets dry on the old quay once more",
    "A lamp for the northern pier",
    "The tide tables are printed",
    "Ropes and knots for beginners",
)
SAID = "Whoever stands on the quay at six sees the lamps go on, one by one, as far as the old lighthouse."


def _cards(count: int, folder: str, heading: str = "", *, dated: bool = True) -> str:
    """Entries with a day and a teaser."""
    cards = "".join(
        f"<article class=card><h3><a href=/{folder}/{n}>{TITLES[n]}, {folder}</a></h3>"
        f"{f'<time datetime=2026-11-{19 - n}>{19 - n} November 2026</time>' if dated else ''}<p>{SAID}</p></article>"
        for n in range(count)
    )
    return f"<section>{f'<h2>{heading}</h2>' if heading else ''}<div class=cards>{cards}</div></section>"


def _rows(count: int, folder: str, heading: str, *, dated: bool = True) -> str:
    """Entries of a line each."""
    rows = "".join(
        f"<li>{f'<span>{n + 2:02}.12.2026</span> ' if dated else ''}<a href=/{folder}/{n}>{TITLES[n]}, {folder}</a></li>"
        for n in range(count)
    )
    return f"<section><h2>{heading}</h2><ul class=rows>{rows}</ul></section>"


def _page(heading: str, body: str, aside: str = "") -> str:
    menu = "".join(
        f"<li><a href=/{name}>{name.title()}</a></li>" for name in ("tides", "pilots", "fees", "contact")
    )
    return (
        f"<html><title>{heading} | Port of Anderby</title><body><header><a href=/>Port of Anderby</a><nav><ul>{menu}</ul></nav>"
        f"</header><main><h1>{heading}</h1>{body}</main>{aside}<footer><ul>{menu}</ul><p>Quay 4, Anderby</p></footer></body></html>"
    )


def _folders(page: str, url: str) -> list[str]:
    """The folders that the kept entries lie in, each once, in page order."""
    kept = [entry.url.split("/")[-2] for one in chosen(induce(page, url)) for entry in one.entries]
    return list(dict.fromkeys(kept))


@pytest.mark.parametrize(
    ("news", "events"),
    [
        ("News", "Upcoming events"), ("Aktuelles", "Veranstaltungen"), ("Actualités", "Agenda"), ("Noticias", "Próximos eventos"),
        ("Aktualności", "Wydarzenia"), ("Новости", "Мероприятия"), ("お知らせ", "イベント"), ("新闻动态", "近期活动"), ("الأخبار", "الفعاليات"),
    ],
)  # fmt: skip
def test_days_to_come_stand_back_on_a_page_of_news(news: str, events: str) -> None:
    """Eight days to come are a better list than three entries, and none of what the page is called; on a page of events they are all."""
    sections = _cards(3, "a") + _rows(8, "b", events)
    assert _folders(_page(news, sections), "https://portus.example/4/") == ["a"]
    sections = _cards(8, "a", news) + _rows(3, "b", events)
    assert _folders(_page(events, sections), "https://portus.example/4/") == ["b"]


def test_the_address_tells_where_the_heading_does_not() -> None:
    """Below the site's name both sections have headings of their own."""
    sections = _cards(3, "a", "Latest news") + _rows(8, "b", "Upcoming events")
    assert _folders(_page("Port of Anderby", sections), "https://portus.example/news/") == ["a"]


def test_undated_publications_come_before_the_latest_news() -> None:
    """Reports without days say less than dated news, on a page of publications, too."""
    sections = _rows(5, "reports", "All publications", dated=False) + _cards(6, "news", "Latest news")
    assert _folders(_page("Publications", sections), "https://portus.example/publications/") == ["reports"]


@pytest.mark.parametrize("build", ["<section>", "<section><header>"])
def test_a_newsroom_is_all_its_news_however_they_are_built(build: str) -> None:
    """Releases as cards and news as rows are kept, each a list; the days to come between them are not."""
    sections = _cards(3, "press", "Press releases") + _cards(4, "days", "Events") + _rows(3, "news", "News")
    if "header" in build:
        sections = sections.replace("<h2>", "<header><h2>").replace("</h2>", "</h2></header>")
    assert _folders(_page("Newsroom", sections), "https://portus.example/newsroom") == ["press", "news"]


def test_a_heading_that_only_introduces_opens_the_whole_page() -> None:
    """With a line of text in a box of its own it stands above all sections; these stand in no other column than the page's."""
    sections = _cards(3, "press", "Press releases") + _rows(7, "days", "Events") + _rows(3, "news", "News")
    page = _page("Newsroom", sections).replace("main>", "div>")
    page = page.replace(
        "<div><h1>Newsroom</h1>", f"<div class=hero><h1>Newsroom</h1><p>{SAID}</p></div><div class=content>"
    )
    assert _folders(page, "https://portus.example/newsroom") == ["press", "news"]


def test_news_are_none_of_the_releases() -> None:
    """Releases are news: on a page of news a section of them is kept."""
    sections = _cards(2, "press", "Press releases") + _rows(6, "news", "News")
    assert _folders(_page("Press releases", sections), "https://portus.example/releases/") == ["press"]
    assert _folders(_page("News", sections), "https://portus.example/news/") == ["press", "news"]


def test_a_box_beside_the_list_is_no_section() -> None:
    """It is called as the page is, and stands in another column."""
    box = f"<aside class=sidebar>{_rows(4, 'latest', 'Latest news')}</aside>"
    assert _folders(_page("News", _cards(5, "news"), box), "https://portus.example/news/") == ["news"]


def test_other_sections_leave_the_page_a_listing() -> None:
    """Two releases above eight days to come are the list of a page called so, and the page is one for both."""
    sections = _cards(2, "press", "Press releases") + _rows(8, "days", "Events")
    page = _page("Newsroom", f"<p>{SAID}</p>{sections}")
    url = "https://portus.example/newsroom"
    assert is_listing(page, url) > 0.5
    assert _folders(page, url) == ["press"]
    undated = _rows(7, "reports", "All reports", dated=False) + _cards(6, "news", "News")
    assert is_listing(_page("Reports", undated), "https://portus.example/reports/") > 0.5


def test_the_latest_news_below_an_article_are_no_listing() -> None:
    """The page is headed `News`, as all of its site's are, and the article's title comes first."""
    for day in ("<p>19 November 2026</p>", ""):
        story = f"<h2>{TITLES[7]}, as the harbour master says</h2>{day}{f'<p>{SAID} {SAID}</p>' * 3}"
        page = _page("News", story + _cards(3, "news", "Latest news") + _rows(3, "days", "Events"))
        assert is_listing(page, "https://portus.example/ropes-and-knots-for-beginners-at-the-harbour") < 0.3


LINES = (
    "<p><strong>{}</strong></p>", "<div class=title>{}</div>", "<div role=heading>{}</div>", "<b>{}</b><br>",
    "<div class=head><span>{}</span><a href=/all>All</a></div>", "<div class=title><a href=/all>{}</a></div>",
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_alone_above_a_list_names_its_kind(line: str) -> None:
    """A builder writes a paragraph, a box or a bold line where others write a heading, in sections or one after another."""

    def headed(sections: str) -> str:
        for heading in ("News", "Events", "Press releases", "Publications"):
            sections = sections.replace(f"<h2>{heading}</h2>", line.format(heading))
        return sections

    sections = headed(_cards(3, "a", "News") + _rows(8, "b", "Events"))
    for body in (sections, sections.replace("<section>", "").replace("</section>", "")):
        assert _folders(_page("News", body), "https://portus.example/4/") == ["a"]
    sections = headed(
        _cards(3, "press", "Press releases") + _rows(6, "days", "Events") + _cards(4, "news", "News")
    )
    assert _folders(_page("Newsroom", sections), "https://portus.example/newsroom") == ["press", "news"]
    alike = _cards(3, "news", "News") + _cards(3, "days", "Events") + _cards(4, "press", "Press releases")
    assert _folders(_page("News", headed(alike)), "https://portus.example/news/") == ["news", "press"]
    undated = headed(_cards(6, "news", "News") + _rows(4, "reports", "Publications", dated=False))
    assert _folders(_page("Publications", undated), "https://portus.example/publications/") == ["reports"]


@pytest.mark.parametrize(
    "label", ["<span class=kind>Events</span>", "<p><a href=/kind/events>Events</a></p>"]
)
def test_a_label_of_an_entry_heads_nothing(label: str) -> None:
    """What stands beside more of an entry says its kind alone: two events above the news leave these the list."""
    labelled = _cards(2, "a").replace("</article>", f"{label}</article>")
    rows = _rows(8, "b", "").replace("<h2></h2>", "")
    assert _folders(_page("News", labelled + rows), "https://portus.example/news/") == ["b"]


def test_tabs_and_the_steps_of_a_path_head_nothing() -> None:
    """`News`, `Publications` and `Events` beside each other above a list are links to other pages."""
    tabs = "".join(f"<a href=/{name}>{name}</a> " for name in ("News", "Publications", "Events"))
    sections = f"<div>{tabs}</div>{_cards(3, 'a')}{_rows(8, 'b', 'Events')}"
    assert _folders(_page("News", sections), "https://portus.example/news/") == ["a"]


def test_sections_of_other_kinds_are_no_entries() -> None:
    """Three sections as a list of `News`, `Events`, `Reports` stand back behind the own one, as what they hold does."""
    sections = _cards(3, "news", "News") + _rows(3, "days", "Events") + _rows(2, "reports", "Reports")
    assert _folders(_page("Publications", sections), "https://portus.example/4/") == ["reports"]


def test_whom_to_ask_is_no_section_of_news() -> None:
    """`Press contact` names people: as the newsroom's own list they won over its days."""
    people = "".join(
        f"<div class=who><h3><a href=/people/{n}>{name}</a></h3><p>{SAID}</p></div>"
        for n, name in enumerate(("Wren Quay", "Wren Mole", "Wren Berth", "Wren Crane"))
    )
    sections = _rows(3, "days", "Events") + f"<section><h2>Press contact</h2>{people}</section>"
    assert _folders(_page("Newsroom", sections), "https://portus.example/newsroom") != ["people"]


@pytest.mark.parametrize("own", [_rows(3, "news", ""), _cards(6, "news")])
def test_a_heading_over_a_box_of_titles_heads_nothing_behind_it(own: str) -> None:
    """The news behind a box of reports have no heading but the page's."""
    boxes = "".join(
        f"<div class=box><h2>{heading}</h2><ul>"
        + "".join(f"<li><a href=/{folder}/{n}>{TITLES[n]}, {folder}</a></li>" for n in range(count))
        + "</ul></div>"
        for heading, folder, count in (("Related articles", "related", 6), ("Reports", "reports", 5))
    )
    page = _page("News", boxes + own.replace("<h2></h2>", ""))
    assert _folders(page, "https://portus.example/4/") == ["news"]


def test_a_sections_heading_does_not_name_the_page() -> None:
    """Without a heading of its own the page is called by its address, whichever section comes first; all of them are its lists."""
    news, days = _cards(3, "news", "News"), _rows(8, "days", "Events")
    for sections in (news + days, days + news):
        page = _page("News", sections).replace("<h1>News</h1>", "")
        assert _folders(page, "https://portus.example/news/") == ["news"]
        assert is_listing(page, "https://portus.example/news/") > 0.9


def test_a_page_of_days_to_come_is_a_listing_by_that_name() -> None:
    """Three days below `What's on` are the page's, however many news follow them."""
    page = _page("What's on", _rows(3, "days", "").replace("<h2></h2>", "") + _cards(8, "news", "News"))
    url = "https://portus.example/whats-on"
    assert (_folders(page, url), is_listing(page, url) > 0.5) == (["days"], True)


def test_days_below_a_login_are_no_listing() -> None:
    """The section has the page's name, and does not stand right below its heading; a login in a sidebar is the site's."""
    login = "<div class={}><form method=post><input name=u><input type=password name=p><button>OK</button></form></div>"
    sections = _cards(3, "days", "Events") + _rows(3, "news", "News")
    assert is_listing(_page("Events", login.format("box") + sections), "https://portus.example/events") < 0.3
    assert (
        is_listing(_page("Events", login.format("sidebar") + sections), "https://portus.example/events") > 0.9
    )


NOTICES = (
    "关于开展冬季港区安全检查的通知", "关于东码头临时封闭的通知", "关于公布引航员考试成绩的公告", "关于征集灯塔老照片的通知",
    "关于调整渡轮时刻的公告", "关于码头照明改造招标的公告", "关于潮汐表发行的通知", "关于小船泊位抽签的通知",
)  # fmt: skip


@pytest.mark.parametrize(
    "entry",
    [
        "<li><a href=/info/{n}.htm><div class=time><span>{d}</span><p>2026-11</p></div><div class=txt><h3>{t}</h3></div></a></li>",
        "<li><h3><a href=/info/{n}.htm>{t}</a></h3><p>2026-11-{d}</p></li>",
        "<li><p>2026-11-{d}</p><h3><a href=/info/{n}.htm>{t}</a></h3><p>各有关单位请按时参加。</p><a href=/f/{n}.pdf>PDF (12 KB)</a></li>",
    ],
)
def test_an_entry_that_is_called_a_notice_is_no_section(entry: str) -> None:
    """On a page of notices every title is of a notice: its heading heads nothing but itself, and the file below it is the entry's."""
    rows = "".join(entry.format(n=n, d=19 - n, t=title) for n, title in enumerate(NOTICES))
    kept = chosen(
        induce(_page("通知公告", f"<ul class=list>{rows}</ul>"), "https://gangkou.example/tzgg.htm")
    )
    assert [entry.title for one in kept for entry in one.entries] == list(NOTICES)
