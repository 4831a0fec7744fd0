"""A thread's posts and answers are no entries, however many people write them; minutes, notes and announcements are."""

from __future__ import annotations

import pytest

from scraper.listing.induce import is_listing
from tests.unit.listing.harbour import TEXTS, TITLES
from tests.unit.listing.portus import URL
from tests.unit.listing.test_judge import undated


@pytest.mark.parametrize("name", ["Protokoll {n}", "{title}"])
def test_minutes_of_a_few_committees_are_no_thread(name: str) -> None:
    """Rows that name the same few committees have a link of their own; posts by the same few writers have none."""
    said = "Beraten wurde über die Mauer am Kai und über die Bäume."
    row = f"<li><a href=/gremium/{{body}}>Gremium {{body}}</a> {said} "
    minutes = is_listing(undated(f"{row}<a href=/p/{{n}}>{name}</a></li>"), URL)
    posts = is_listing(undated(f"{row}<a href=/antwort/{{n}}>Antworten</a></li>"), URL)
    assert posts < 0.5 < minutes


def test_posts_of_several_writers_are_a_thread() -> None:
    """Long posts whose links lead to who wrote them, some of them twice, are no entries, however many writers there are."""
    names = ("marlow", "tern", "quay", "otter", "marlow", "brine", "tern", "marlow")
    said = "I have seen the weir last week, and the water stood a hand above the old mark. What do you think?"
    posts = "".join(
        f"<div class=post><div><a href=/members/{name}>{name}</a></div><div>{n + 2} November 2026, 10:2{n}</div>"
        f"<div>{said} Part {n} of it is gone.</div></div>"
        for n, name in enumerate(names)
    )
    page = f"<html lang=en><body><main><h1>How high is the weir?</h1>{posts}</main></body></html>"
    assert is_listing(page, "https://board.example/threads/weir.812/") < 0.1


@pytest.mark.parametrize(("host", "listing"), [("maps.example", True), ("board.example", False)])
def test_a_map_beside_each_meeting_makes_no_thread(host: str, listing: bool) -> None:
    """Who writes posts has a page on the site itself; a hall that meetings share is shown by another one."""
    rows = "".join(
        f"<tr><td>{n + 2} November 2026 at 8:30 - Meeting of the harbour board, part {n}<div>Regular</div></td>"
        f"<td>Room on the first floor, 18 Quay Street <a href=https://{host}/?q=18+Quay>map</a></td>"
        f"<td><a href=/papers?meeting={n}>Agenda</a></td></tr>"
        for n in range(8)
    )
    page = f"<html lang=en><body><h1>Meetings</h1><table>{rows}</table></body></html>"
    assert (is_listing(page, "https://board.example/organisation/201") > 0.5) == listing


def test_writers_may_have_their_pages_on_another_host() -> None:
    """Members of a board, or of whatever knows them by name."""
    posts = "".join(
        f"<div class=post><a href=https://people.example/u/{n % 3}>anna{n % 3}</a> <span>{n + 2} November 2026 12:1{n}</span>"
        f"<p>Who has seen the otters below the weir lately, and did anybody count them? Part {n} of what I saw there.</p></div>"
        for n in range(9)
    )
    page = f"<html lang=en><body><h1>Otters at the weir</h1>{posts}</body></html>"
    assert is_listing(page, "https://board.example/threads/weir.812/") < 0.1


def test_writers_of_a_thread_may_be_all_different() -> None:
    """Below a question each answer begins with who wrote it; below "News" these are people in the news."""

    def thread(title: str, name: str) -> str:
        posts = "".join(
            f"<div class=post><p>by <a href=/u/{at}>{name.format(who)}</a> » {at + 2} May 2026</p>"
            f"<p>{'The slates on the north side were laid on boards, and so we took them off. ' * 2}</p></div>"
            for at, who in enumerate("Marta Otto Grebe Lind Pippin Quill Ada".split())
        )
        return f"<html><head><title>{title} - Portus board</title></head><body><h2>{title}</h2>{posts}</body></html>"

    url = "https://portus.example/viewtopic.php?t=42"
    question = "How do I mend a slate roof?"
    assert is_listing(thread(question, "{}"), url) < 0.3
    assert is_listing(thread("Latest news from Portus", "{}"), url) > 0.9
    assert is_listing(thread("Slate roofs", "{}"), url) > 0.9
    assert is_listing(thread(question, "Case 4{}2"), url) > 0.9  # numbers of cases


