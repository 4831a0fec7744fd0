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
    "en": "next older more earlier forward|previous prev newer back recent|page pages posts post entries entry articles news items"
    " results stories events releases set load show view see list",
    "fr": "suivant suivante suivants suivantes anciens anciennes plus ancien ancienne suiv|précédent précédente récents "
    "récentes récent récente nouveaux nouvelles|page articles actualités actus résultats billets "
    "charger voir afficher les mois publications",
    "de": "nächste nächster nächstes nächsten weiter weitere ältere älter älteren frühere mehr vorwärts folgende|vorherige vorheriger zurück neuere neuer neueren jüngere|seite"
    " beiträge artikel meldungen einträge nachrichten news treffer ergebnisse laden anzeigen zeigen zur monat",
    "es": "siguiente siguientes próximo próxima antiguas antiguos más viejos viejas viejo|anterior nuevas recientes "
    "nuevos nuevo nueva previo previa|página pagina entradas noticias artículos resultados cargar ver mostrar mes "
    "publicaciones artículo",
    "pt": "próximo próxima próximos próximas seguinte seguintes antigas antigos mais velhos|anterior recentes novos "
    "novas|página pagina notícias artigos posts postagens resultados carregar ver mostrar textos publicados "
    "publicações",
    "it": "successivo successiva successivi successive avanti prossimo prossima succ seguente altri altre vecchi "
    "vecchie|precedente precedenti indietro recenti nuovi nuove recente|pagina articoli notizie risultati carica "
    "mostra vedi post articolo",
    "ca": "següent següents més antigues antics|anterior recents noves nous|pàgina entrades notícies carrega articles",
    "gl": "seguinte seguintes vellos vellas|anterior novos novas|páxina artigos",
    "eu": "hurrengoa hurrengo gehiago zaharragoak zaharrak hurrengoak|aurrekoa berriagoak berriak aurrekoak|orria "
    "orrialdea argitalpen sarrerak",
    "ro": "următoarea următorul următoare înainte vechi veche următor urmator urmatoarea urmatorul|anterioara înapoi noi "
    "noua anterior precedenta precedent recente|pagina articole știri mai multe pagină articol",
    "nl": "volgende oudere meer ouder verder|vorige nieuwere nieuwer vorig|pagina berichten nieuws artikelen resultaten "
    "laden toon artikel",
    "fy": "folgjende|foarige|side",
    "sv": "nästa äldre fler mer vidare|föregående nyare tidigare|sida sidan inlägg nyheter artiklar resultat träffar "
    "visa ladda artikel",
    "nb": "neste eldre flere mer videre|forrige nyere|side innlegg nyheter artikler resultater treff vis last artikkel",
    "nn": "neste eldre fleire|førre|side",
    "da": "næste ældre flere mere videre|forrige nyere tidligere|side indlæg nyheder artikler resultater vis hent indlæs "
    "artikel",
    "is": "næsta næstu eldri meira næst áfram|fyrri nýrri|síða síðu fréttir færslur sýna blaðsíða",
    "fi": "seuraava seuraavat vanhemmat lisää vanhempia vanhempi seuraavaa|edellinen uudemmat uudempia uudempi "
    "edelliset|sivu sivulle uutiset uutisia tulokset tuloksia näytä lataa kirjoituksia kirjoitukset artikkelit",
    "et": "järgmine järgmised edasi vanemad rohkem järgmisele varasemad|eelmine uuemad|leht lehekülg uudised näita "
    "postitused",
    "lv": "nākamā nākamais nākošā tālāk vairāk nākošais nākamās vecāki vecākas|iepriekšējā iepriekšējais jaunāki|lapa "
    "ziņas rādīt ieraksti",
    "lt": "tolimesnis kitas kita kiti toliau sekantis daugiau senesni senesnės tolesnis tolyn|ankstesnis ankstesni "
    "naujesni|puslapis naujienos rodyti įrašai puslapį",
    "pl": "następna następny następne dalej starsze więcej kolejna kolejne kolejny późniejsze|poprzednia poprzedni "
    "nowsze wcześniejsza|strona wpisy posty artykuły aktualności wyniki pokaż wczytaj wpis",
    "cs": "další následující starší více dále|předchozí novější|stránka strana příspěvky články aktuality výsledky "
    "zobrazit načíst záznamy",
    "sk": "ďalšia ďalší ďalšie ďalej nasledujúca staršie viac nasledujúce nasledujúci|predchádzajúca novšie "
    "predchádzajúci|strana stránka príspevky články správy výsledky zobraziť záznamy",
    "sl": "naslednja naslednji naprej starejše več starejši naslednje|prejšnja prejšnji novejše novejši|stran novice "
    "objave prikaži prispevki",
    "hr": "naprijed sljedeća sljedeće sljedeći slijedeća dalje starije više stariji starijih slijedeći slijedeće|prethodna "
    "prethodno novije noviji novijih prethodni prethodne|stranica vijesti objave prikaži učitaj postovi",
    "bs": "sljedeća naredna sljedeći starije|prethodna prethodni|stranica objave",
    "sr": "sledeća sledeće sledeći naredna dalje starije još следећа следеће следећи наредна даље старије још старији "
    "стари stariji|prethodna претходна новији noviji prethodni претходни|strana stranica vesti страна страница "
    "вести постови чланци postovi",
    "mk": "следна следно понатаму повеќе следен следни постари|претходна претходен понови|страница страна вести објави",
    "bg": "следваща следващи следващо напред по-стари още стари следващ|предишна нови по-нови предишен|страница новини "
    "покажи публикации статии",
    "ru": "следующая следующие следующий далее дальше вперед вперёд след старые ранее еще ещё следующее|предыдущая пред "
    "назад новые предыдущий предыдущие новее|страница записи новости показать загрузить публикации посты",
    "uk": "наступна наступні далі вперед старіші більше ще наступний наступне|попередня попередній новіші|сторінка "
    "записи новини показати публікації",
    "be": "наступная далей наступны наступныя|папярэдняя папярэдні|старонка запісы",
    "el": "επόμενη επόμενο επόμενα επόμενες παλαιότερα παλαιότερες περισσότερα επόμενος παλιότερα|προηγούμενη νεότερα "
    "προηγούμενο προηγούμενος νεότερες|σελίδα άρθρα νέα αναρτήσεις δείτε δημοσιεύσεις",
    "tr": "sonraki ileri eski diğer daha fazla sıradaki|önceki yeni|sayfa haberler yazılar göster yükle yazı",
    "az": "növbəti sonrakı köhnə|əvvəlki yeni|səhifə yazılar",
    "hu": "következő régebbi tovább további több korábbi következők|előző újabb újabbak|oldal bejegyzések hírek cikkek "
    "találatok betöltése mutatása bejegyzés",
    "sq": "tjetra tjetër pas më vjetra vjetër ardhshme tjetri tjetrën|para reja paraardhëse parë|faqja faqe lajme "
    "postime artikuj të e",
    "mt": "li jmiss antiki|preċedenti ġodda|paġna kitbiet",
    "cy": "nesaf hŷn rhagor|blaenorol newydd|tudalen newyddion cofnodion",
    "ga": "aghaidh|roimhe nua|ar leathanach alt",
    "gd": "ath-dhuilleag adhart|roimhe ùr|duilleag naidheachdan",
    "vi": "tiếp sau kế cũ|trước mới|trang theo bài tin xem thêm viết hơn",
    "id": "selanjutnya berikutnya berikut lama lainnya lanjut|sebelumnya baru terbaru|halaman pos-pos berita muat "
    "lebih banyak artikel postingan",
    "ms": "seterusnya berikutnya lama|sebelumnya terdahulu baru|halaman muka",
    "tl": "susunod sunod|nakaraan nauna|pahina na artikulo",
    "sw": "inayofuata ijayo mbele ifuatayo zaidi|iliyopita nyuma|ukurasa makala",
    "ar": "التالي التالية اللاحق اللاحقة المزيد أقدم التالى لاحق الأقدم قديمة|السابق السابقة أحدث جديدة الأحدث|الصفحة "
    "صفحة مقالات تحميل عرض المقالات منشورات",
    "fa": "بعدی بعد بیشتر قدیمی‌تر بعدي قدیمی|قبلی جدید جدیدتر|صفحه صفحهٔ نوشته‌های مطالب",
    "ur": "اگلا اگلی پرانی پرانے اگلے|پچھلا نئی نئے پچھلی|صفحہ تحاریر مراسلات",
    "he": "הבא הבאה הבאים ישנים יותר קודמות ישנות|הקודם חדשות חדשים|לעמוד עמוד דף פוסטים רשומות",
    "hi": "अगला अगली आगे पुरानी पुराने अगले|पिछला नई नए पिछले|पृष्ठ पेज पोस्ट",
    "bn": "পরবর্তীটা পরবর্তী পরের আরও পুরানো পুরোনো|পূর্ববর্তী নতুন|পাতা পৃষ্ঠা পোস্ট",
    "ta": "அடுத்த அடுத்து பழைய|முந்தைய புதிய|பக்கம் இடுகைகள்",
    "hy": "հաջորդ հաջորդը հաջորդող|նախորդ նախորդող|էջ էջը գրառումներ",
    "ka": "შემდეგი შემდეგ ძველი|წინა ახალი|გვერდი ჩანაწერები",
    "kk": "келесі ескі|алдыңғы жаңа|бет жазбалар",
    "mn": "дараах дараагийн дараа хуучин|өмнөх шинэ|хуудас нийтлэл",
    "ko": "다음 더보기 옛날|이전 새 최신|페이지 글 목록 보기 포스트",
    "eo": "sekva sekvanta malnovaj venonta sekvantaj|antaŭa novaj nova antaŭaj|paĝo artikoloj afiŝo pli",
    "la": "proxima sequens proximum sequentes|prior prius|pagina",
    "af": "volgende ouer|vorige nuwer|bladsy plasings",
    "mi": "tawhito|hou|pou nga",
    "ml": "പഴയ അടുത്ത അടുത്തത്|പുതിയ മുമ്പത്തെ|രചനകള്‍ പേജ്",
    "mr": "जुने पुढील पुढे पुढचे|नवीन मागील|पृष्ठ",
    "oc": "ancianas seguent seguenta|recentas precedent|publicacions pagina mai",
    "pa": "ਪੁਰਾਣੀਆਂ ਅਗਲਾ ਅਗਲੇ ਅੱਗੇ|ਨਵੀਆਂ ਪਿਛਲਾ|ਲਿਖਤਾਂ",
    "te": "పాత తరువాత తర్వాత తదుపరి|కొత్త మునుపటి|టపాలు పేజీ",
    "ia": "sequente proxime|previe recente|pagina entratas",
    "ky": "кийинки|мурунку|бет",
    "uz": "кейинги keyingi навбатдаги|oldingi|sahifa",
    "tg": "пеш навбатӣ баъдӣ|қаблӣ|саҳифа",
    "tk": "indiki|öňki|sahypa",
    "tt": "киләсе|алдагы|бит",
    "ne": "अर्को अगाडि|अघिल्लो|पृष्ठ",
    "si": "පසු ඊළඟ ඊළග ඊලඟ|පෙර|පිටුව",
    "am": "ቀጣይ ቀጣዩ የሚቀጥለው|ቀዳሚ|ገጽ",
    "zu": "okulandelayo landelayo|okwedlule|ikhasi",
    "so": "xiga xigta|hore|bogga",
    "ha": "gaba|baya|shafi",
    "yo": "tókàn|ìṣáájú|ojú-ìwé",
    "rw": "ibikurikira|ibibanza|urupapuro",
    "mg": "manaraka|teo|pejy",
    "jv": "terus sabanjuré sabanjure|sadurungé|kaca",
    "su": "salajengna|saméméhna|kaca",
    "ku": "pêşve dûvre piştre paşê|berê|rûpel",
    "ps": "بله بل راتلونکی|مخکينی|پاڼه",
    "sd": "اڳيون ايندڙ|پويون|صفحو",
    "ckb": "دواتر|پێشتر|پەڕە",
    "ug": "كېيىنكى|ئالدىنقى|بەت",
    "gu": "આગળનું આગળ આગામી આગલું|પાછલું|પૃષ્ઠ",
    "kn": "ಮುಂದಿನದು ಮುಂದಿನ ಮುಂದೆ|ಹಿಂದಿನ|ಪುಟ",
    "or": "ପରବର୍ତ୍ତୀ|ପୂର୍ବବର୍ତ୍ତୀ|ପୃଷ୍ଠା",
    "as": "পৰৱৰ্তী|পূৰ্বৱৰ্তী|পৃষ্ঠা",
    "lb": "nächst weider|vireg|säit",
    "fo": "næsta næsti|undan|síða",
    "br": "da-heul|a-raok|pajenn",
    "co": "prussimu dopu seguente|precedente|pagina",
    "fur": "|precedents|articui",
}  # fmt: skip
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
    for words in _WORDS.values():
        for column, cell in zip(columns, words.split("|"), strict=True):
            column.update(cell.casefold().split())
    forward, back, around = (frozenset(column) for column in columns)
    return forward, back - forward, around - forward - back


