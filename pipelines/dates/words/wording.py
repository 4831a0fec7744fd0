"""Words of dates that CLDR does not carry: how real sites write months, days and eras.

CLDR gives the official forms; a prefix of a name is recognised without a table (`févr`, `сент`, `Sept`). Here stand only
forms that are neither, the words for today and yesterday (babel's data lacks them), marks that follow a number in
East Asian writing, names of the months in calendars other than the Gregorian, and names of eras.
"""

from __future__ import annotations

# Share of the web, most used first (order after W3Techs' content-language survey, early 2026): settles a word that names
# different months in different languages (`listopad`, `lis`) where nothing else does.
WEB_LANGUAGES = (
    "en es de ja fr pt ru it nl pl tr fa zh vi id cs ko uk hu ar ro el sv he da fi sk th no bg sr hr lt sl ca et lv "
    "hi bn bs ka az sq mk hy kk is ms eu gl be uz mn ur ne ta te ml mr gu kn pa si my km lo am sw af cy ga fil ky tg tk "
    "nb nn ku ckb ps sd ug ht lb mt fo br gd fy oc ast eo la mi or as tt jv su ceb rm zu xh ig mg"
).split()

# form → (month, language)
ABBREVIATIONS: dict[str, tuple[int, str]] = {
    "mrz": (3, "de"), "maerz": (3, "de"), "mrt": (3, "nl"), "agt": (8, "id"), "ags": (8, "id"),
    "peb": (2, "id"), "nop": (11, "id"), "pebruari": (2, "id"), "nopember": (11, "id"), "ogs": (8, "ms"), "mch": (3, "en"),
    "dic": (12, "es"), "ene": (1, "es"), "gen": (1, "it"), "mag": (5, "it"), "giu": (6, "it"), "lug": (7, "it"),
    "ago": (8, "es"), "set": (9, "it"), "ott": (10, "it"), "fev": (2, "pt"), "out": (10, "pt"), "dez": (12, "pt"),
    "jly": (7, "en"), "spt": (9, "en"), "setiembre": (9, "es"), "ген": (1, "ru"), "вер": (9, "uk"), "лют": (2, "uk"),
    "янв": (1, "ru"), "сен": (9, "ru"), "ноя": (11, "ru"), "июн": (6, "ru"), "июл": (7, "ru"), "мая": (5, "ru"),
    "maj": (5, "pl"), "maja": (5, "pl"), "ιουν": (6, "el"), "ιουλ": (7, "el"), "σεπτ": (9, "el"), "μαιου": (5, "el"),
    "ינו": (1, "he"), "פבר": (2, "he"), "ספט": (9, "he"), "אוק": (10, "he"), "נוב": (11, "he"), "דצמ": (12, "he"),
    "jui": (7, "fr"),  # of CLDR June's; sites that keep three letters write both so
    "jul": (7, "fr"), "aou": (8, "fr"), "avl": (4, "fr"), "ocak": (1, "tr"), "agu": (8, "tr"),
    "mei": (5, "nl"), "czer": (6, "pl"), "paz": (10, "pl"), "sty": (1, "pl"),
    "জানুয়ারি": (1, "bn"), "ফেব্রুয়ারি": (2, "bn"), "অগাষ্ট": (8, "bn"), "מרס": (3, "he"), "ივნისს": (6, "ka"), "მაისს": (5, "ka"),
    "অগাস্ট": (8, "bn"), "আগষ্ট": (8, "bn"), "अक्तूबर": (10, "hi"), "जुलाइ": (7, "ne"), "अगष्ट": (8, "ne"),
    "маја": (5, "sr"), "јуна": (6, "sr"), "јула": (7, "sr"), "juna": (6, "sr"), "jula": (7, "sr"),
    "oktoobri": (10, "et"), "detsembri": (12, "et"), "სექტემბრის": (9, "ka"), "ოქტომბრის": (10, "ka"), "ნოემბრის": (11, "ka"),
    "დეკემბრის": (12, "ka"), "rgp": (8, "lt"), "rgs": (9, "lt"), "grd": (12, "lt"), "փտր": (2, "hy"), "նմբ": (11, "hy"), "սպտ": (9, "hy"), "դկտ": (12, "hy"), "հկտ": (10, "hy"),
    "urtarrilaren": (1, "eu"), "otsailaren": (2, "eu"), "martxoaren": (3, "eu"), "apirilaren": (4, "eu"), "maiatzaren": (5, "eu"), "ekainaren": (6, "eu"),
    "uztailaren": (7, "eu"), "abuztuaren": (8, "eu"), "irailaren": (9, "eu"), "urriaren": (10, "eu"), "azaroaren": (11, "eu"), "abenduaren": (12, "eu"),
    "urtarrilak": (1, "eu"), "otsailak": (2, "eu"), "martxoak": (3, "eu"), "apirilak": (4, "eu"), "maiatzak": (5, "eu"), "ekainak": (6, "eu"),
    "uztailak": (7, "eu"), "abuztuak": (8, "eu"), "irailak": (9, "eu"), "urriak": (10, "eu"), "azaroak": (11, "eu"), "abenduak": (12, "eu"),
    "čen": (6, "cs"), "čec": (7, "cs"), "gsh": (8, "sq"), "జూలై": (7, "te"), "ઓકટો": (10, "gu"), "майи": (5, "tg"), "июни": (6, "tg"),
    "июли": (7, "tg"), "ኤፕር": (4, "am"),
    "சன": (1, "ta"), "பெப்ரவரி": (2, "ta"), "பெப்பிரவரி": (2, "ta"), "ஏப்பிரல்": (4, "ta"), "சூன்": (6, "ta"), "சூலை": (7, "ta"),
    "tháng một": (1, "vi"), "tháng giêng": (1, "vi"), "tháng hai": (2, "vi"), "tháng ba": (3, "vi"), "tháng tư": (4, "vi"),
    "tháng năm": (5, "vi"), "tháng sáu": (6, "vi"), "tháng bảy": (7, "vi"), "tháng tám": (8, "vi"), "tháng chín": (9, "vi"),
    "tháng mười": (10, "vi"), "tháng mười một": (11, "vi"), "tháng mười hai": (12, "vi"), "tháng chạp": (12, "vi"),
    "зургадугаар сар": (6, "mn"), "зургадугаар сарын": (6, "mn"), "долдугаар сар": (7, "mn"), "долдугаар сарын": (7, "mn"),
    "ιολ": (7, "el"), "ιον": (6, "el"), "og": (8, "ms"), "қан": (1, "kk"), "nobiyembre": (11, "fil"), "janvye": (1, "ht"), "fevriye": (2, "ht"), "jen": (6, "ht"), "jiyè": (7, "ht"), "jiy": (7, "ht"),
    "septanm": (9, "ht"), "oktòb": (10, "ht"), "novanm": (11, "ht"), "desanm": (12, "ht"), "faoilleach": (1, "gd"), "gearran": (2, "gd"), "giblean": (4, "gd"),
    "cèitean": (5, "gd"), "ògmhios": (6, "gd"), "iuchar": (7, "gd"), "lùnastal": (8, "gd"), "sultain": (9, "gd"), "dàmhair": (10, "gd"),
    "samhain": (11, "gd"), "dùbhlachd": (12, "gd"),
    "samhna": (11, "ga"), "nollag": (12, "ga"), "mheithimh": (6, "ga"), "mheán": (9, "ga"), "mheán fómhair": (9, "ga"), "dheireadh": (10, "ga"), "dheireadh fómhair": (10, "ga"),
    "январи": (1, "tg"), "феврали": (2, "tg"), "марти": (3, "tg"), "апрели": (4, "tg"), "августи": (8, "tg"), "сентябри": (9, "tg"), "октябри": (10, "tg"),
    "ноябри": (11, "tg"), "декабри": (12, "tg"), "کانونی دووەم": (1, "ku"), "شوبات": (2, "ku"), "ئازار": (3, "ku"), "حوزەیران": (6, "ku"), "تەمموز": (7, "ku"),
    "ئەیلوول": (9, "ku"), "ئەیلول": (9, "ku"), "تشرینی یەكەم": (10, "ku"), "تشرینی دووەم": (11, "ku"), "كانونی یەکەم": (12, "ku"), "کانونی یەکەم": (12, "ku"),
    "ዲሴ": (12, "am"), "ઑગ": (8, "gu"), "ઑક્ટ્બર": (10, "gu"), "လိုင်": (7, "my"), "ပြီ": (4, "my"), "သြဂုတ်": (8, "my"), "သြ": (8, "my"),
    "urtren": (1, "eu"), "otsren": (2, "eu"), "marren": (3, "eu"), "apiren": (4, "eu"), "mairen": (5, "eu"), "ekaren": (6, "eu"), "uztren": (7, "eu"), "aburen": (8, "eu"), "iraren": (9, "eu"), "urrren": (10, "eu"), "azaren": (11, "eu"), "aberen": (12, "eu"),
    "qañtar": (1, "kk"), "aqpan": (2, "kk"), "nauryz": (3, "kk"), "säuır": (4, "kk"), "mamyr": (5, "kk"), "mausym": (6, "kk"), "şılde": (7, "kk"), "shilde": (7, "kk"), "tamyz": (8, "kk"), "qyrküiek": (9, "kk"), "qyrkuiek": (9, "kk"), "qazan": (10, "kk"), "qaraşa": (11, "kk"), "qarasha": (11, "kk"), "jeltoqsan": (12, "kk"),
    "үчтүн айы": (1, "ky"), "бирдин айы": (2, "ky"), "жалган куран": (3, "ky"), "чын куран": (4, "ky"), "бугу айы": (5, "ky"), "кулжа айы": (6, "ky"), "теке айы": (7, "ky"), "баш оона": (8, "ky"), "аяк оона": (9, "ky"), "тогуздун айы": (10, "ky"), "жетинин айы": (11, "ky"), "бештин айы": (12, "ky"),
    "çileya paşîn": (1, "ku"), "çiriya pêşîn": (10, "ku"), "çiriya paşîn": (11, "ku"), "kanûna pêşîn": (12, "ku"), "تەممووز": (7, "ku"),
    "febaraayo": (2, "so"), "maajo": (5, "so"), "juunyo": (6, "so"), "luuliyo": (7, "so"), "agoosto": (8, "so"), "ogosto": (8, "so"), "nofeembar": (11, "so"), "noofembar": (11, "so"),
    "ఆగష్టు": (8, "te"), "సెప్టెంబరు": (9, "te"), "అక్టోబరు": (10, "te"), "నవంబరు": (11, "te"), "డిసెంబరు": (12, "te"), "ಎಪ್ರಿಲ್": (4, "kn"), "ಸೆಪ್ಟಂಬರ್": (9, "kn"),
    "മെയ്": (5, "ml"), "ജൂലായ്": (7, "ml"), "ആഗസ്റ്റ്": (8, "ml"), "ആഗസ്ത്": (8, "ml"), "സെപ്തംബർ": (9, "ml"), "ජුනි": (6, "si"), "ජුලි": (7, "si"), "ඔක්තොම්බර්": (10, "si"),
    "सेप्टेम्वर": (9, "ne"), "अक्टुवर": (10, "ne"), "नोभेम्वर": (11, "ne"), "नभम्वर": (11, "ne"), "डिसेम्वर": (12, "ne"), "மார்ச்சு": (3, "ta"), "யூன்": (6, "ta"), "யூலை": (7, "ta"), "ஆகத்து": (8, "ta"),
    "ጃንዩዌሪ": (1, "am"), "ፌብሩዌሪ": (2, "am"), "មិនា": (3, "km"), "օգտ": (8, "hy"), "ژون": (6, "fa"),
    "செப்டெம்பர்": (9, "ta"), "nuv": (11, "kea"), "avo": (8, "fur"), "juñu": (6, "tet"), "يونية": (6, "ar"), "يولية": (7, "ar"), "ابريل": (4, "ar"), "اوكتوبر": (10, "ar"), "جويلية": (7, "ar"),
}  # fmt: skip

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
DAY_PARTS = "feira dzień dnia heure uhr часов часа klokken klokka pukul saat saati soat сағат саат kell kello plkst pulksten óra ώρα الساعة בשעה ביום ساعت noong tuần"

