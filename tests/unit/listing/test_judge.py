"""What a page says beside its list moves the probability that it is a listing, in the direction a reader would."""

from __future__ import annotations

import re

import pytest

from scraper.listing.induce import chosen, induce, is_listing
from tests.unit.listing.portus import URL, page

PLAIN = is_listing(page(), URL)
HEADLINE = "Le bac partira une heure plus tôt dès le mois de juin"
PROSE = (
    "<p>" + "Le bac partira une heure plus tôt dès le mois de juin, pour les élèves de l’île. " * 12 + "</p>"
)


@pytest.mark.parametrize(
    ("why", "html", "url"),
    [
        ("prose around the list", page(above=PROSE), URL),
        ("an error's number in the title", page(head="<title>Erreur 404</title>"), URL),
        ("an error's number in the heading", page(above="<h1>404 – introuvable</h1>"), URL),
        ("a password field", page(below="<form>Votre nom, votre mot de passe <input type=password></form>"), URL),
        ("the moment an article was published", page(head="<meta property=article:published_time content=x>"), URL),
        ("an address like a headline", page(), URL + "le-bac-partira-une-heure-plus-tot"),
        ("an address with a day and more", page(), "https://portus.example/fr/2026/11/20/bac.html"),
        ("a product by its head", page(head="<meta property=og:type content=product>"), URL),
        ("a single product in JSON-LD", page(head='<script type="application/ld+json">{"@type": "Product"}</script>'), URL),
        ("readers' comments", page().replace("class=liste", "class=comment-list"), URL),
        ("three entries", page(rows=3), URL),
        ("a title written out that is a headline", page(head=f"<title>{HEADLINE} | Portus</title>", above=f"<h1>{HEADLINE}</h1>"), URL),
    ],
)  # fmt: skip
def test_what_speaks_against_a_listing(why: str, html: str, url: str) -> None:
    """Each lowers the probability."""
    assert is_listing(html, url) < PLAIN, why


@pytest.mark.parametrize(
    ("why", "html", "url"),
    [
        ("a pager", page(below="<div class=pager><a href=?page=2>2</a></div>"), URL),
        ("being a numbered page itself", page(), URL + "?page=4"),
        ("a type in its data", page(head='<script type="application/ld+json">{"@type": "ItemList"}</script>'), URL),
        ("more entries", page(rows=20), URL),
    ],
)  # fmt: skip
def test_what_speaks_for_a_listing(why: str, html: str, url: str) -> None:
    """Each raises the probability."""
    assert is_listing(html, url) > PLAIN, why


def test_a_login_beside_a_dated_list_says_little() -> None:
    """Boards and blogs have one on every page; without dates the list may be its menu."""
    login = "<form>Votre nom, votre mot de passe <input type=password></form>"

    def doubt(html: str) -> float:
        return (1 - is_listing(html.replace("<ul", login + "<ul"), URL)) / (1 - is_listing(html, URL))

    assert doubt(re.sub(r"<span>.*?</span>", "", page())) > 2 * doubt(page())
    box = page().replace("<ul", "<aside><ul").replace("</ul>", "</ul></aside>")
    assert doubt(box) > 2 * doubt(page())  # the page of the form itself, with a box of news


def test_a_number_in_a_headline_is_no_error() -> None:
    """A long title may have a 404 in it, and a year or a price is no status."""
    for title in ("Le village a reçu 1.404 visiteurs", "Budget 2026 : 500.000 pour le port", "Route 4041"):
        assert is_listing(page(head=f"<title>{title}</title>"), URL) == PLAIN


def test_a_long_title_that_is_written_nowhere_is_no_headline() -> None:
    """Many sites put their motto behind every title, and a listing's entry may be named as the page's title begins."""
    motto = page(head=f"<title>{HEADLINE}</title>")
    assert is_listing(motto, URL) == pytest.approx(PLAIN, abs=0.01)


def titled(name: str, *, lead: str = "", word: str = "entrée") -> str:
    """A list whose element has a name, each entry with a headline."""
    rows = "".join(
        f"<article><h2><a href=/fr/actualites/{n}>Une {word} du port, la {n}e</a></h2><time>{n + 10}.05.2026</time>"
        f"<p>Le bac partira une heure plus tôt, pour les élèves de l’île.</p></article>"
        for n in range(8)
    )
    return f"<html><head><title>{lead or 'Portus'}</title></head><body><main class={name}>{rows}</main></body></html>"


