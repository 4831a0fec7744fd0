"""Words of dates that CLDR does not carry: how real sites write months, days and eras.

CLDR gives the official forms; a prefix of a name is recognised without a table (`févr`, `сент`, `Sept`). Here, and in
the tables that are read here, stand only forms that are neither, the words for today and yesterday (babel's data lacks them), marks
that follow a number in East Asian writing, names of the months in calendars other than the Gregorian, and names of eras.
"""

from __future__ import annotations

from pipelines.dates.words.fold import fold
from pipelines.word_tables import rows_of


def _folded(words: str) -> frozenset[str]:
    """Words as the tokens of a cell are (`lexer`)."""
    return frozenset(map(fold, words.split()))


# Share of the web, most used first (order after W3Techs' content-language survey, early 2026): settles a word that names
# different months in different languages (`listopad`, `lis`) where nothing else does.
WEB_LANGUAGES = (
    "en es de ja fr pt ru it nl pl tr fa zh vi id cs ko uk hu ar ro el sv he da fi sk th no bg sr hr lt sl ca et lv "
    "hi bn bs ka az sq mk hy kk is ms eu gl be uz mn ur ne ta te ml mr gu kn pa si my km lo am sw af cy ga fil ky tg tk "
    "nb nn ku ckb ps sd ug ht lb mt fo br gd fy oc ast eo la mi or as tt jv su ceb rm zu xh ig mg"
).split()

# form → (month, language)
ABBREVIATIONS: dict[str, tuple[int, str]] = {
    form: (int(month), language)
    for language, month, forms in rows_of(__package__, "abbreviations.txt", 3)
    for form in forms.split(", ")
}

# Words that link the parts of a date, and in some language also name a day or a month.
LINKS = frozenset(
    "a al an au ce da das de del dem den der des di do du e el en et i il in la le of on the to y "
    "ראשון שני שלישי רביעי חמישי שישי".split()  # Hebrew ordinals, which are weekdays too
)

# A word that announces the number of a month, before it (vi) or after it (mn: 2-р сар, ug: 2-ئاينىڭ), and what makes that number
# an ordinal.
MONTH_BEFORE = frozenset({"thang", "thg"})
MONTH_AFTER = frozenset({"сар", "сарын", "ياي", "ياينيڭ"})
MONTH_ORDINALS = frozenset({"р", "дугаар", "дүгээр"})

# Words that say "the last" of a weekday, in the forms they take beside one, and words that go with a weekday or a time.
LAST_DAY = (
    "last past previous dernier dernière passé passée letzten letzter letztes letzte vergangenen vorigen pasado pasada último "
    "última anterior scorso scorsa passato passata passado passada vorige afgelopen laatste sidste sist siste forrige senaste "
    "förra viime zeszły zeszłą zeszłym zeszłego ostatni ostatnia ostatnią ostatnie poprzedni poprzednią minulý minulou minulé "
    "minulú poslední posledný прошлый прошлую прошлое прошлая минулий минулу минулого минулої мінулы мінулую мінулае geçen prošli "
    "prošle prošlu prošla prošlog прошли прошле прошлу прошла прошлог миналия миналата миналото минатиот минатата изминатиот "
    "изминатата изминатото múlt előző trecut trecută trecuta fosta προηγούμενη προηγούμενο περασμένη περασμένο lalu lepas passat prejšnji "
    "prejšnjo prejšnja eelmine pagājušā pagājušajā praėjusį praėjusią síðasta síðastliðinn verlede diwethaf keçən ötən o'tgan o‘tgan "
    "өткен өткөн өнгөрсөн გასული წინა անցած նախորդ aurreko गत पिछले बीते गएको गत मागील गेल्या গত పోయిన గత கடந்த കഴിഞ്ഞ ಕಳೆದ "
    "પાછલા ગયા ਪਿਛਲੇ گذشته گذشتہ الماضي الماضية האחרון שעבר iliyopita nakaraang førre "
    "pagājušo viimasel caite għaddiet გასულ kaluar trước 上 上个 上個 先週の 前の ที่แล้ว แล้วนี้ ແລ້ວນີ້ មុន"
)
# What of these is written into the weekday: in front of it, behind it.
LAST_IN_FRONT = ("上个", "上個", "上", "先週の", "前の")
LAST_BEHIND = ("ที่แล้ว", "แล้วนี้", "ແລ້ວນີ້", "មុន")
# Words that say that a weekday comes again and again: no day.
EVERY = (
    "every each jeden jede jeder jedes jeweils chaque tous cada todos todas ogni tutti elke iedere alle varje hver hvert joka "
    "každý každou každé každú każdy każdą każdego каждый каждую каждое кожен кожного щовівторка minden fiecare svake svaki всеки всяка "
    "her hər κάθε iga katru kiekvieną mỗi setiap tiap كل כל हर প্রতি ทุก 每 매주 매 毎週 毎"
)
DAY_PARTS = _folded(
    "feira dzień dnia heure uhr часов часа klokken klokka pukul saat saati soat сағат саат kell kello "
    "plkst pulksten sati óra ώρα الساعة בשעה ביום ساعت noong tuần"
)

