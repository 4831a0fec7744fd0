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

Said = Literal["next", "maybe", ""]

# language: words for next, older, more | words for previous, newer | words for a page and for entries
_WORDS = {
    "en": "next older more earlier|previous prev newer back recent|page pages posts post entries entry articles news items"
    " results stories events releases set load show view see list month week day",
    "fr": "suivant suivante suivants suivantes anciens anciennes plus|précédent précédente récents récentes|page articles"
    " actualités actus résultats billets charger voir afficher les mois",
    "de": "nächste nächster nächstes nächsten weiter weitere ältere mehr vorwärts folgende|vorherige zurück neuere|seite"
    " beiträge artikel meldungen einträge nachrichten news treffer laden anzeigen zeigen zur monat",
    "es": "siguiente siguientes próximo próxima antiguas antiguos más|anterior nuevas recientes|página pagina entradas"
    " noticias artículos resultados cargar ver mostrar mes",
    "pt": "próximo próxima próximos próximas seguinte seguintes antigas antigos mais|anterior recentes|página pagina notícias"
    " artigos posts postagens resultados carregar ver mostrar",
    "it": "successivo successiva successivi successive avanti prossimo prossima succ seguente altri altre|precedente precedenti"
    " indietro recenti|pagina articoli notizie risultati carica mostra vedi post",
    "ca": "següent següents més|anterior|pàgina entrades notícies carrega",
    "gl": "seguinte seguintes|anterior|páxina",
    "eu": "hurrengoa hurrengo gehiago|aurrekoa|orria orrialdea",
    "ro": "următoarea următorul următoare înainte|anterioara înapoi|pagina articole știri mai multe",
    "nl": "volgende oudere meer|vorige nieuwere|pagina berichten nieuws artikelen laden toon",
    "fy": "folgjende|foarige|side",
    "sv": "nästa äldre fler mer|föregående nyare|sida sidan inlägg nyheter artiklar visa ladda",
    "nb": "neste eldre flere mer|forrige nyere|side innlegg nyheter artikler vis last",
    "nn": "neste eldre fleire|førre|side",
    "da": "næste ældre flere mere|forrige nyere|side indlæg nyheder artikler vis hent",
    "is": "næsta næstu eldri meira|fyrri|síða síðu fréttir færslur sýna",
    "fi": "seuraava seuraavat vanhemmat lisää|edellinen uudemmat|sivu sivulle uutiset näytä lataa",
    "et": "järgmine järgmised edasi vanemad rohkem|eelmine|leht lehekülg uudised näita",
    "lv": "nākamā nākamais nākošā tālāk vairāk|iepriekšējā|lapa ziņas rādīt",
    "lt": "kitas kita kiti toliau sekantis daugiau senesni|ankstesnis|puslapis naujienos rodyti įrašai",
    "pl": "następna następny następne dalej starsze więcej|poprzednia poprzedni nowsze|strona wpisy posty artykuły"
    " aktualności wyniki pokaż wczytaj",
    "cs": "další následující starší více|předchozí novější|stránka strana příspěvky články aktuality zobrazit načíst",
    "sk": "ďalšia ďalší ďalšie ďalej nasledujúca staršie viac|predchádzajúca novšie|strana stránka príspevky články správy zobraziť",
    "sl": "naslednja naslednji naprej starejše več|prejšnja|stran novice objave prikaži",
    "hr": "sljedeća sljedeće sljedeći slijedeća dalje starije više|prethodna prethodno|stranica vijesti objave prikaži učitaj",
    "bs": "sljedeća naredna|prethodna|stranica",
    "sr": "sledeća sledeće sledeći naredna dalje starije još следећа следеће следећи наредна даље старије још|prethodna претходна"
    "|strana stranica vesti страна страница вести",
    "mk": "следна следно понатаму повеќе|претходна|страница страна вести",
    "bg": "следваща следващи следващо напред по-стари още|предишна|страница новини покажи",
    "ru": "следующая следующие следующий далее дальше вперед вперёд след старые ранее еще ещё|предыдущая пред назад новые"
    "|страница записи новости показать загрузить",
    "uk": "наступна наступні далі вперед старіші більше ще|попередня|сторінка записи новини показати",
    "be": "наступная далей|папярэдняя|старонка",
    "el": "επόμενη επόμενο επόμενα επόμενες παλαιότερα παλαιότερες περισσότερα|προηγούμενη νεότερα|σελίδα άρθρα νέα αναρτήσεις δείτε",
    "tr": "sonraki ileri eski diğer daha fazla|önceki|sayfa haberler yazılar göster yükle",
    "az": "növbəti sonrakı|əvvəlki|səhifə",
    "hu": "következő régebbi tovább további több|előző újabb|oldal bejegyzések hírek cikkek betöltése mutatása",
    "sq": "tjetra tjetër pas më|para|faqja faqe lajme",
    "mt": "li jmiss jmiss|preċedenti|paġna",
    "cy": "nesaf hŷn rhagor|blaenorol|tudalen newyddion",
    "ga": "aghaidh|roimhe|ar leathanach",
    "gd": "ath-dhuilleag|roimhe|duilleag",
    "vi": "tiếp sau|trước|trang theo bài tin xem thêm",
    "id": "selanjutnya berikutnya berikut lama lainnya|sebelumnya|halaman pos-pos berita muat lebih banyak",
    "ms": "seterusnya berikutnya|sebelumnya|halaman",
    "tl": "susunod|nakaraan|pahina na",
    "sw": "inayofuata ijayo|iliyopita|ukurasa",
    "ar": "التالي التالية اللاحق اللاحقة المزيد أقدم|السابق السابقة أحدث|الصفحة صفحة مقالات تحميل عرض",
    "fa": "بعدی بعد بیشتر قدیمی‌تر|قبلی|صفحه صفحهٔ نوشته‌های",
    "ur": "اگلا اگلی|پچھلا|صفحہ",
    "he": "הבא הבאה הבאים ישנים יותר|הקודם|לעמוד עמוד דף פוסטים",
    "hi": "अगला अगली आगे|पिछला|पृष्ठ पेज",
    "bn": "পরবর্তী পরের আরও|পূর্ববর্তী|পাতা পৃষ্ঠা",
    "ta": "அடுத்த அடுத்து|முந்தைய|பக்கம்",
    "hy": "հաջորդ հաջորդը|նախորդ|էջ էջը",
    "ka": "შემდეგი|წინა|გვერდი",
    "kk": "келесі|алдыңғы|бет",
    "mn": "дараах дараагийн|өмнөх|хуудас",
    "ko": "다음 더보기|이전|페이지 글 목록 보기",
    "eo": "sekva sekvanta|antaŭa|paĝo",
    "la": "sequens|prior|pagina",
}  # fmt: skip
# Scripts without spaces between words.
_RUN_ON = re.compile(
    r"^(?:次(?:の|へ|ページ|頁|[0-9０-９]*件?|の?[0-9０-９]+件|のページ|のページへ|ページへ|の記事|の記事へ)?|次の[0-9０-９]*[件ページ頁]+へ?"
    r"|もっと(?:見る|読む)|前の記事|過去の記事|下一?[页頁](?:[>＞»]*)?|后一?页|後一?頁|后页|加载更多|載入更多|更多|查看更多"
    r"|다음(?:페이지|글)?|더보기|이전글|หน้าถัดไป|ถัดไป|หน้าต่อไป|หน้า ?ถัดไป|ទំព័របន្ទាប់|နောက်)$"
)
# Words that mean so much else that without a pager around them they say nothing.
WEAK = frozenset(
    "more earlier mehr weiter weitere fleire meira ещё plus más mais avanti далее dalej toliau edasi pas sau eski diğer lama lainnya meer mer"
    " flere fler lisää rohkem vairāk daugiau więcej více viac več više još още ще ещё еще больше több altri altre gehiago"
    " المزيد بیشتر yüklə aghaidh yuttan further".split()
)
_PHRASES = frozenset(
    {"load more", "show more", "view more", "voir plus", "ver más", "ver mais", "charger plus", "afficher plus", "cargar más",
     "carregar mais", "carica altri", "mehr laden", "mehr anzeigen", "meer laden", "toon meer", "показать еще", "показать ещё",
     "загрузить ещё", "ar aghaidh", "li jmiss", "trang sau", "tiếp theo", "daha fazla",
     "articles précédents", "entradas anteriores", "articoli precedenti", "notícias anteriores", "предыдущие записи",
     "article més antics", "mai multe"}
)  # fmt: skip


