"""What a page calls itself, in many languages."""

from __future__ import annotations

import pytest

from scraper.listing.markup.tree import parse
from scraper.listing.words.wording import called_error, called_listing, is_root


@pytest.mark.parametrize(
    "text",
    [
        "News", "Latest news", "Communiqués de presse", "Aktuelles aus dem Rathaus", "Sala de prensa: noticias", "Новости",
        "Новини громади", "市政府通知公告", "お知らせ一覧", "공지사항", "الأخبار", "חדשות", "ข่าวประชาสัมพันธ์", "Tin tức", "Úřední deska",
        "Ανακοινώσεις", "Slip opinions 2026", "Veröffentlichungen 2026", "Unsere Publikationen", "Publikacje", "刊行物一覧", "Berichte", "Отчёты",
        "보고서", "Offene Stellen", "Open positions", "Oferty pracy", "Вакансии", "招聘信息", "Ledige stillinger", "Obituaries", "Rezepte",
        "Security advisories", "Incident history", "Vol. 12, No. 2 (2026)", "v. 12 n. 2 (2026): Sal e vento", "Volume 14, Issue 2 (November 2026)",
        "निविदा सूचना", "ताज़ा समाचार", "সাম্প্রতিক সংবাদ", "İhale İlanları", "Közbeszerzési eljárások", "المناقصات", "채용 공고", "Rozhodnutí soudu", "Fundargerðir",
        "Pressrum", "Biuro prasowe", "Pro média", "Пресс-центр", "Γραφείο Τύπου", "Medialle", "المركز الإعلامي", "媒体中心", "Udgivelser",
        "Amtsblatt Nr. 45/2026", "Službeni glasnik, broj 118/2026", "Boletín Oficial número 233 de 2026", "Dziennik Ustaw 2026/123", "政府公报 2026年第11期",
        "Jahrgang 12 (2026), Heft 2", "Том 12, № 2", "Vol. 8 Núm. 15 (2026)", "第12卷第2期", "제12권 제2호",
    ],
)  # fmt: skip
def test_headings_that_name_a_listing(text: str) -> None:
    """Alone or with a word or two."""
    assert called_listing(parse(f"<h1>{text}</h1>", "https://portus.example/42")) == 1.0


@pytest.mark.parametrize(
    "text",
    ["About us", "Contact", "Press contact", "Contact presse", "Kontakt dla mediów", "報道関係者の連絡先", "Unser Team", "Good news for the people who keep the lighthouse on the island", "Услуги", "关于我们", "", "Rapports entre voisins",
     "Berichte aus dem Moor", "工事の報告会", "Fragen stellen", "Recettes et dépenses", "Light fixtures", "The Portus Gazette",
     "Decision No. 45/2026", "Boletim do porto, 12/05/2026", "Issue 412", "Volume 14", "Band 3 spielt im Hof", "No. 12 Quay Street, Tom 3"],
)  # fmt: skip
def test_headings_that_name_something_else(text: str) -> None:
    """A headline with the word in it is a headline."""
    assert called_listing(parse(f"<h1>{text}</h1>", "https://portus.example/42")) == 0.0


def test_a_listing_may_be_named_by_its_address() -> None:
    """By its last part, whatever file it is; never by the address of a front page."""
    assert called_listing(parse("<h1>Portus</h1>", "https://portus.example/fr/actualites.html")) == 1.0
    assert called_listing(parse("<h1>Portus</h1>", "https://portus.example/news/index.php")) == 1.0
    assert called_listing(parse("<h1>Portus</h1>", "https://portus.example/about")) == 0.0
    assert called_listing(parse("<h1>News</h1>", "https://portus.example/")) == 0.0
    assert called_listing(parse("<h1>News</h1>", "https://portus.example/?page=news")) == 1.0


@pytest.mark.parametrize("path", ["", "/", "/fr/", "/pt-BR", "/index.php", "/en/home.html"])
def test_the_front_page_of_a_site_or_language_is_a_first_page(path: str) -> None:
    """The first page of a site or of one of its languages."""
    assert is_root(f"https://portus.example{path}")
    assert is_root(path)  # as a menu's link is written


@pytest.mark.parametrize(
    "path", ["/news", "/fr/actualites/", "/index/2", "/?id=42", "/index.php?view=reports"]
)
def test_pages_that_are_not_the_first(path: str) -> None:
    """Any folder below, and any that is asked for by a query."""
    assert not is_root(f"https://portus.example{path}")
    assert not is_root(path)


@pytest.mark.parametrize(
    "page",
    [
        "<title>404</title>",
        "<h1>Portus</h1><h2>Seite nicht gefunden</h2>",
        "<title>Page introuvable | Portus</title>",
        "<h1>Страница не найдена</h1>",
        "<h1>ページが見つかりません</h1>",
    ],
)
def test_an_error_page_is_known_by_number_or_words(page: str) -> None:
    """By number or in words, in the title or a first heading."""
    assert called_error(parse(page, "")) == 1.0


@pytest.mark.parametrize(
    "page", ["<h1>Route 4041</h1>", "<p>not found</p>", "<h1>A seal that was not found for a week is back in the harbour of Portus</h1>"]
)  # fmt: skip
def test_other_numbers_and_headlines_are_no_error(page: str) -> None:
    """Other numbers, running text, a headline."""
    assert called_error(parse(page, "")) == 0.0
