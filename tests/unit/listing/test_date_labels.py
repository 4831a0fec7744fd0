"""Of two days in an entry the one labelled as the day of publication is the entry's, but not where days to come are listed."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from scraper.listing.words.wording import says_other_day, says_published

URL = "https://portus.example/decisions/"


def dates(row: str, url: str = URL, heading: str = "Decisions", head: str = "") -> list[str]:
    """The dates of six entries: in a row `{held}` and `{told}` are the two days, `{n}` a number."""
    rows = "".join(row.format(n=n, held=f"{n + 3:02}.03.2026", told=f"{n + 12:02}.03.2026") for n in range(6))
    body = f"<table>{head}{rows}</table>" if row.startswith("<tr") else rows
    [kept] = chosen(induce(f"<html><body><h1>{heading}</h1><main>{body}</main></body></html>", url))
    return [entry.date[:2] for entry in kept.entries]


HELD, TOLD = [f"{n + 3:02}" for n in range(6)], [f"{n + 12:02}" for n in range(6)]
TITLE = "<h3><a href=/d/{n}>The council decides on matter {n} of the plan</a></h3>"


@pytest.mark.parametrize(
    "meta",
    [
        "<p>Séance du {held} – Publié le {told}</p>",
        "<p>Séance du <b>{held}</b></p><p>Publié le <b>{told}</b></p>",
        "<p><span>Séance du</span> <time>{held}</time> <span>Publié le :</span> <time>{told}</time></p>",
        "<p><span class=visuallyHidden>Updated: </span>{held}</p><p><span class=visuallyHidden>Published: </span>{told}</p>",
        "<p>Sitzung vom {held}</p><p>Veröffentlicht am {told}</p>",
        "<dl><dt>Reunión</dt><dd>{held}</dd><dt>Fecha de publicación</dt><dd>{told}</dd></dl>",
        "<p>開催日 {held}</p><p>掲載日 {told}</p>",
        "<p>Заседание {held}; опубликовано {told}</p>",
    ],
)
def test_the_labelled_day_dates_the_entry(meta: str) -> None:
    """In one text, in two, in boxes of their own, for screen readers alone, in every language of the table."""
    assert dates(f"<article>{TITLE}{meta}</article>") == TOLD


@pytest.mark.parametrize("label", ["Publié le {told} par A. Berg", "Posted on {told} by A. Berg in News"])
@pytest.mark.parametrize("telling", [{0}, {3}, {1, 4}, {0, 2, 3, 5}, set(range(6))])
def test_a_day_that_a_teaser_tells_takes_no_labelled_day_away(label: str, telling: set[int]) -> None:
    """Only entries with several days are asked for a label; what the others show in the same place is the same."""
    days = ("on 12.11.1996 ", "")
    rows = "".join(
        f"<article>{TITLE}<p>{label}</p><p>The harbour was opened {days[n not in telling]}and has been busy.</p></article>"
        .format(n=n, told=f"{n + 12:02}.03.2026")
        for n in range(6)
    )  # fmt: skip
    [kept] = chosen(induce(f"<html><body><h1>Decisions</h1><main>{rows}</main></body></html>", URL))
    assert [entry.date[:2] for entry in kept.entries] == TOLD


def test_the_labelled_day_as_machines_read_it() -> None:
    """Where both are given, the one of the element that shows the entry's date."""
    meta = "Meeting of <time datetime=2026-03-{n}3>{held}</time>, published <time datetime=2026-03-{n}4>{told}</time>"
    rows = "".join(
        f"<article>{TITLE.format(n=n)}<p>{meta.format(n=n, held='3 May', told='4 May')}</p></article>"
        for n in (1, 2)
    )
    [kept] = chosen(induce(f"<html><body><h1>Decisions</h1><main>{rows}</main></body></html>", URL))
    assert [entry.datetime for entry in kept.entries] == ["2026-03-14", "2026-03-24"]