APART = "|;•·‧⋅●"  # between a date and what else a line says

# Words of more than two letters that may follow a year of two digits: 18 Nov 26 by Jane, 18. Nov 26 von Max.
BEHIND_YEAR = _folded(
    "from via the and von vom bei der die das und uhr par dans des por para per nel nella van door den het med fra von från "
    "för till utc gmt cet cest est edt pst pdt ist bst wib msk read weiterlesen mehr lire leer leggi lees ler leia les læs läs lue "
    "czytaj číst čítať tovább devamı читать читати прочети xem selengkapnya"
)

# Words for the year or the day behind their number.
YEAR_WORDS = frozenset(
    "god goda godine год года году року roku yil yili yilning il ел жыл жылы жылгы жылдын gada оны сыл күнэ сарын yylyn елның иылдың соли ခုနှစ် ييلي كۈني".split()
)

# Words for the year before its number.
YEAR_BEFORE = _folded(
    "year anno ano año anul jahr jaar år rok rokem god años सन् सन साल वर्ष sene yıl nam năm tahun سنة عام سال ឆ្នាំ ปี"
)

# Words that stand between a weekday and its day: Mittwoch, den 18., thứ tư, ngày 18, Jumatano tarehe 18;
# some are weekdays elsewhere: më (Albanian) a Wednesday in Romansh.
DATE_WORDS = _folded(
    "date dated me day dia data dne dnia dana dagen diena diel tarehe tanggal ngay petsa mese datum datums dato datē datë kuupäev dagsetning päivämäärä tarix sana "
    "dátum dátuma tarihi dyddiad дата датум датата күні огноо дата תאריך التاريخ تاريخ تاریخ दिनांक तारीख তারিখ วันที่ თარიღი ամսաթիվ 日期 日付 时间 時間 날짜 morning evening afternoon night abend nacht matin soir"
)

# language → words for today, yesterday, the day before it, tomorrow
DAY_WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    language: tuple(tuple(filter(None, cell.split(", "))) for cell in said)
    for language, *said in rows_of(__package__, "day_words.txt", 5)
}

# Folded words for a day that are common words of other languages (môre and "read more", ma and Czech "má"): in 102,000 sentences
# of 72 languages these stand 1,200 times in another language's, all others but hier and agora 20 times.
ELSEWHERE = frozenset("more ma mana dun eile inne homme now".split())

# Those that are names elsewhere, of persons, animals and lands; and those that are everyday words of some languages:
# here in German, morning in Turkish.
NAMES = frozenset("leo jana maine bihar sabah gaur sot".split())
ELSEWHERE_IN = {
    "hier": frozenset("de nl lb af fy nds".split()),
    "jutro": frozenset("sl hr bs sr".split()),
    "morgen": frozenset("da nb nn no".split()),
}

