"""What of an entry is its teaser: not its byline, however long, and a short sentence that several entries have, too."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce
from tests.unit.listing.harbour import TEXTS, TITLES

URL = "https://portus.example/news/"
PEOPLE = ("Ana Roe", "Jo Marsh", "Kit Orme", "Pia Lund")


def excerpts(card: str) -> list[str]:
    """The teasers of a list whose entries are made from a form."""
    cards = "".join(
        "<div class=post>"
        + card.format(
            title=TITLES[n],
            text=TEXTS[n],
            day=f"{20 - n} November 2026",
            n=n,
            name=PEOPLE[n % 4],
            views=31 * n + 7,
        )
        + "</div>"
        for n in range(8)
    )
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{cards}</main></body></html>", URL))
    return [entry.excerpt for one in kept for entry in one.entries]


@pytest.mark.parametrize("same", ["{title}. {text}", "{title}"])
def test_teasers_that_say_the_titles_again_are_none(same: str) -> None:
    """Where a text has no beginning of its own, systems write the title there; a few entries with a text keep it."""
    heads = [same.format(title=title, text=text) for title, text in zip(TITLES, TEXTS, strict=False)]
    for own in (range(0), range(0, 8, 4)):
        cards = "".join(
            f"<div class=post><h3><a href=/n/{n}>{heads[n]}</a></h3><p>{TEXTS[n - 1] if n in own else heads[n]}</p>"
            f"<i>{20 - n} November 2026</i></div>"
            for n in range(8)
        )
        kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{cards}</main></body></html>", URL))
        assert [(entry.title, entry.excerpt) for one in kept for entry in one.entries] == [
            (heads[n], TEXTS[n - 1] if n in own else "") for n in range(8)
        ]


META = [
    "portus.example › news › otters {n}",
    "https://portus.example/news/{n}.html",
    "Posted by {name} | <a href=/n/{n}#c>{n} comments</a> | {views} views",
    "Filed under: <a href=/c/quays>Quays and basins</a>, <a href=/c/boats>Boats</a>, by {name}",
    "Category: <a href=/c/{n}>Harbour</a> | Views: {views} | Added by: <a href=/u/1>admin</a> | Date: {day} | <a href=/n/{n}#c>Comments ({n})</a>",
    "投稿者 yama : {n}:10 | <a href=/n/{n}.html>個別ページ</a> | <a href=/n/{n}#c>コメント ({n})</a> | <a href=/n/{n}#t>トラックバック (0)</a>",
    "This entry was posted in <a href=/c/1>Harbour</a> and tagged <a href=/t/{n}>boats</a> by {name} on {day}",
]
HEAD = "<h3><a href=/n/{n}.html>{title}</a></h3>"


@pytest.mark.parametrize("meta", META)
@pytest.mark.parametrize(
    "card",
    [
        "<div class=date>{{day}}</div><div class=text>{{text}}</div><div class=info>META</div>",
        "<p>{{day}}</p><p>{{text}}</p><p>META</p>",
        "<div class=body><p>{{text}}</p></div><p class=foot>META</p><p>{{day}}</p>",
    ],
)
def test_a_line_of_small_print_is_no_second_paragraph(card: str, meta: str) -> None:
    """Who wrote it, under what, how often it was read: a list says it alike."""
    assert excerpts(HEAD + card.replace("{{", "{").replace("}}", "}").replace("META", meta)) == list(TEXTS)


@pytest.mark.parametrize("meta", META)
def test_spans_that_meet_without_a_space_are_lines(meta: str) -> None:
    """Words of one line have a space between them."""
    card = "<span class=desc>{text}</span><span class=info>META</span><span>{day}</span>".replace(
        "META", meta
    )
    assert excerpts(HEAD + card) == list(TEXTS)


def test_spans_meet_where_a_teaser_is_cut() -> None:
    """Inside a word, in half a character, behind a space: most of the list tells, and the label goes on alike."""
    card = "<span class=desc>{text}</span><span class=info>filed under: <a href=/c/{n}>Boats</a></span><span>{day}</span>"
    ends = ("", "\U0010f7c3", " ")
    cut = [text[:52].rstrip() + ends[n % 3] for n, text in enumerate(TEXTS)]
    cards = "".join(
        f"<div class=post><h3><a href=/n/{n}.html>{TITLES[n]}</a></h3>{card.format(text=cut[n], n=n, day=f'{20 - n} November 2026')}</div>"
        for n in range(8)
    )
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{cards}</main></body></html>", URL))
    assert [entry.excerpt for one in kept for entry in one.entries] == [text.strip() for text in cut]


def test_a_teaser_in_a_second_link_to_the_entry() -> None:
    """Title and teaser are links of one address, side by side."""
    card = "<a class=name href=/n/{n}.html>{title}</a><a class=said href=/n/{n}.html>{text}</a><span>{day}</span>"
    assert excerpts(card) == list(TEXTS)


def test_the_first_letters_of_a_text_stay_with_it() -> None:
    """They are drawn larger, in an element of their own."""
    texts = [f"<i class=cap>{text[:3]}</i><b class=rest>{text[3:]}</b>" for text in TEXTS]
    assert told(texts) == list(TEXTS)


def test_sentences_made_alike_are_teasers() -> None:
    """Only their numbers differ, and they say much at once."""
    card = (
        HEAD
        + "<p>{day}</p><p>The works at quay {n} take until the end of the year and boats go along the river.</p>"
    )
    assert excerpts(card) == [
        f"The works at quay {n} take until the end of the year and boats go along the river."
        for n in range(8)
    ]


def told(texts: list[str], name: str = "") -> list[str]:
    """The teasers of a list that says these, each in a paragraph of its own."""
    mark = f" class={name}" if name else ""
    cards = "".join(
        f"<div class=post><h3><a href=/n/{n}.html>{TITLES[n]}</a></h3><p class=day>{20 - n} November 2026</p><p{mark}>{text}</p></div>"
        for n, text in enumerate(texts)
    )
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{cards}</main></body></html>", URL))
    return [entry.excerpt for one in kept for entry in one.entries]


def test_a_short_teaser_that_returns_stands_where_others_say_more() -> None:
    """Three times of eight "Free entry." is no button: its place holds teasers."""
    texts = [text if n % 3 else "Free entry." for n, text in enumerate(TEXTS)]
    assert told(texts) == texts


def test_teasers_that_return_cut_by_bytes() -> None:
    """A lone byte at their ends is as good as a sentence's."""
    texts = [
        ("Η είσοδος είναι ελε\U0010f7cf", "Οι εργασίες θα ολοκ\U0010f7ce", "Οι αιτήσεις στο πρω\U0010f7cf")[
            n % 3
        ]
        for n in range(8)
    ]
    wide = [f"{text[:-1]} και πάλι σήμερα {text}" for text in texts]
    assert told(wide) == wide


