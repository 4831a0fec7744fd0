"""What links to the next page say, language by language.

A label is short: a word for *next*, *older* or *more*, alone or with what comes (`Next page`, `Nächste Meldungen`,
`Pagina următoare`, `次の10件`). The word decides, the rest may only be a page, an entry or a number; a word for *previous*
spoils it. Words are written down per language by hand from the labels that content systems ship; there is no table of
them in CLDR.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from pipelines.word_tables import rows_of

Said = Literal["next", "maybe", ""]

_WORDS = rows_of("scraper.listing.words", "next.txt", 4)
"""A language, words for next, older, more, words for previous, newer, words for a page and for entries."""
# Scripts without spaces between words.
_RUN_ON = re.compile(
    r"^(?:次(?:の|へ|ページ|頁|[0-9０-９]*件?|の?[0-9０-９]+件|のページ|のページへ|ページへ|の記事|の記事へ)?|次の[0-9０-９]*[件ページ頁]+へ?"
    r"|もっと(?:見る|読む)|前の記事|過去の記事|下一?[页頁](?:[>＞»]*)?|后一?页|後一?頁|后页|加载更多|載入更多|更多|查看更多"
    r"|(?:较|較|更)?(?:旧|舊|早)的?(?:文章|日志|帖子|一[页頁])?|以前的文章|古い記事|過去ログ|이전글더보기|(?:ໜ້າ)?(?:ຖັດໄປ|ຕໍ່ໄປ)|.{0,12}เก่า(?:กว่า)?"
    r"|다음(?:페이지|글)?|더보기|이전글|หน้าถัดไป|ถัดไป|หน้าต่อไป|หน้า ?ถัดไป|(?:ទំព័រ)?បន្ទាប់|နောက်(?:သို့)?(?:စာမျက်နှာ)?)$"
)
# Words that mean so much else that without a pager around them they say nothing.
HOMOGRAPH = 5
"""Letters below which a word of one language is often another's: `kita`, `mer`, `sau`."""
WEAK = frozenset(
    "more earlier forward mehr weiter weitere fleire meira ещё plus más mais avanti далее dalej toliau edasi pas sau eski diğer lama lainnya meer mer"
    " flere fler lisää rohkem vairāk daugiau więcej více viac več više još още ще ещё еще больше több altri altre gehiago"
    " المزيد بیشتر yüklə aghaidh yuttan further".split()
)
_PHRASES = frozenset(
    {"load more", "show more", "view more", "voir plus", "ver más", "ver mais", "charger plus", "afficher plus", "cargar más",
     "carregar mais", "carica altri", "mehr laden", "mehr anzeigen", "meer laden", "toon meer", "показать еще", "показать ещё",
     "загрузить ещё", "ar aghaidh", "li jmiss", "trang sau", "tiếp theo", "daha fazla",
     "articles précédents", "entradas anteriores", "articoli precedenti", "notícias anteriores", "предыдущие записи",
     "article més antics", "mai multe",
     "publicaciones anteriores", "articui precedents", "bài viết trước đây", "cũ hơn"}
)  # fmt: skip


def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    columns: list[set[str]] = [set(), set(), set()]
    for _, *cells in _WORDS:
        for column, cell in zip(columns, cells, strict=True):
            column.update(cell.casefold().split())
    forward, back, around = (frozenset(column) for column in columns)
    return forward, back - forward, around - forward - back