APART = "|;•·‧⋅●"  # between a date and what else a line says

# Words of more than two letters that may follow a year of two digits: 18 Nov 26 by Jane, 18. Nov 26 von Max.
BEHIND_YEAR = frozenset(
    "from via the and von vom bei der die das und uhr par dans des por para per nel nella van door den het med fra von från "
    "för till utc gmt cet cest est edt pst pdt ist bst wib msk read weiterlesen mehr lire leer leggi lees ler leia les læs läs lue "
    "czytaj číst čítať tovább devamı читать читати прочети xem selengkapnya".split()
)

# Words for the year or the day behind their number.
YEAR_WORDS = frozenset(
    "god goda godine год года году року roku yil yili yilning il ел жыл жылы жылгы жылдын gada оны сыл күнэ сарын yylyn елның иылдың соли ခုနှစ် ييلي كۈني".split()
)

# Words for the year before its number.
YEAR_BEFORE = frozenset(
    "year anno ano año anul jahr jaar år rok rokem god años सन् सन साल वर्ष sene yıl nam năm tahun سنة عام سال ឆ្នាំ ปี".split()
)

# Words that stand between a weekday and its day: Mittwoch, den 18., thứ tư, ngày 18, Jumatano tarehe 18;
# some are weekdays elsewhere: më (Albanian) a Wednesday in Romansh.
DATE_WORDS = (
    "date dated me day dia data dne dnia dana dagen diena diel tarehe tanggal ngay petsa mese datum datums dato datē datë kuupäev dagsetning päivämäärä tarix sana "
    "dátum dátuma tarihi dyddiad дата датум датата күні огноо дата תאריך التاريخ تاريخ تاریخ दिनांक तारीख তারিখ วันที่ თარიღი ամսաթիվ 日期 日付 时间 時間 날짜 morning evening afternoon night abend nacht matin soir"
)