def test_a_list_may_be_called_comments() -> None:
    """Entries with titles of their own are a paper's opinions; without, they are its readers'."""
    for name in ("kommentare", "comment", "commentaires"):
        assert is_listing(titled(name), URL) == pytest.approx(is_listing(titled("liste"), URL), abs=0.01)
    readers = "".join(
        f"<li><a href=/u/{n}>Anna {n}</a> <time>{n + 10}.05.2026</time><p>Le bac partira plus tôt, dit-on au port, et c’est bien.</p></li>"
        for n in range(8)
    )
    named = f"<body><ul class=comments>{readers}</ul></body>"
    assert is_listing(named, URL) < 0.3 * is_listing(named.replace("comments", "liste"), URL)


def test_a_title_may_speak_of_what_is_not_found() -> None:
    """A number or a phrase within a title says less than an error's own name; an entry's title says nothing."""
    plain, error = is_listing(titled("liste"), URL), is_listing(titled("liste", lead="Erreur 404"), URL)
    for lead in ("Salle 404 – Galerie", "Fundbüro: verloren, nicht gefunden", "Lost and not found: notices"):
        assert error < 0.5 < is_listing(titled("liste", lead=lead), URL) < plain
    assert is_listing(titled("liste", word="clé non trouvée, page 404"), URL) == pytest.approx(
        plain, abs=0.001
    )


def test_an_archive_of_a_day_is_no_article() -> None:
    """An address that ends with its day is that day's archive."""
    archive = "https://portus.example/fr/2026/05/20/"
    assert is_listing(page(), archive) > is_listing(page(), f"{archive}bac.html")


TITLES = ("Finanzplan", "Hafenmauer", "Schulhof", "Fährplan", "Baumkataster", "Archivbau")


def undated(row: str, *, above: str = "", count: int = 6) -> str:
    """Rows without a day, with what stands above them."""
    rows = "".join(row.format(n=n, title=title, body=n % 2) for n, title in enumerate(TITLES[:count]))
    return f"<html><body><div class=oben><a href=/>Portus</a></div>{above}<div class=unten>{rows}</div></body></html>"


@pytest.mark.parametrize("fee", ["40 €", "$ 4", "52.000 EUR", "19 zł"])
def test_a_fee_beside_an_entry_speaks_not_against_it(fee: str) -> None:
    """Courses, jobs and reports have their price as goods have, so a price tells no shelf from a listing."""
    row = "<li><a href=/kurse/{n}><h3>Abendkurs {title}</h3></a> "
    url = "https://portus.example/kurse/"
    with_fee, without = (is_listing(undated(f"{row}{end}</li>"), url) for end in (fee, "40"))
    assert with_fee > without - 0.01


@pytest.mark.parametrize(
    ("above", "apart"),
    [
        ("<h1>Portus</h1><p>" + "Hier finden Sie, was der Hafen und die Stadt in diesem Jahr vorhaben. " * 5 + "</p>", False),
        (
            "<h1>Portus</h1><form>"
            + "".join(f"<label><input type=checkbox> Thema {n} aus Hafen und Stadt</label>" for n in range(9))
            + "</form>",
            False,
        ),
        (
            "<h1>Portus</h1><ul>"
            + "".join(f"<li>Zimmer {n}, Telefon 040 12 345 6{n}, Anmeldung am Kai</li>" for n in range(9))
            + "</ul>",
            True,
        ),
    ],
    ids=["introduction", "filters", "rooms"],
)  # fmt: skip
def test_what_a_heading_introduces_is_not_apart(above: str, apart: bool) -> None:
    """A short list below an introduction or below filters is the page's own; below the page's own rows it is a box."""
    row = "<li><a href=/n/{n}><h3>Der {title} ist fertig</h3></a></li>"
    plain = is_listing(undated(row, above=f"<div>{above}</div>".replace("h1", "h2"), count=4), URL)
    headed = is_listing(undated(row, above=f"<div>{above}</div>", count=4), URL)
    assert (headed < 0.5 * plain) == apart


def test_a_press_review_has_an_introduction() -> None:
    """Links to many papers are an article's sources below its paragraphs, and a press review below one or two."""
    row = "<li><a href=https://zeitung{n}.example/a>Der {title} ist fertig</a></li>"
    paragraph = "<p>" + "Hier steht, was die Zeitungen über den Hafen und die Stadt berichten. " * 3 + "</p>"
    review, article = (is_listing(undated(row, above=paragraph * times), URL) for times in (2, 3))
    assert article < 0.5 * review