NEXT, PREVIOUS, AROUND = _sets()
# In each language's row the word for a page comes first; three rows begin otherwise.
_PAGE = frozenset(around.casefold().split()[0] for *_, around in _WORDS) - {
    "ar",
    "articui",
    "pou",
}
_DOES = frozenset(
    "load set show view see list de da di do la le les des alla voir lire ver mostrar cargar vis hent visa".split()
)
"""Beside these in labels, and no entries."""
_PAGES = tuple(word[:5] for word in _PAGE)
"""How words for a page begin, and so those for its pages."""
_RUN_ON_PAGE = re.compile("[页頁]|ページ|페이지|หน้า|ໜ້າ|ទំព័រ|စာမျက်နှာ")
WEAK |= {word for word in NEXT if len(word) < HOMOGRAPH and word.isascii() and word != "next"}
BACK = frozenset(
    "previous prev précédent précédente précédents précédentes vorherige vorheriger vorherigen voriges anterior anteriores anteriors"
    " precedente precedenti precedents vorige föregående forrige edellinen edelliset poprzednia poprzedni poprzednie wcześniejsze předchozí"
    " predchádzajúce prejšnja prejšnji prejšnje prethodna prethodne prethodni предыдущая предыдущие предишни попередні папярэднія"
    " προηγούμενα προηγούμενες önceki előző anterioare eelmised iepriekšējie ankstesni sebelumnya 이전 السابقة قبلی הקודמים".split()
)
"""What is before this; on the first page of a list that is older. Words for newer are none."""
_NEWER = frozenset(
    "newer récents récentes récent neuer neuere neueren jüngere recientes nuevas nuevos nuevo nueva recentes novas recenti nuovi nuove"
    " nieuwere nieuwer nyare nyere uudemmat uudempia nowsze nowsi novější novšie novejše novejši novije noviji новее новые новіші"
    " новији понови νεότερα νεότερες yeni újabb újabbak noi noua jaunāki naujesni uudemad mới terbaru أحدث الأحدث جدیدتر חדשות".split()
)
_RUN_ON_BACK = re.compile(r"^前の?[0-9０-９]*(?:件|ページ|頁)?(?:へ|を見る)?$|^이전[0-9]*건?$")
PERIODS = frozenset(
    "day week month year jour semaine mois année tag woche monat jahr día semana mes año dia mês ano giorno settimana mese"
    " anno dag maand jaar uge måned vecka månad uke år viikko kuukausi vuosi dzień tydzień miesiąc rok den týden měsíc"
    " deň týždeň mesiac nap hét hónap zi săptămâna săptămână luna dan tjedan mjesec teden gün hafta ay день неделя неделю"
    " месяц тиждень місяць ημέρα εβδομάδα μήνας 翌月 来月 下个月 下周 다음달".split()
)
"""What a calendar turns: `Next month`."""
LONGEST = 4
"""Words of a label; longer ones are headlines."""
_EDGES = " \t\n\r\xa0>»›→▶►⟩⇒⏵❯＞<«‹←…‥–—-+.,:;()[]|/↓⇩⬇▼"
_UPWARDS = frozenset("↑⇧⬆▲")
"""Signs that lead up a list of days, to newer ones: `More ↑`."""


def bare(text: str) -> str:
    """A label without arrows and signs around it, in lower case."""
    return text.strip(_EDGES).casefold()


@lru_cache(maxsize=4096)
def said(text: str) -> Said:
    """Return whether a label says "next": `next` by its words alone, `maybe` with other words beside them, else "".

    Args:
        text: the visible text of a link or button, or its `aria-label`, `title` or `alt`.
    """
    label = bare(text)
    if not label.isascii():
        if not _UPWARDS.isdisjoint(label):
            return ""
        if _RUN_ON.match(label.replace(" ", "")):
            return "next"
    if label in _PHRASES:
        return "next"
    tokens = label.split()
    if not label.replace(" ", "").isalnum():
        tokens = [plain for token in tokens if (plain := token.strip(_EDGES))]
    if len(tokens) > LONGEST or NEXT.isdisjoint(tokens) or not PREVIOUS.isdisjoint(tokens):
        return ""
    rest = [token for token in tokens if token not in NEXT]
    if all(token in AROUND or token.isdecimal() for token in rest):
        return "next"
    return "maybe" if len(tokens) < LONGEST else ""


def newer(text: str) -> bool:
    """Whether a label says newer, and nothing of next."""
    tokens = [token.strip(_EDGES) for token in bare(text).split()]
    return len(tokens) <= LONGEST and not _NEWER.isdisjoint(tokens) and NEXT.isdisjoint(tokens)


def back(text: str) -> bool:
    """Whether a label says previous and nothing else but of what: `Previous 20 entries`."""
    label = bare(text)
    if _RUN_ON_BACK.match(label.replace(" ", "")):
        return True
    tokens = [plain for token in label.split() if (plain := token.strip(_EDGES))]
    rest = [token for token in tokens if token not in BACK]
    return len(rest) < len(tokens) <= LONGEST and all(token in AROUND or token.isdecimal() for token in rest)


def of_calendar(text: str) -> bool:
    """Whether a label turns a calendar: a word for next beside a day, week, month or year."""
    tokens = [token.strip(_EDGES) for token in bare(text).split()]
    return 0 < len(tokens) <= LONGEST and not PERIODS.isdisjoint(tokens)


def of_page(text: str) -> bool:
    """Whether a label that says next says of what: a page."""
    label = bare(text)
    if _RUN_ON.match(label.replace(" ", "")):
        return _RUN_ON_PAGE.search(label) is not None
    return not _PAGE.isdisjoint(token.strip(_EDGES) for token in label.split())


def of_entries(word: str) -> bool:
    """Whether a word in lower case names what lists hold, as labels call it: `results`, `Beiträge`; those for a page name none."""
    return word in AROUND and word not in _DOES and not word.startswith(_PAGES)


def weak(text: str) -> bool:
    """Whether the words of a label mean too much else to be believed without a pager around them."""
    words = {token.strip(_EDGES) for token in bare(text).split()} & (NEXT | WEAK)
    return bool(words) and words <= WEAK