# language → words for today, yesterday, the day before it, tomorrow (each tuple: synonyms, several words allowed)
DAY_WORDS: dict[str, tuple[str, str, str, str]] = {
    "en": ("today|just now|just posted|now|moments ago|less than a minute ago|a few seconds ago|a moment ago", "yesterday", "day before yesterday", "tomorrow"),
    "fr": ("aujourd'hui|aujourd hui|aujourdhui|à l'instant", "hier", "avant-hier|avant hier", "demain"),
    "de": ("heute|gerade eben|soeben", "gestern", "vorgestern", "morgen"),
    "es": ("hoy|ahora mismo|hace un momento|hace unos segundos", "ayer", "anteayer|antier", "mañana"),
    "it": ("oggi|adesso", "ieri", "l'altro ieri|altro ieri", "domani"),
    "pt": ("hoje|agora", "ontem", "anteontem", "amanhã"),
    "nl": ("vandaag|zojuist", "gisteren", "eergisteren", "morgen"),
    "sv": ("idag|i dag|just nu", "igår|i går", "i förrgår|förrgår", "imorgon|i morgon"),
    "da": ("i dag|idag", "i går|igår", "i forgårs|forgårs", "i morgen"),
    "no": ("i dag|idag", "i går|igår", "i forgårs", "i morgen"),
    "fi": ("tänään", "eilen", "toissapäivänä", "huomenna"),
    "is": ("í dag", "í gær", "í fyrradag", "á morgun"),
    "pl": ("dzisiaj|dziś|dzis", "wczoraj", "przedwczoraj", "jutro"),
    "cs": ("dnes|dneska", "včera", "předevčírem", "zítra"),
    "sk": ("dnes", "včera", "predvčerom", "zajtra"),
    "sl": ("danes", "včeraj", "predvčerajšnjim", "jutri"),
    "hr": ("danas", "jučer", "prekjučer", "sutra"),
    "bs": ("danas", "jučer|jucer", "prekjučer", "sutra"),
    "sr": ("данас|danas", "јуче|juče", "прекјуче|prekjuče", "сутра|sutra"),
    "mk": ("денес", "вчера", "завчера", "утре"),
    "bg": ("днес", "вчера", "завчера|онзи ден", "утре"),
    "ru": ("сегодня|только что", "вчера", "позавчера", "завтра"),
    "uk": ("сьогодні|щойно", "вчора|учора", "позавчора", "завтра"),
    "be": ("сёння|сення", "учора|ўчора", "пазаўчора", "заўтра"),
    "ro": ("azi|astăzi", "ieri", "alaltăieri", "mâine"),
    "hu": ("ma", "tegnap", "tegnapelőtt", "holnap"),
    "et": ("täna", "eile", "üleeile", "homme"),
    "lv": ("šodien", "vakar", "aizvakar", "rīt"),
    "lt": ("šiandien", "vakar", "užvakar", "rytoj"),
    "el": ("σήμερα|μόλις τώρα", "χθες|χτες|εχθές", "προχθές|προχτές", "αύριο"),
    "tr": ("bugün", "dün", "önceki gün|evvelsi gün", "yarın"),
    "az": ("bu gün|bugün", "dünən", "srağagün", "sabah"),
    "kk": ("бүгін", "кеше", "алдыңғы күні|алдыңгүні", "ертең"),
    "uz": ("bugun", "kecha", "avvalgi kuni", "ertaga"),
    "mn": ("өнөөдөр", "өчигдөр", "уржигдар", "маргааш"),
    "ka": ("დღეს", "გუშინ", "გუშინწინ", "ხვალ"),
    "hy": ("այսօր", "երեկ", "նախանցյալ օր|երեկ չէ առաջի օրը|երեկ չէ առաջին օրը", "վաղը"),
    "sq": ("sot", "dje", "pardje", "nesër"),
    "ca": ("avui", "ahir", "abans-d'ahir|abans d'ahir", "demà"),
    "gl": ("hoxe", "onte", "antonte", "mañá"),
    "eu": ("gaur", "atzo", "herenegun", "bihar"),
    "id": ("hari ini|baru saja", "kemarin", "kemarin lusa", "besok"),
    "ms": ("hari ini", "semalam", "kelmarin dulu", "esok"),
    "fil": ("ngayon|ngayong araw", "kahapon", "kamakalawa|araw bago ang kahapon", "bukas"),
    "vi": ("hôm nay", "hôm qua", "hôm kia", "ngày mai"),
    "th": ("วันนี้", "เมื่อวาน|เมื่อวานนี้", "เมื่อวานซืน", "พรุ่งนี้"),
    "ja": ("今日|本日|たった今", "昨日|きのう", "一昨日|おととい", "明日"),
    "zh": ("今天|今日|刚刚|剛剛", "昨天|昨日", "前天", "明天"),
    "ko": ("오늘|방금", "어제|하루 전", "그저께|그제", "내일"),
    "ar": ("اليوم|الآن", "أمس|الأمس|البارحة", "أول أمس", "غدا|غدًا"),
    "fa": ("امروز", "دیروز", "پریروز", "فردا"),
    "ur": ("آج", "گزشتہ روز|گزشتہ کل|گذشتہ کل|گذشتہ روز", "پرسوں", "آنے والا کل|آئندہ کل"),
    "he": ("היום|עכשיו", "אתמול", "שלשום", "מחר"),
    "hi": ("आज", "बीता कल", "परसों", "आने वाला कल"),
    "bn": ("আজ", "গতকাল", "গত পরশু", "আগামীকাল"),
    "ta": ("இன்று", "நேற்று", "நேற்று முன் தினம்|நேற்று முன்தினம்", "நாளை"),
    "te": ("ఈ రోజు|ఈరోజు", "నిన్న", "మొన్న", "రేపు"),
    "sw": ("leo", "jana", "juzi", "kesho"),
    "af": ("vandag", "gister", "eergister", "môre"),
    "cy": ("heddiw", "ddoe", "echdoe", "yfory"),
    "ga": ("inniu", "inné", "arú inné", "amárach"),
    "ne": ("आज", "हिजो", "अस्ति", "भोलि"),
    "mr": ("आज", "काल", "परवाच्या दिवशी", "उद्या"),
    "gu": ("આજે|આજ", "ગઈકાલે|ગઈ કાલે", "ગઈ પરમદિવસે|ગયા પરમદિવસે", "આવતીકાલે|આવતી કાલે"),
    "kn": ("ಇಂದು", "ನಿನ್ನೆ", "ಮೊನ್ನೆ", "ನಾಳೆ"),
    "ml": ("ഇന്ന്", "ഇന്നലെ", "മിനിഞ്ഞാന്ന്", "നാളെ"),
    "si": ("අද", "ඊයේ", "පෙරේදා", "හෙට"),
    "ky": ("бүгүн", "кечээ", "мурдагы күнү", "эртең"),
    "tt": ("бүген", "кичә", "алдагы көнне", "иртәгә"),
    "tg": ("имрӯз", "дирӯз", "парер", "пагоҳ"),
    "am": ("ዛሬ", "ትናንት|ትላንት|ትናንትና|ትላንትና", "ከትናንት ወዲያ", "ነገ"),
    "lo": ("ມື້ນີ້", "ມື້ວານ|ມື້ວານນີ້", "ມື້ກ່ອນ", "ມື້ອື່ນ"),
    "km": ("ថ្ងៃនេះ", "ម្សិលមិញ", "ម្សិលម្ង៉ៃ|ម្សិលម៉្ងៃ", "ថ្ងៃស្អែក"),
    "my": ("ယနေ့|ဒီနေ့", "မနေ့က", "တစ်နေ့က", "မနက်ဖြန်"),
    "eo": ("hodiaŭ", "hieraŭ", "antaŭhieraŭ", "morgaŭ"),
    # of these only what is no word of a larger language; the others have no tomorrow on a list
    "lb": ("", "gëschter", "virgëschter", ""), "fy": ("hjoed", "juster", "eargister", ""), "ast": ("güei", "ayeri", "antayeri", ""),
    "br": ("hiziv", "decʼh", "dercʼhent-decʼh", ""), "fo": ("", "í gjár", "fyrradagin", ""),
    "tk": ("şu gün|bu gün", "düýn", "öňňin", ""), "ug": ("بۈگۈن", "تۈنۈگۈن|تۆنۈگۈن", "ئۈلۈشكۈن", ""), "ku": ("îro", "", "", ""),
    "ckb": ("ئەمڕۆ|ئه‌مرۆ", "دوێنێ", "پێرێ", ""), "ps": ("نن", "پرون", "", ""), "pa": ("ਅੱਜ|ਅਜ", "ਬੀਤਿਆ ਕੱਲ੍ਹ", "", ""), "ht": ("jodi a|jodia", "", "avanyè", ""),
    "zu": ("namuhla", "izolo", "", ""), "xh": ("namhlanje", "", "", ""), "so": ("maanta", "shalay", "", ""), "yi": ("הײַנט", "נעכטן", "אייערנעכטן", ""),
    "mt": ("illum", "ilbieraħ|lbieraħ", "lbieraħtlula", "għada"), "sd": ("اڄ", "ڪالهه|ڪلهه", "", ""), "gd": ("an-diugh", "", "a' bhòin-dè", ""),
    "jv": ("dino iki|dina iki", "wingi", "", ""), "mi": ("i tēnei rā", "inanahi", "", ""),
}  # fmt: skip

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