# Ways to say "ago" that CLDR does not use, squeezed → CLDR's.
SAID_OTHERWISE = {
    "منذ": "قبل", "ที่แล้ว": "ที่ผ่านมา", "πριν": "πριν από",
    "عامين": "سنتين", "عامان": "سنتين", "سنتان": "سنتين", "يومان": "يومين", "أسبوعان": "أسبوعين", "شهران": "شهرين", "ساعتان": "ساعتين",
    "주일": "주", "달 전": "개월 전", "sat vremena": "sat", "сат времена": "сата",
}  # fmt: skip

# Narrow patterns that name a unit and no direction; alone such a cell is how long something takes, not how long ago it was.
DURATIONS = frozenset("0min 0мин 0dia 0dias 0mes 0meses 0ano 0anos 0zi 0zile 0luna 0luni 0an 0ani".split())

# Narrow patterns for a second ago that without their number are Hindi's `before` and `from eastern`, squeezed.
BEFORE_WORDS = frozenset(("सेपहले", "सेपूर्वी"))

# Words for one in phrases such as "an hour ago", "vor einem Tag", "il y a une heure".
ONES = frozenset(
    "a an one une un ein einem einer eine eines una uno um uma een en ett et jeden jedna jedną jedne jednu jedan jednog "
    "один одну одна один egy bir ένα μία μια један једну една sebuah satu se o واحد واحدة یک ایک một एक একটি এক "
    "한 일 viens vienas üks yksi یه ერთი մեկ бір bitta нэг หนึ่ง một ένας én ein eit eitt unha dunha dun éin eng "
    "еден једног једне једну један једна једно jedne jedno eno enim ene enega moja mmoja limoja ühe bat واحدة yek nje një бир "
    "vienu vieną vienos vieno yhden ஒரு ఒక ഒരു એક ਇਕ ਇੱਕ ಒಂದು एका يوه يو هڪ ien yon як unu n ur بىر አንድ engem enger "
    "einni einum einu isang един אחת אחד".split()
)
# The same where they are written into the next word: un'ora fa, 一周前, 일주일 전, seminggu yang lalu.
ONES_GLUED = tuple("un' 一个 一個 一 일 한 se หนึ่ง".split())

# Words before a number that is an issue, a volume, a part, a page; letters that say so only with a mark (n° 5, č. 5); marks.
COUNTING_LETTERS = frozenset("n c".split())
# One of them, with its point, where it stands for a weekday: Azerbaijani's Ç. and C., Wednesday and Friday.
WEEKDAY_LETTER, OF_LETTER = "c.", {2: frozenset({"az"}), 4: frozenset({"az"})}
COUNTING_MARKS = "#№"
COUNTING_AFTER = frozenset("szam evfolyam 호 期".split())

# What readers left behind an entry, and pages count beside its date.
REACTIONS = (
    "comment comments view views like likes share shares reply replies read reads photo photos hit hits kommentar kommentare aufruf "
    "aufrufe commentaire commentaires vue vues partages comentario comentarios visita visitas vistas comentário comentários "
    "visualizações commento commenti visualizzazioni reactie reacties weergaven kommentarer visningar visninger kommenttia "
    "kommentti komentarz komentarze komentarzy odsłon wyświetleń komentář komentáře komentářů zobrazení komentár komentáre "
    "komentárov komentar komentara komentarjev hozzászólás megtekintés comentariu comentarii vizualizări σχόλιο σχόλια "
    "комментарий комментария комментариев просмотр просмотра просмотров коментар коментари коментаря коментарі коментарів "
    "переглядів коментара коментари преглеждания прегледа pregleda pregledov ogledov ogleda yorum görüntülenme görüntüleme komentar "
    "komen dilihat dibaca ulasan تعليق تعليقات مشاهدة مشاهدات نظر بازدید תגובות צפיות टिप्पणी टिप्पणियां टिप्पणियाँ প্রতিক্রিয়া মন্তব্য bình luận lượt xem "
    "ความคิดเห็น ครั้ง skatījumi peržiūros komentarai komentāri vaatamist kommentaari ummæli"
)
# Of these the ones that are also written on what readers click: `9 Jan 26 Read more`; of one such thing there is one.
CLICKED = frozenset("comment view like share reply read photo hit".split())
# Before a number they count, in writings without spaces and on boards: 조회 12, 浏览：12.
REACTIONS_BEFORE = "조회 조회수 댓글 추천 浏览 浏览量 浏览次数 阅读 阅读量 点击 点击数 点击率 点击量 评论 瀏覽 瀏覽數 點閱 點閱數 點擊數 人气 人氣 閲覧数 コメント hits views"