NEXT, PREVIOUS, AROUND = _sets()
# In each language's row the word for a page comes first; three rows begin otherwise.
_PAGE = frozenset(words.split("|")[2].casefold().split()[0] for words in _WORDS.values()) - {
    "ar",
    "articui",
    "pou",
}
_RUN_ON_PAGE = re.compile("[页頁]|ページ|페이지|หน้า|ໜ້າ|ទំព័រ|စာမျက်နှာ")
WEAK |= {word for word in NEXT if len(word) < HOMOGRAPH and word.isascii() and word != "next"}
PERIODS = frozenset(
    "day week month year jour semaine mois année tag woche monat jahr día semana mes año dia mês ano giorno settimana mese"
    " anno dag maand jaar uge måned vecka månad uke år viikko kuukausi vuosi dzień tydzień miesiąc rok den týden měsíc"
    " deň týždeň mesiac nap hét hónap zi săptămâna săptămână luna dan tjedan mjesec teden gün hafta ay день неделя неделю"
    " месяц тиждень місяць ημέρα εβδομάδα μήνας 翌月 来月 下个月 下周 다음달".split()
)
"""What a calendar turns: `Next month`."""
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


def weak(text: str) -> bool:
    """Whether the words of a label mean too much else to be believed without a pager around them."""
    words = {token.strip(_EDGES) for token in bare(text).split()} & (NEXT | WEAK)
    return bool(words) and words <= WEAK