def test_talks_lead_to_their_abstracts() -> None:
    """Who gives them has pages at many places, and what is told of some stands below; an article's sources have no such place."""
    talk = "<tr><td>{n} Nov 2026</td><td><a href=https://dept{n}.example/~who>Ana Roe {n}</a></td><td>{title}</td></tr>"
    abstract = (
        "<h4 id=t{n}>Ana Roe {n}</h4><p>" + "What is known of the moles and of the tides. " * 8 + "</p>"
    )
    said = "How the mole of quay {n} was built on sand and rubble"

    def judged(title: str, told: int) -> float:
        shown = [title if n <= told else said if title else "" for n in range(12)]
        rows = "".join(talk.format(n=n, title=one.format(n=n)) for n, one in enumerate(shown, 2))
        below = "".join(abstract.format(n=n) for n in range(2, 2 + told))
        table = f"<table><tr><th>Day<th>Speaker<th>Title</tr>{rows}</table>"
        html = f"<html lang=en><main><h1>The seminar on moles</h1><p>Room 150.</p>{table}<h3>Abstracts</h3>{below}</main></html>"
        return is_listing(html, "https://portus.example/seminar/")

    for told in (8, 12):
        assert judged(said, told) < 0.2 < 0.4 < judged(f"<a href=#t{{n}}>{said}</a>", told), told


@pytest.mark.parametrize("version", ["v2.{n}.1", "2.{n}.0", "v2.{n}.0-rc1"])
def test_releases_told_on_one_page_are_entries(version: str) -> None:
    """Each heading has its day and leads to itself; the version is its title, however few its letters are."""
    new = (
        "Barges are drawn to scale",
        "The tide of the outer port is read",
        "Quays may have two names",
        "Moorings are counted once",
    )
    parts = "".join(
        f"<section id=r{n}><h2><a href=#r{n}>{version.format(n=n)}</a> <small>2026-0{n + 1}-12</small></h2>"
        f"<ul><li>{new[n % 4]} since {n + 3} boats asked.</li><li>{new[(n + 1) % 4]} at {n + 2} locks.</li></ul></section>"
        for n in range(7)
    )
    html = f"<html lang=en><main><h1>Changelog</h1>{parts}</main></html>"
    url = "https://portus.example/changelog"
    assert is_listing(html, url) > 0.5
    assert [entry.title for one in chosen(induce(html, url)) for entry in one.entries] == [
        version.format(n=n) for n in range(7)
    ]


def test_an_address_that_ends_in_an_entrys_number_names_no_listing() -> None:
    """`/actualites/12` may be its twelfth page, `/actualites/2026` a year's; `/actualites/4711` is one of what it lists."""
    html = page()
    for path in ("4711", "actualites-4711.html", "4711/"):
        assert is_listing(html, URL + path) < is_listing(html, URL + path.replace("4711", "12")), path
    for path in ("2026", "202611", "20261120"):
        assert is_listing(html, URL + path) == is_listing(html, URL + "12"), path
    assert is_listing(html, URL + "page/100") == is_listing(html, URL + "page/12")


@pytest.mark.parametrize("called", ["/login", "/fr/connexion.php"])
def test_news_beside_a_login_are_not_what_the_page_is_for(called: str) -> None:
    """Few and dated they are nearly all that the page says, and their box is called by a listing's name."""
    html = page(rows=4, above="<form>Nom, mot de passe <input type=password></form><h3>Actualités</h3>")
    assert is_listing(html, "https://portus.example" + called) < 0.3 < is_listing(html, URL)


def test_three_notices_that_are_all_of_a_page_are_its_list() -> None:
    """A bold line over each says as much as a heading."""
    rows = "".join(
        f"<p><strong>{n + 10}.05.2026 : le bac numéro {n} repart</strong><br>{'Les passagers embarquent au quai nord dès six heures. ' * 3}"
        f"<a href=/fr/avis/{n}>Lire la suite</a></p>"
        for n in range(3)
    )
    html = f"<html><head><title>Portus</title></head><body><ul><li><a href=/quai>Quai</a></ul><h2>Avis</h2>{rows}</body></html>"
    plain = html.replace("<strong>", "<span>").replace("</strong>", "</span>")
    root = "https://portus.example/"
    assert is_listing(html, root) > 0.4 > is_listing(plain, root)