# Minutes, which no date has: how long a text takes to read, a film to see.
MINUTES = (
    "min mins minute minutes minuten minuut minuto minutos minuti minuta minuty minut minutter minuter mínútur minuutti "
    "minuuttia minutit minutur minút minúta minutu minute minutes minutę minuti λεπτά λεπτό мин минут минуты минута минути "
    "хв хвилин хвилини хвилина perc dk dakika dəqiqə menit minit phút นาที دقيقة دقائق دقیقه דקות मिनट মিনিট"
)

JALALI = (
    "فروردین|farvardin|حمل|وری", "اردیبهشت|ordibehesht|ثور|غویی", "خرداد|khordad|جوزا|غبرګولی", "تیر|tir|سرطان|چنګاښ",
    "مرداد|امرداد|mordad|اسد|زمری", "شهریور|shahrivar|سنبله|وږی", "مهر|mehr|میزان|تله", "آبان|aban|عقرب|لړم",
    "آذر|azar|قوس|لیندۍ", "دی|dey|جدی|مرغومی", "بهمن|bahman|دلو|سلواغه", "اسفند|esfand|حوت|کب",
)  # fmt: skip
BIKRAM = (
    "बैशाख|वैशाख|baisakh", "जेठ|जेष्ठ|ज्येष्ठ|jestha", "असार|आषाढ|आसाढ|asar|ashadh", "साउन|श्रावण|सावन|shrawan",
    "भदौ|भाद्र|bhadra", "असोज|आश्विन|अश्विन|ashwin|asoj", "कात्तिक|कार्तिक|kartik", "मंसिर|मङ्सिर|मार्ग|mangsir",
    "पुस|पुष|पौष|poush", "माघ|magh", "फागुन|फाल्गुन|फाल्गुण|falgun", "चैत|चैत्र|chaitra",
)  # fmt: skip
# With the spellings that Amharic sites mix; Some are Gregorian months in Tigrinya.
ETHIOPIC = (
    "መስከረም", "ጥቅምት", "ኅዳር|ህዳር|ሕዳር", "ታኅሣሥ|ታህሳስ|ታኅሳስ|ታሕሳስ|ታህሣሥ", "ጥር", "የካቲት",
    "መጋቢት", "ሚያዝያ|ሚያዚያ", "ግንቦት", "ሰኔ|ሠኔ", "ሐምሌ|ሀምሌ|ኀምሌ", "ነሐሴ|ነሀሴ|ነኀሴ|ነሃሴ|ነሓሴ",
    "ጳጉሜን|ጳጉሜ|ጳጉሜት",
)  # fmt: skip
HIJRI = (
    "محرم|muharram", "صفر|safar", "ربيع الأول|ربيع الاول", "ربيع الآخر|ربيع الثاني", "جمادى الأولى|جمادى الاولى",
    "جمادى الآخرة|جمادى الثانية", "رجب|rajab", "شعبان|shaban", "رمضان|ramadan", "شوال|shawwal", "ذو القعدة|ذي القعدة",
    "ذو الحجة|ذي الحجة",
)  # fmt: skip
