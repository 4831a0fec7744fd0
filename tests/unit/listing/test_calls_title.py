"""A link that leads on and says the entry's title, whole or cut, is a button and no part of the teaser."""

from __future__ import annotations

import pytest

from scraper.listing.induce import chosen, induce

URL = "https://portus.example/noticias/"
TITLES = (
    "As lontras voltaram ao cais", "Guindastes novos no porto", "O museu abre a terceira sala",
    "A eclusa fecha para obras", "Focas contadas no banco de areia", "A junta aprova o orçamento",
)  # fmt: skip
TEXTS = (
    "Depois de quatro dias de vento o primeiro barco partiu às seis da manhã, e os outros seguem o horário.",
    "Duas máquinas da oficina junto ao rio substituem as dos anos sessenta e levantam o dobro.",
    "Redes, lanternas e o leme do último rebocador a vapor ficam expostos até ao fim do verão.",
    "Os barcos até nove metros podem usar a câmara pequena durante esse tempo.",
    "Os voluntários encontraram mais do que em qualquer ano desde que as contam.",
    "As taxas ficam como estão; uma parte do dinheiro vai para o molhe.",
)


def excerpts(card: str) -> list[str]:
    """The teasers of six entries made from a form; `cut` is the title as a list cuts it."""
    made = "".join(
        "<div class=post>"
        + card.format(n=n, title=title, cut=title[:17].rstrip(), small=title.lower(), text=TEXTS[n])
        + f"<i>{20 - n}/11/2026</i></div>"
        for n, title in enumerate(TITLES)
    )
    kept = chosen(induce(f"<html lang=pt><body><main><h1>Notícias</h1>{made}</main></body></html>", URL))
    return [entry.excerpt for one in kept for entry in one.entries]


LINKED = "<h3><a href=/n/{n}>{title}</a></h3>"


@pytest.mark.parametrize(
    "card",
    [
        LINKED + "<p>{text} <a href=/n/{n}>Leia mais: {cut}...</a></p>",
        LINKED + "<p>{text} <a href=/n/{n}>Leia mais sobre “{cut}…”</a></p>",
        LINKED + '<div><p>{text}</p></div><a href="/n/{n}#more">Leia mais "{title}"</a>',
        LINKED + "<p>{text} → <a href=/n/{n}>{cut} [...] inteira</a></p>",
        "<h3>{title}</h3><p>{text}</p><p><a href=/n/{n}>Leia mais<span> sobre {small}</span></a></p>",
        "<h3>{title}</h3><p>{text} <a href=/n/{n}>Leia mais: {cut}...</a></p>",
    ],
)
def test_a_button_that_calls_the_entry_is_left_out(card: str) -> None:
    """However the title is cut, and wherever its own link leads."""
    assert excerpts(card) == list(TEXTS)


def test_a_link_that_says_more_than_the_title_stays() -> None:
    """A sentence of the teaser that leads to the entry and begins as its title does is read on."""
    card = LINKED + "<p><a href=/n/{n}>{title}, e toda a gente do bairro veio ver como foi. {text}</a></p>"
    assert all(text in excerpt for text, excerpt in zip(TEXTS, excerpts(card), strict=True))


def test_a_short_teaser_that_begins_as_its_title_does_stays() -> None:
    """What leads nowhere is no button, though it says the title in small letters or its beginning, and little more."""
    small = excerpts("<h3>{title}</h3><p>{small} desde ontem de manhã</p>")
    assert small == [f"{title.lower()} desde ontem de manhã" for title in TITLES]


def test_a_short_teaser_whose_first_sentence_is_its_title_stays() -> None:
    """A post that begins with its title, cut after thirty characters more, is no button; the title before "read more" is."""
    assert excerpts("<h3>{title}</h3><p>{title}. Toda a gente veio ver...</p>") == [
        f"{title}. Toda a gente veio ver..." for title in TITLES
    ]
    assert excerpts("<h3>{title}</h3><p>{text}</p><p>{title}. Leia mais</p>") == list(TEXTS)


def test_a_card_shows_what_the_link_over_it_is_called() -> None:
    """An empty link covers the card and is labelled by its title, which the card shows without a link: it is no teaser."""
    news = (
        ("otters", "Otters are back in the harbour after forty years", "Volunteers found fresh traces on the stones below the mole."),
        ("seals", "Four hundred seals counted on the outer sandbank", "There are more than in any year since the counting began."),
        ("lock", "Lock chamber closed for repairs until the end of June", "Boats up to nine metres may use the small chamber in the meantime."),
    )  # fmt: skip
    cards = "".join(
        f'<div class=card><a href=/n/{at} aria-label="{title}"></a><div class=b><span class=cat>News</span><p class=h>{title}</p><p class=x>{text}</p><p class=d>3 May 2026</p></div></div>'
        for at, title, text in news
    )
    page = f"<html lang=en><body><main><h1>News</h1>{cards}</main></body></html>"
    rows = induce(page, "https://portus.example/news/")[0].entries
    assert [(row.title, row.excerpt) for row in rows] == [(title, text) for _, title, text in news]


@pytest.mark.parametrize("again", ["{title}", "{nbsp}"], ids=["as it is", "with its spaces kept"])
def test_a_line_that_says_the_title_again_above_the_text_is_no_teaser(again: str) -> None:
    """A log of changes writes the whole message, its first line too, below the link that is called by it."""
    card = f"{LINKED}<div>{again}<br><br>{{text}}</div>".replace("{nbsp}", "{title_kept}")
    made = "".join(
        "<div class=post>"
        + card.format(n=n, title=title, title_kept=title.replace(" ", "&nbsp;"), text=TEXTS[n])
        + f"<i>{20 - n}/11/2026</i></div>"
        for n, title in enumerate(TITLES)
    )
    kept = chosen(induce(f"<html lang=pt><body><main><h1>Notícias</h1>{made}</main></body></html>", URL))
    assert [entry.excerpt for one in kept for entry in one.entries] == list(TEXTS)