def test_an_article_above_a_list_is_what_the_page_says() -> None:
    """Four paragraphs below the page's heading, in one part with the list below them; three introduce it."""

    def article(paragraphs: int) -> str:
        said = "Le bac partira une heure plus tôt dès le mois de juin, pour les élèves de l’île et du port. "
        above = "".join(f"<p>{said * 3}</p>" for _ in range(paragraphs))
        return page(above=f"<main><h1>Le bac</h1>{above}", below="</main>")

    assert 1 - is_listing(article(4), URL) > 5 * (1 - is_listing(article(3), URL))


def test_what_a_newsroom_says_above_its_list_is_no_article() -> None:
    """How to subscribe, rights of pictures, languages: below a heading that names a listing, in how many paragraphs one likes."""
    said = "".join(
        f"<p>{'Les communiqués sont libres de droits, les photos aussi. ' * 3}</p>" for _ in range(5)
    )
    html = page(above=f"<main><h1>{{}}</h1>{said}", below="</main>")
    away = "https://portus.example/fr/actualites/"
    assert 1 - is_listing(html.format("Le port"), away) > 5 * (
        1 - is_listing(html.format("Communiqués"), away)
    )


def test_a_title_written_at_the_pages_end_heads_nothing() -> None:
    """A headline stands over a text; what repeats the title below all else is an address, a copy, a mark."""
    head = f"<title>{HEADLINE} | Portus</title>"
    below = is_listing(page(head=head, below=f"<p>{HEADLINE}</p>"), URL)
    assert is_listing(page(head=head, above=f"<p>{HEADLINE}</p>"), URL) < below
    assert below == pytest.approx(
        is_listing(page(head=head, below=f"<p>{HEADLINE[::-1]}</p>"), URL), abs=0.01
    )


def test_two_undated_entries_are_all_of_a_page_called_news() -> None:
    """Each has a heading, a link and a text, and nothing else on the page is headed."""
    rows = "".join(
        f"<article><h2><a href=/fr/bac-{n}>Le bac numéro {n} repart du quai nord</a></h2><p>{'Les passagers embarquent dès six heures. ' * 4}</p></article>"
        for n in range(2)
    )
    html = f"<html><head><title>Portus</title></head><body><main><h1>{{}}</h1>{rows}</main></body></html>"
    assert is_listing(html.format("Actualités"), "https://portus.example/fr/vie") > 0.3
    assert is_listing(html.format("Le quai"), "https://portus.example/fr/vie") < 0.1


def test_when_a_page_was_made_is_no_date_beside_its_list() -> None:
    """Small sites say so at their foot."""
    rows = "".join(
        f"<p><b>{n + 10}.05.2026</b> {'Le bac repart du quai nord dès six heures. ' * 3}<a href=/fr/bac-{n}>ici</a></p>" for n in range(3)
    )  # fmt: skip
    html = f"<html><head><title>Portus</title></head><body><h3>Avis</h3>{rows}<hr><i>{{}}</i></body></html>"
    made, two = (
        is_listing(html.format(said), "https://portus.example/")
        for said in ("Mise à jour : 20.05.2026", "20.05.2026, le bac.</i> <i>2.03.2026, le quai.")
    )
    assert two < 0.5 * made


def test_undated_headings_of_one_word_are_topics() -> None:
    """Cards over services lead below the page as entries do, and have a text each; titles are longer, numbered or dated."""

    def cards(title: str, day: str = "") -> str:
        rows = "".join(
            f"<div class=card><a href=/fr/vie/{n}><h3>{title.format(word)}</h3></a>{day}<p>{'Tout ce qu’il faut en savoir. ' * 3}</p></div>"
            for n, word in enumerate("Logement Voirie Musique Enfance Déchets Marchés".split())
        )
        return f"<html><head><title>Portus</title></head><body><h1>La vie</h1>{rows}</body></html>"

    url = "https://portus.example/fr/vie"
    assert is_listing(cards("{}"), url) < 0.3
    for title, day in (("{} : ce qui change", ""), ("{} 26", ""), ("{}", "<i>4.05.2026</i>")):
        assert is_listing(cards(title, day), url) > 0.8, title