def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    columns: list[set[str]] = [set(), set(), set()]
    for words in _WORDS.values():
        for column, cell in zip(columns, words.split("|"), strict=True):
            column.update(cell.casefold().split())
    forward, back, around = (frozenset(column) for column in columns)
    return forward, back - forward, around - forward - back


NEXT, PREVIOUS, AROUND = _sets()
LONGEST = 4
"""Words of a label; longer ones are headlines."""
_EDGES = " \t\n\r\xa0>»›→▶►⟩⇒⏵❯＞<«‹←…‥–—-+.,:;()[]|/"


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
    if not label:
        return ""
    if label in _PHRASES or (not label.isascii() and _RUN_ON.match(label.replace(" ", ""))):
        return "next"
    tokens = [token.strip(_EDGES) for token in label.split()]
    tokens = [token for token in tokens if token]
    if len(tokens) > LONGEST or NEXT.isdisjoint(tokens) or not PREVIOUS.isdisjoint(tokens):
        return ""
    rest = [token for token in tokens if token not in NEXT]
    if all(token in AROUND or token.isdecimal() for token in rest):
        return "next"
    return "maybe" if len(tokens) < LONGEST else ""


def weak(text: str) -> bool:
    """Whether the words of a label mean too much else to be believed without a pager around them."""
    words = {token.strip(_EDGES) for token in bare(text).split()} & (NEXT | WEAK)
    return bool(words) and words <= WEAK