@pytest.mark.parametrize("name", ["", "when"])
def test_short_sentences_are_teasers(name: str) -> None:
    """Where nearly all end as sentences do."""
    texts = [
        f"{first} is open to all, {last}."
        for first in ("The hall", "The mole")
        for last in ("free", "by day", "at night", "as ever")
    ]
    assert told(texts, name) == texts


def test_what_is_called_a_teaser_is_one() -> None:
    """However short, and whatever it ends in."""
    texts = [f"Tickets at the door, seat {n + 1}" for n in range(8)]
    assert told(texts, "teaser") == texts


def test_two_of_three_entries_may_say_the_same() -> None:
    """A long sentence is no button, though most of a short list have it."""
    texts = [TEXTS[0], TEXTS[2], TEXTS[0]]
    assert told(texts) == texts


@pytest.mark.parametrize("between", [" ", ", ", " | "])
def test_who_is_named_beside_the_day_is_no_teaser(between: str) -> None:
    """Another name in each entry, and as long as a sentence: its words begin with capitals, or marks part them."""
    names = (
        "Ana Lund",
        "Bo Marsh",
        "Cy Orme",
        "Dina Roe",
        "Edda Falk",
        "Gunn Vik",
        "Hilde Moe",
        "Ivo Brandt",
    )
    posts = ("Harbour Board", "Lock Keepers", "Pilot Station", "Ferry Union", "Weigh House", "Dredging Works", "Mole Wardens", "Tide Office")  # fmt: skip
    cards = "".join(
        f"<div class=post><h3><a href=/n/{n}.html>{TITLES[n]}</a></h3><p>{20 - n} November 2026 – Mr. {name}{between}{post} Secretary General</p></div>"
        for n, (name, post) in enumerate(zip(names, posts, strict=True))
    )
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{cards}</main></body></html>", URL))
    assert [entry.excerpt for one in kept for entry in one.entries] == [""] * 8


