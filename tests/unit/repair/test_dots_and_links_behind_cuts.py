"""Two dots, and the words of a link that were read wrong with their text, stand behind half characters like any marker."""

from __future__ import annotations

import pytest

from pipelines import mend
from pipelines.repair import markers

GERMAN = "Die Bücherei am Hafen öffnet ab Montag früher, und für Schüler gibt es eigene Tische auf der "
POLISH = "Biblioteka przy porcie będzie od poniedziałku otwarta dłużej, a dla uczniów przygotowano osobne "


@pytest.mark.parametrize("shown", ["Ã", "�", "\U0010f7c3", "Ã "])
@pytest.mark.parametrize("dots", ["..", " .."])
def test_two_dots_hide_no_half_character(shown: str, dots: str) -> None:
    """What is left of a letter goes, the dots stay."""
    assert mend(GERMAN + "L" + shown.strip() + dots, language="de") == GERMAN + "L" + dots


@pytest.mark.parametrize("end", ["im Café..", "oder so..", "und é..", "Ende.."])
def test_two_dots_behind_whole_letters_stay(end: str) -> None:
    """An author's own dots are none of a cut."""
    assert mend(GERMAN + end, language="de") == GERMAN + end


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "cp1250"])
@pytest.mark.parametrize("dots", ["..", "…", " Czytaj więcej", " [Czytaj dalej]", "… Czytaj więcej »"])
def test_markers_behind_misread_texts(codec: str, dots: str) -> None:
    """A misread text that was cut comes back whatever its marker, read wrong with it or not."""
    data = (POLISH + "ś").encode()[:-1]
    shown = f"sloppy-windows-{codec[2:]}" if codec != "latin-1" else codec
    body = data.decode(shown)
    assert mend(body + dots, language="pl") == POLISH.rstrip() + dots
    assert mend(body + dots.encode().decode(shown), language="pl") == POLISH.rstrip() + dots


@pytest.mark.parametrize("codec", ["sloppy-windows-1252", "latin-1"])
def test_a_whole_text_keeps_the_words_of_its_link(codec: str) -> None:
    """Words of a link behind a whole misread text are read back with it."""
    text = POLISH + "stoły. Czytaj więcej"
    assert mend(text.encode().decode(codec), language="pl") == text


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("The harbour opens on Monday [Read more…]", " [Read more…]"),
        ("The harbour opens on Monday. [Read more...]", " [Read more...]"),
        ("Der Hafen öffnet am Montag … weiterlesen …", " … weiterlesen …"),
        ("Der Hafen öffnet am Montag und es gibt mehr…", "…"),
    ],
)
def test_dots_behind_the_words(text: str, marker: str) -> None:
    """A link's words may end in dots themselves, inside brackets or behind other dots."""
    assert markers.split(text)[1].strip() == marker.strip()


@pytest.mark.parametrize("codec", ["sloppy-windows-1252", "latin-1", "macroman"])
@pytest.mark.parametrize("times", [1, 2])
def test_all_layers_come_off_before_two_dots(codec: str, times: int) -> None:
    """Half a character that was read wrong twice is valid once, and hides no layer."""
    shown = (GERMAN + "Lö").encode()[:-1].decode(codec)
    for _ in range(times - 1):
        shown = shown.encode().decode(codec)
    assert mend(shown + "..", language="de") == GERMAN + "L.."


@pytest.mark.parametrize("codec", ["latin-1", "cp1252"])
@pytest.mark.parametrize("marker", ["…", " …", "[…]"])
@pytest.mark.parametrize("text", ["ميز", "দূৰৰ", "إزاحة", "মজিলা ফাউণ্ডেশ্যন"])
def test_half_a_quotation_mark_before_the_marker_is_no_space(text: str, marker: str, codec: str) -> None:
    """`â€…` is what is left of a quotation mark or a dash, and a marker, in a title, too; nobody writes U+2005."""
    misread = "".join(
        bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode() + b"\xe2\x80"
    )
    assert mend(misread + marker) == text + marker


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("Knihovna u přístavu bude od pondělí otevřena déle pro žáky ze vzdělávacích m", "... Číst dál"),
        ("Die Bücherei am Hafen öffnet ab Montag früher, und für Sch", " [Mehr Informationen]"),
        ("La biblioteca del puerto abre desde el lunes y los ni", "… Saber más »"),
        ("Biblioteka przy porcie będzie od poniedziałku otwarta d", "... Dowiedz się więcej"),
    ],
)
def test_words_that_sentences_end_in_are_a_link_behind_dots(text: str, marker: str) -> None:
    """Behind dots or in brackets they stand for the rest of the text, and half a character before them goes."""
    mended = mend(text + "Ã" + marker)
    assert mended.startswith(text)
    assert mended.endswith(marker)
    assert "Ã" not in mended


@pytest.mark.parametrize(
    "text",
    ["Ask at the desk to learn more", "A knihu chtěl číst dál", "Quiso saber más", "Er wollte den ganzen Artikel lesen", "Vi vil gerne se mere"],
)  # fmt: skip
def test_a_sentence_keeps_its_last_words(text: str) -> None:
    """Without dots before them they are the author's."""
    assert markers.split(text) == (text, "")


@pytest.mark.parametrize("shown", ["ä", "�", "ä¸", "ж"])
def test_a_chinese_ellipsis_is_one_marker(shown: str) -> None:
    """It is set twice, `……`, and neither of the two is a byte of the ideograph before it."""
    text = "村里的老磨坊在春节前修好了，居民们都说那是一个适合大家聚会的地方，也可以在那里办展览和演"
    assert markers.split(text + "……") == (text, "……")
    assert mend(f"{text}{shown}……", language="zh") == f"{text}……"