@pytest.mark.parametrize(
    "meta",
    [
        "<p>Erstellt am: {held}<br>Veröffentlicht am: {told}</p>",
        "<dl><dt>作成日</dt><dd>{held}</dd><dt>公表日</dt><dd>{told}</dd></dl>",
        "<p>Erstellt von A. Berg am {held} - Veröffentlicht am {told}</p>",
    ],
)
def test_of_a_text_made_and_published_the_latter_is_its_day(meta: str) -> None:
    """Where nothing is called published, the day it was made may well be the one."""
    assert dates(f"<article>{TITLE}{meta}</article>") == TOLD


@pytest.mark.parametrize(
    "meta",
    [
        "<div>Opened {held}</div><div><strong>Next meeting</strong> 12 December 2026</div>",
        "<div>Ouverte le {held}</div><div><strong>Prochaine réunion</strong> 12 décembre 2026</div>",
        "<div>Stand: 12.11.2026 | Eingang: {held}</div>",
        "<div>In force: 12 December 2026</div><div>Made: {held}</div>",
    ],
)
def test_when_something_goes_on_or_holds_from_is_another_day(meta: str) -> None:
    """The next sitting, the day an act takes effect, the state of a text."""
    assert dates(f"<article>{TITLE}{meta}</article>") == HELD


def test_the_head_of_a_column_is_no_label() -> None:
    """A court posts its decisions when it can; they are known by the day they were made."""
    head = "<tr><th>Decided</th><th>Title</th><th>Posted</th></tr>"
    row = "<tr><td>{held}</td><td><a href=/d/{n}>The council decides on matter {n} of the plan</a></td><td>{told}</td></tr>"
    assert dates(row, head=head) == HELD


@pytest.mark.parametrize(
    ("url", "heading"),
    [("https://portus.example/agenda/", "Portus"), ("https://portus.example/x/", "Veranstaltungen")],
)
def test_on_a_list_of_events_the_day_announced_is_the_date(url: str, heading: str) -> None:
    """When it was written says nothing of the day."""
    row = f"<article>{TITLE}<p>{{held}}</p><p>Publié le {{told}}</p></article>"
    assert dates(row, url, heading) == HELD


@pytest.mark.parametrize("mark", ['itemscope itemtype="https://schema.org/Event"', "class=event-teaser"])
def test_events_by_their_marks(mark: str) -> None:
    """Microdata and class names tell them too."""
    row = f"<article {mark}>{TITLE}<p>{{held}}</p><p>Published {{told}}</p></article>"
    assert dates(row) == HELD


def test_the_address_outdoes_a_label() -> None:
    """A decision's file is named by its day, whenever it was posted."""
    row = "<p>Posted: <b>{told}</b><br><a href=/d/m-{n}-{held}.pdf>The council decides on matter {n}</a><br>Order, {held}</p>"
    assert dates(row) == HELD


def test_a_headline_is_no_label() -> None:
    """The text above the first date may tell of publications."""
    row = "<article><h3><a href=/d/{n}>Publication of plan {n}</a></h3><p>{held}</p><p>Reviewed on {told}</p></article>"
    assert dates(row) == HELD


@pytest.mark.parametrize(
    "text",
    ["Published:", "Paru le", "Mis en ligne le", "发布时间", "Tanggal terbit", "نشر في", "Birting", "Dátum zverejnenia", "публикуване"],
)  # fmt: skip
def test_a_word_of_the_table_labels_the_day_of_publication(text: str) -> None:
    """A word of the table or of the reader of dates, or two together, in a short text."""
    assert says_published(text)


@pytest.mark.parametrize(
    "text", ["Updated", "Bewerbungsschluss", "до", "يېڭىلاندى", "ዘምኗል", "†", "verstorben"]
)
def test_words_of_other_days_are_those_of_the_reader_of_dates(text: str) -> None:
    """What the reader of dates passes over is no entry's day on the page either; nor is a day of death."""
    assert says_other_day(text)