def test_categories_that_return_are_no_teasers() -> None:
    """Names of offices, however long, stand alike in a place without a sentence."""
    offices = ("Committee for quays, basins, locks and moles", "Board of the eastern and the western harbour")
    assert told([offices[n % 2] for n in range(8)]) == [""] * 8


@pytest.mark.parametrize("front", ["(Portus) – ", "[tour] ", "« ", "- ", "¿"])
@pytest.mark.parametrize("button", [" <a href=/n/{n}.html>Read more</a>", ""])
def test_a_teaser_keeps_the_signs_it_begins_with(front: str, button: str) -> None:
    """A link taken off its end changes nothing at its front."""
    assert excerpts(HEAD + f"<p>{front}{{text}}{button}</p>") == [front + text for text in TEXTS]


@pytest.mark.parametrize("between", [" – ", ": ", " | ", " (Portus) "])
def test_what_parts_a_date_from_the_teaser_goes_with_it(between: str) -> None:
    """A dash or a colon behind the date is none of the teaser; a bracket that opens there is."""
    told = excerpts(HEAD + f"<p><time>{{day}}</time>{between}{{text}}</p>")
    assert told == [between.strip(" –:|") + " " * ("(" in between) + text for text in TEXTS]


def test_a_text_that_only_says_the_title_is_no_teaser() -> None:
    """The title is a link's label, which the paragraph below its day repeats; where one entry does so, it has no more to say."""
    card = '<h4><a href=/n/{n}.html title="{title} and in all parts of the town">{day} — Posted {day} 11:47 AM</a></h4><p>{title} and in all parts of the town</p>'
    assert excerpts(card) == [""] * 8
    texts = [TITLES[0], *TEXTS[1:]]
    assert told(texts) == texts


def test_what_stood_around_a_title_goes_with_it() -> None:
    """A label without its text and brackets without theirs say nothing; a text's own stay."""
    line = "<p><b>Company: </b>{name} <b>| County: </b>Kent (east) <b>| Note: </b>{{text}}</p>"
    link = "<a href=/n/{n}.html>{title}</a>"
    assert excerpts(line.format(name=link)) == [f"County: Kent (east) | Note: {text}" for text in TEXTS]
    assert excerpts(f"<p>{{text}} ({link})</p>") == list(TEXTS)
    call = f"<p>{link} <b>moor()</b> {{text}}</p>"
    assert excerpts(call) == [f"moor() {text}" for text in TEXTS]


@pytest.mark.parametrize("between", [": ", " - ", " – "])
def test_the_point_behind_a_title_goes_with_it_where_a_date_stands_before_both(between: str) -> None:
    """One paragraph an entry: its day in bold, its title as a link, its text."""
    assert excerpts(f"<p><b>{{day}}</b>{between}<a href=/n/{{n}}>{{title}}</a>. {{text}}</p>") == list(
        TEXTS[:8]
    )


def test_the_number_of_an_entry_is_no_teaser() -> None:
    """Numbers typed before the titles stand in their lines, the texts below them."""
    rows = "".join(
        f"<li>{n}. <a href=/n/{n}>{title}</a> (3 May 2026)<br>{title} is told at length by those who were there.</li>"
        for n, title in enumerate(
            ("The fog of the winter", "The mole of the north", "The bell of the lightship"), 1
        )
    )
    page = f"<html lang=en><body><main><h1>News</h1><ol>{rows}</ol></main></body></html>"
    said = [entry.excerpt for entry in induce(page, "https://portus.example/news/")[0].entries]
    assert all(text.startswith("The ") for text in said)