def test_notes_without_titles_lead_to_pages_of_their_own() -> None:
    """Below `/notes` each number is a note's; below `/t/42` and `/notes/what-we-saw-there` it is a post's."""
    notes = "".join(
        f"<article><p>{'The slates on the north side were laid on boards. ' * 3}</p><a href={{0}}/4{n}>{n + 2} May 2026</a></article>"
        for n in range(7)
    )
    html = f"<html><head><title>Portus</title></head><body>{notes}</body></html>"
    for path, listing in (("/notes", True), ("/t/42", False), ("/notes/what-we-saw-there", False)):
        assert (is_listing(html.replace("{0}", path), "https://portus.example" + path) > 0.5) is listing, path


def test_notes_that_begin_with_their_writer_are_entries_where_each_has_a_page() -> None:
    """A headline of five words, and what eight people say below it: with pages of their own, or at an address that names no thread, they answer nothing."""
    said = "<p>Le bac repart du quai nord dès six heures, avec les élèves de l’île. Les passagers embarquent au quai sud.</p>"
    people = (
        "Anne Le Goff",
        "Jean Marie",
        "Lise Morvan",
        "Yann Kerbrat",
        "Odile Caro",
        "Paul Tanguy",
        "Rose Le Bihan",
        "Guy Morel",
    )
    notes = "".join(
        f"<div class=note><a href=/gens/{n}>{people[n]}</a> <i>{n + 3} mai 2026</i>{said}{{}}</div>" for n in range(8)
    )  # fmt: skip
    head = "Les voix du vieux port"
    html = f"<html><head><title>{head}</title></head><body><h1>{head}</h1>{notes}</body></html>"
    own = html.format(*(f"<a href=/s/{n}>lire</a>" for n in range(8)))
    thread = "https://portus.example/fr/sujet/42"
    assert is_listing(html.replace("{}", ""), thread) < 0.3 < is_listing(own, thread)
    assert is_listing(html.replace("{}", ""), "https://portus.example/journal") > 0.3


@pytest.mark.parametrize(("leads", "listing"), [("/files/{n}.pdf", True), ("/reply?to={n}", False)])
def test_what_a_few_companies_announce_is_no_thread(leads: str, listing: bool) -> None:
    """Each row names its company, some again, and opens a file of its own; a post has none."""
    names = ("Alder Cement", "Corran Sugar", "Dawn Textiles")
    rows = "".join(
        f"<tr><td>{n + 2} November 2026</td><td><a href=/company/{n % 3}>{names[n % 3]}</a></td>"
        f"<td>Notice of the extraordinary general meeting of shareholders, part {n}</td><td><a href={leads.format(n=n)}>Open</a></td></tr>"
        for n in range(8)
    )
    page = f"<html lang=en><body><h1>Companies</h1><table>{rows}</table></body></html>"
    assert (is_listing(page, "https://exchange.example/companies") > 0.5) == listing


@pytest.mark.parametrize("button", ["Read more", "Weiterlesen", "Meeting details", "続きを読む"])
@pytest.mark.parametrize(
    "category", ["<a href=/c/{0}>Harbour</a>", "<a href=/c/{0}>Town</a> <a href=/u/{0}>Ana Roe</a>"]
)
def test_news_below_their_categories_are_no_thread(button: str, category: str) -> None:
    """Titles without links stand between a few categories that return and a button to a page of each."""
    news = "".join(
        f"<li><time>{20 - n} May 2026</time>{category.format(n % 3)}<div class=ttl>{title}</div><p>{text}</p>"
        f"<a href=/n/{n}>{button}</a></li>"
        for n, (title, text) in enumerate(zip(TITLES, TEXTS, strict=False))
    )
    page = f"<html lang=en><body><main><h1>News</h1><ul>{news}</ul></main></body></html>"
    assert is_listing(page, "https://portus.example/news") > 0.9
    answers = page.replace(f">{button}<", ">Reply<").replace("<h1>News</h1>", "<h1>Who saw the otters?</h1>")
    assert is_listing(answers, "https://portus.example/topic/4711") < 0.1