@pytest.mark.parametrize(
    "text", ["", "Séance du", "Updated", "The whole plan was published by the council last week"]
)
def test_other_words_and_sentences_are_no_label_of_publication(text: str) -> None:
    """Other words, and sentences."""
    assert not says_published(text)


@pytest.mark.parametrize(
    "meta",
    [
        "<div>A. Berg · {held}</div><p>Updated: {told}</p>",
        "<div>A. Berg · {held}</div><p>Mis à jour le {told}</p>",
        "<div>Aktualisiert am {told}</div><div>A. Berg · {held}</div>",
        "<p>Обновлено: {told}</p><p>{held}</p>",
        "<p>Deadline: {told}</p><p>Harbour, {held}</p>",
        "<p>更新日：{told}</p><p>{held}</p>",
        "<p><span>最后修改于 {told}</span> <span>{held}</span></p>",
    ],
)
def test_a_day_labelled_as_another_one_stands_back(meta: str) -> None:
    """Of change or of an end, whichever comes first; a line of its own does not outdo one beside a name."""
    assert dates(f"<article>{TITLE}{meta}</article>") == HELD


@pytest.mark.parametrize(
    "meta",
    [
        "<p><span><time>{held}</time>&nbsp;게시 됨</span> <span><time>{told}</time>&nbsp;업데이트 됨</span></p>",
        "<p><span><time>{told}</time> 수정</span> <span><time>{held}</time> 등록</span></p>",
        "<p><span>{told}に更新</span><span>{held}に投稿</span></p>",
        "<div><b>{told}</b> güncellendi</div><div><b>{held}</b> yayınlandı</div>",
    ],
)
def test_a_label_behind_a_day_is_that_days(meta: str) -> None:
    """Where the verb comes last: it was read as the next day's, so that the day of change was the day of publication."""
    assert dates(f"<article>{TITLE}{meta}</article>") == HELD


@pytest.mark.parametrize(
    "meta",
    [
        "<p>{told} <i>12 views</i>, updated</p><p>{held}</p>",
        "<p>{told}, <b>updated timetable</b></p><p>{held}</p>",
        "<p>{told} updated 3 times</p><p>{held}</p>",
    ],
)
def test_what_stands_elsewhere_behind_a_day_is_no_label(meta: str) -> None:
    """In another element, or with a number: the first of two like days stays the entry's."""
    assert dates(f"<article>{TITLE}{meta}</article>") == TOLD


def test_the_only_day_counts_whatever_its_label_says() -> None:
    """Better a day of change than none."""
    assert dates(f"<article>{TITLE}<p>Updated: {{told}}</p></article>") == TOLD


def test_a_day_that_a_teaser_tells_of_outdoes_no_label() -> None:
    """A deadline in a line of its own is nearer to the entry's day than what the text looks back to."""
    prose = "The fund for old quays and slipways was opened to boat owners and their clubs on {held}, and asks for plans."
    assert dates(f"<article>{TITLE}<p>Deadline: {{told}}</p><p>{prose}</p></article>") == TOLD


@pytest.mark.parametrize(
    "marks", ["* {held} † {held}", "geboren {held}, gestorben {held}", "born {held} – died {held}"]
)
def test_days_of_a_life_stand_back_behind_the_notice(marks: str) -> None:
    """A notice of death tells when one was born and died, and when it was published."""
    assert dates(f"<article>{TITLE}<p>{marks}</p><p>Anzeige vom {{told}}</p></article>") == TOLD


def test_a_star_that_opens_a_line_marks_no_birth() -> None:
    """Lines with a star in front of their day, and another day at their end."""
    end = '<a href="/news/{n}">Minutes of the quay board {n}</a> (session of {held})'
    assert dates(f"<article><p>* {{told}} {end}</p></article>") == TOLD