@pytest.mark.parametrize("heading", ["Recettes", "Actualités", "Publications"])
def test_tiles_of_one_word_are_topics_whatever_the_page_is_called(heading: str) -> None:
    """Its entries have titles, or at least a text or who wrote them beside a word."""

    def tiles(title: str, text: str = "") -> str:
        rows = "".join(
            f"<div class=tile><a href=/fr/lu/{n}><h3>{title.format(word)}</h3></a>{text}</div>"
            for n, word in enumerate("Soupes Salades Pains Desserts Poissons Boissons".split())
        )
        return f"<html><head><title>Portus</title></head><body><h1>{heading}</h1>{rows}</body></html>"

    url = "https://portus.example/fr/lu"
    assert is_listing(tiles("{}"), url) < 0.3
    for title, text in (
        ("{} de la mer", ""),
        ("{}", "<p>Comment le port les fait.</p>"),
        ("{}", "<p>Anne Le Goff</p>"),
    ):
        assert is_listing(tiles(title, text), url) > 0.9, text


def test_words_put_together_are_titles() -> None:
    """`Hochwasserschutz` says what three words say in French; `Parks` is a part of the site."""

    def cards(words: tuple[str, ...]) -> str:
        rows = "".join(
            f"<article><h2><a href=/projekte/{word.lower()}>{word}</a></h2><p>{'Die Arbeiten am Kai gehen weiter. ' * 3}</p></article>"
            for word in words
        )
        return f"<html><head><title>Portus</title></head><body><h1>Portus</h1>{rows}</body></html>"

    url = "https://portus.example/projekte"
    titles = cards(
        ("Gemeinderatssitzung", "Weihnachtsmarkt", "Sperrmüllabfuhr", "Hochwasserschutz", "Kirchweihmontag")
    )
    topics = cards(("Wohnen", "Schulen", "Parks", "Verkehr", "Umwelt"))
    assert is_listing(topics, url) < 0.3 < is_listing(titles, url)


def test_days_over_entries_do_not_speak_against_them() -> None:
    """A status page tells each day, though nothing happened on most; with an hour it is when a portal's box was filled."""
    update = "<p><b>{}</b> - {}<br><small>Nov <var>{}</var>, <var>1{}:05</var> UTC</small></p>"
    updates = ("Resolved", "All gauges send again, and what was late is there."), ("Seen", "We look into it.")
    incident = "<div class=incident><div class=title><a href=/incidents/{n}>Late data of the gauge at quay {n}</a></div>{updates}</div>"
    days = ""
    for n in range(11):
        said = "".join(update.format(*one, 27 - n, at) for at, one in enumerate(updates))
        told = incident.format(n=n, updates=f"<div class=updates>{said}</div>") * {2: 1, 5: 2, 10: 1}.get(
            n, 0
        )
        days += f"<div class='day {'' if told else 'none'}'><div class=date>Nov <var>{27 - n}</var>, <var>2026</var></div>"
        days += f"{told or '<p>No incidents reported.</p>'}</div>"
    parts = "".join(
        f"<div><span>{name}</span> <span>Operational</span></div>"
        for name in ("API", "Charts", "Gauges", "Alerts")
    )
    page = f"<html lang=en><body><div>All systems operational</div><div>{parts}</div><div class=past><h2>Past incidents</h2>{days}</div></body></html>"
    stamped = page.replace("<var>2026</var></div>", "<var>2026</var> 10:39:21</div>")
    assert is_listing(page, "https://status.example/") > 0.3 > is_listing(stamped, "https://status.example/")


@pytest.mark.parametrize(("paragraphs", "told"), [(0, False), (1, True), (2, True)])
@pytest.mark.parametrize("start", ["https://", "www."])
def test_addresses_that_a_text_refers_to_are_no_entries(start: str, paragraphs: int, told: bool) -> None:
    """Links called by nothing but their address are sources below one paragraph, too; a page of links has no text."""
    text = (
        "<p>"
        + "Ein Fehler im Programm der Schleuse lässt Fremde die Tore öffnen und schließen. " * 4
        + "</p>"
    )

    def judged(name: str) -> float:
        rows = "".join(
            f"<li><a href=https://bugs{n}.example/4711{n}>{name.format(n=n)}</a> Meldung</li>"
            for n in range(9)
        )
        page = f"<html lang=de><h1>SV-2026-4711</h1>{text * paragraphs}<h3>Quellen</h3><ul>{rows}</ul></html>"
        return is_listing(page, "https://portus.example/sv-2026-4711")

    assert (judged(f"{start}bugs{{n}}.example/4711{{n}}") < 0.3 * judged("Meldung Hafen Altona {n}")) == told