def test_bylines_with_a_day_are_no_titles() -> None:
    """Where cards have none, the point of a day leaves no title, nor do words between the emphases of a few teasers."""
    said = [
        "The crossing is open again after four days of wind, and the first boat left at six in the morning.",
        "Divers have found an anchor of oak below the eastern quay, and nobody knows yet whose it was once.",
        "Our juniors <i>(second)</i> and our <b>youngest rowers</b> <i>(third)</i> will start in the regatta of the county.",
        "Volunteers counted more seals on the sandbank than in any year since the counting began in the sixties.",
        "Two machines from the yard on the river <b>replace those</b> of the sixties, and lift twice as much as they did.",
        "The old customs house has found a tenant, who will open a workshop for oars and sails below the tower.",
    ]
    cards = "".join(
        f"<div class=card><img src=/{n}.jpg alt=''><div class=row><small><b>AUTHOR: {PEOPLE[n // 3]}</b></small>"
        f"<small>{20 - n}.11.2026.</small></div><p>{text}</p><a href=/news/{n}>Read more</a></div>"
        for n, text in enumerate(said)
    )
    page = f"<html lang=hr><body><main><h1>Novosti</h1><div class=grid>{cards}</div></main></body></html>"
    [kept] = chosen(induce(page, URL))
    assert [entry.title for entry in kept.entries] == [""] * 6
    assert [entry.excerpt[:20] for entry in kept.entries] == [text[:20] for text in said[:2]] + [
        "Our juniors (second)"
    ] + [text[:20] for text in said[3:]]


def test_the_marks_around_a_category_go_with_it() -> None:
    """`3 May 2026 | Sport | The regatta …`: where the category returns it is none of the teaser, and both marks are none."""
    card = "<h3><a href=/news/{n}>{title}</a></h3><p><span>{day}</span> | <span><a href=/port/>Port</a></span> | {text}</p>"
    assert excerpts(card) == list(TEXTS)


@pytest.mark.parametrize(
    "notes",
    [
        ["{n} April 2026", "{place}", "Tel. 0{n}23 45{n}6"],
        ["A. Berg, {n} April 2026", "Updated: 3 May 2026"],
        ["{n}:30", "{place}", "{n} April 2026", "{n}.50 €"],
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_short_notes_beside_a_teaser_hide_it_not(notes: list[str], *, first: bool) -> None:
    """Paragraphs without names, in one place: the longest of each entry tells what stands there, and the notes are none of it."""
    rows = ""
    for n, (title, text) in enumerate(zip(TITLES[:6], TEXTS, strict=False)):
        said = [
            note.format(n=10 + n, place=("Town Hall", "Old Library", "Harbour Room")[n % 3]) for note in notes
        ]
        rows += f"<div><h3><a href=/n/{n}>{title}</a></h3><p>{'</p><p>'.join([text, *said] if first else [*said, text])}</p></div>"
    page = f"<html lang=en><title>News</title><main><h1>News</h1>{rows}</main></html>"
    [kept] = chosen(induce(page, "https://portus.example/news/"))
    assert [entry.excerpt for entry in kept.entries] == list(TEXTS[:6])


def test_short_notes_alone_are_no_teasers() -> None:
    """A place, an hour, a telephone number in each entry."""
    rows = "".join(
        f"<div><h3><a href=/n/{n}>{title}</a></h3><p>{10 + n} April 2026</p><p>Harbour Room {n}</p><p>Tel. 0{n}23 45{n}6</p></div>"
        for n, title in enumerate(TITLES[:6])
    )
    page = f"<html lang=en><title>News</title><main><h1>News</h1>{rows}</main></html>"
    [kept] = chosen(induce(page, "https://portus.example/news/"))
    assert [entry.excerpt for entry in kept.entries] == [""] * 6


def test_a_stamp_in_the_place_of_the_text_hides_it_not() -> None:
    """Two `<font>` of one cell, parted by `<br>`: the day and who wrote, then a sentence; a source alone stays none."""
    said = (
        "Books about the sea and its ports.",
        "The guest sailed around the island.",
        "The room is closed until New Year.",
    )

    def excerpts(text: str) -> list[str]:
        rows = "".join(
            f"<tr><td><font><b><a href=/n/{n}>{TITLES[n]}</a></b></font></td></tr><tr><td><font size=1>2{n}.11.2026 | admin</font><br>"
            f"<font size=2>{text.format(said[n])}</font></td></tr>"
            for n in range(3)
        )
        found = induce(
            f"<html lang=en><body><h2>News</h2><table>{rows}</table></body></html>",
            "https://portus.example/news",
        )
        return [entry.excerpt for entry in found[0].entries]

    assert excerpts("{}") == [*said]


def test_a_heading_below_the_title_that_ends_as_a_sentence_is_a_teaser() -> None:
    """Themes set the subtitle in `h3` below `h2`, in the same link."""
    said = ("With a needle and some patience.", "Three centuries in a sack.", "Seven names for the same air.")
    rows = "".join(
        f"<div class=post><a href=/n/{n}><h2>{TITLES[n]}</h2><h3>{text}</h3></a><p>2{n} November 2026</p></div>"
        for n, text in enumerate(said)
    )
    found = induce(
        f"<html lang=en><body><main><h1>News</h1>{rows}</main></body></html>", "https://portus.example/news"
    )
    assert [entry.excerpt for entry in found[0].entries] == [*said]


def test_another_day_of_the_entry_is_no_teaser() -> None:
    """It stands in a line of its own like the texts; what few entries say alike, `October`, is no label either."""
    days = [f"{26 - 4 * n} November 2026" if n < 6 else f"{51 - 4 * n} October 2026" for n in range(9)]
    cards = "".join(
        f"<li><h3><a href=/n/{n}>{TITLES[n % len(TITLES)]} {n}</a></h3><p>{day}</p><p>{day.replace('6', '7', 1)}</p>"
        f"<p>{TEXTS[n % len(TEXTS)]}</p></li>"
        for n, day in enumerate(days)
    )
    page = f"<html lang=en><body><main><h1>News</h1><ul>{cards}</ul></main></body></html>"
    said = [entry.excerpt for one in chosen(induce(page, URL)) for entry in one.entries]
    assert said == [TEXTS[n % len(TEXTS)] for n in range(9)]


def test_a_badge_beside_the_title_is_no_teaser_where_both_stand_in_boxes_without_names() -> None:
    """`New` behind a few titles; what is said behind one title alone is kept."""
    said = [
        " <b class=x>New</b>" if n in (0, 2) else " <i>in both harbours</i>" if n == 5 else ""
        for n in range(8)
    ]
    cards = "".join(
        f"<div class=post><div>{20 - n} November 2026</div><div><a href=/n/{n}>{TITLES[n]}</a>{said[n]}</div><div>{TEXTS[n]}</div></div>"
        for n in range(8)
    )
    kept = chosen(induce(f"<html lang=en><body><main><h1>News</h1>{cards}</main></body></html>", URL))
    texts = [f"in both harbours {text}" if n == 5 else text for n, text in enumerate(TEXTS[:8])]
    assert [entry.excerpt for one in kept for entry in one.entries] == texts


def test_a_short_teaser_that_two_entries_share_is_kept() -> None:
    """Beside the titles most have one of their own."""
    said = ["Doors at six" if n in (2, 5) else TEXTS[n] for n in range(8)]
    items = "".join(f"<li><a href=/n/{n}>{TITLES[n]}</a> – {said[n]}</li>" for n in range(8))
    kept = chosen(
        induce(f"<html lang=en><body><main><h1>News</h1><ul>{items}</ul></main></body></html>", URL)
    )
    assert [entry.excerpt for one in kept for entry in one.entries] == said
