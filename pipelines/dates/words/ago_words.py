"""Words of phrases told from the crawl that CLDR does not carry: how programs and people say `ago`, and count units.

CLDR has one way to say it for each language (`for {0} timer siden`); the libraries that sites use for such phrases say it
otherwise (`3 timer siden`, `пре једног сата`). Here stand only the other ways: patterns of "ago" with `0` for the amount,
forms of the units, words for a number and for "about". `ago` puts them together.
"""

from __future__ import annotations

# language → patterns of "ago", `0` for number and unit
AGO: dict[str, str] = {
    "af": "0 gelede", "am": "0 በፊት|ከ0 በፊት", "ar": "قبل 0|منذ 0", "az": "0 əvvəl|0 öncə|0 qabaq", "be": "0 таму|0 таму назад|0 назад", "bg": "преди 0|0 назад",
    "bn": "0 আগে|0 পূর্বে|0 সময় আগে", "br": "0 zo", "bs": "prije 0|pre 0|пре 0|прије 0", "ca": "fa 0|0 enrere", "ckb": "پێش 0|0 پێش ئێستا|0 پێشتر|0 لەمەوبەر",
    "cs": "před 0|0 zpět|0 zpátky", "cy": "0 yn ôl", "da": "0 siden|for 0 siden", "de": "vor 0", "el": "πριν 0|0 πριν|εδώ και 0",
    "eo": "antaŭ 0", "es": "hace 0|0 atrás", "et": "0 tagasi|0 eest", "eu": "duela 0|orain dela 0", "fa": "0 پیش|0 قبل",
    "fi": "0 sitten", "fil": "0 nakalipas|0 ang nakalipas|0 ang nakakaraan|nakaraang 0", "fo": "0 síðani|0 síðan", "fr": "il y a 0|y a 0",
    "fy": "0 lyn", "ga": "0 ó shin", "gd": "o chionn 0|bho chionn 0|0 air ais", "gl": "hai 0|fai 0|0 atrás", "gu": "0 પહેલા|0 પહેલાં|0 અગાઉ", "he": "לפני 0",
    "hi": "0 पहले|0 पूर्व", "hr": "prije 0", "ht": "sa gen 0|sa fè 0|gen 0", "hu": "0 ezelőtt", "hy": "0 առաջ",
    "id": "0 lalu|0 yang lalu", "is": "fyrir 0|0 síðan|fyrir 0 síðan", "it": "0 fa|0 or sono", "ja": "0前|0まえ", "jv": "0 kepungkur|0 sing kepungkur|0 kepengker|0 ingkang kepengker", "ka": "0 წინ",
    "kk": "0 бұрын", "km": "0 មុន|0 មុននេះ", "kn": "0 ಹಿಂದೆ", "ko": "0 전", "ku": "berî 0|0 berê", "ky": "0 мурун|0 мурда",
    "lb": "virun 0|viru 0", "lo": "0 ກ່ອນ|0 ຜ່ານມາ|0 ກ່ອນໜ້ານີ້", "lt": "prieš 0|0 atgal", "lv": "pirms 0|0 atpakaļ",
    "mk": "пред 0|0 претходно", "ml": "0 മുമ്പ്|0 മുൻപ്", "mn": "0 өмнө", "mr": "0 पूर्वी|0 आधी",
    "ms": "0 lalu|0 yang lalu|0 lepas|0 yang lepas", "mt": "0 ilu", "my": "0 အရင်က|0 ကတည်းက|လွန်ခဲ့သော 0|0 က", "nb": "0 siden|for 0 siden",
    "ne": "0 अघि|0 पहिले|0 अगाडि", "nl": "0 geleden", "nn": "0 sidan|for 0 sidan", "no": "0 siden|for 0 siden", "oc": "fa 0",
    "pa": "0 ਪਹਿਲਾਂ|0 ਪਹਿਲਾ|0 ਪਿਛਲੇ", "pl": "0 temu", "ps": "0 مخکې|0 وړاندې", "pt": "há 0|0 atrás|há 0 atrás|faz 0", "rm": "avant 0", "ro": "acum 0|0 în urmă|în urmă cu 0|cu 0 în urmă",
    "ru": "0 назад|0 тому назад", "sd": "0 اڳ", "se": "maŋit 0|0 dás ovdal", "si": "0 පෙර|0 කට පෙර|0කට පෙර", "sk": "pred 0|0 dozadu|0 naspäť", "sl": "pred 0|0 nazaj",
    "sq": "para 0|0 më parë|0 parë", "sr": "пре 0|прије 0|pre 0|prije 0", "sv": "för 0 sedan|0 sedan|0 sen", "sw": "0 iliyopita|0 zilizopita|0 yaliyopita|tokea 0",
    "ta": "0 முன்|0 முன்பு|0 முன்னர்|0க்கு முன்", "te": "0 క్రితం", "tg": "0 пеш", "th": "0 ที่แล้ว|0 ที่ผ่านมา|0 มาแล้ว|0 ก่อน", "tr": "0 önce|0 evvel",
    "ug": "0 بۇرۇن|0 ئىلگىرى", "uk": "0 тому|0 тому назад|0 назад", "ur": "0 پہلے|0 قبل|پہلے 0", "uz": "0 oldin|0 avval|0 олдин|0 аввал",
    "vi": "0 trước|cách đây 0", "zh": "0前|0之前|0以前",
}  # fmt: skip

# language → unit letter (n minute, h hour, d day, w week, m month, y year) and forms that CLDR has not, or not in this case
UNIT_FORMS: dict[str, str] = {
    "am": "n ደቂቃዎች|h ሰዓት ሰዓታት ሰአት ሰአታት|d ቀናት|m ወራት|y ዓመት ዓመታት", "ar": "y عام أعوام عاما سنين|n دقايق|m شهرا", "az": "n dəqiqə|h saat|d gün|w həftə|m ay|y il", "be": "d днi", "bg": "d дена дни|m месеца месец",
    "bn": "n এরমিনিট|h ঘণ্টা ঘন্টা|d দিন এরদিন|w সপ্তাহ এরসপ্তাহ|m মাস|y বছর", "bs": "n минута минуте|h сат сата сати|d дан дана|m месеци",
    "cs": "y roky roků rokem|m měsíci měsíců", "cy": "d diwrnod", "da": "m måned måneder", "el": "d μέρα μέρες|m μήνας μήνες μήνα|y χρόνο χρόνια χρόνος χρόνος|h ώρα ώρες",
    "es": "n mins minutos|h hrs hs", "et": "n minut minutit minuti|h tund tundi tunni|d päev päeva|w nädal nädalat nädala|m kuu kuud|y aasta aastat", "eu": "n minutu|h ordu|d egun|w aste|m hilabete hilabet|y urte",
    "fa": "n دقیقه|h ساعت|d روز|w هفته|m ماه|y سال", "he": "h כשעה|d ימים יום|m חודש כחודש|y שנה כשנה",
    "hi": "w हफ्ते हफ़्ते हफ्ता|m महीने महीना माह|y साल|n मिनट|h घंटे घंटा घण्टे|d दिन", "hr": "h sat sata sati|d dan dana|m mjesec mjeseca mjeseci|y godinu godine godina",
    "ht": "n minit|h zè lè èdtan|d jou|w semèn|m mwa|y ane an", "hy": "y տարի տարին|m ամիս", "is": "n mínúta mínútu mínútum mínútur|h tíma tímum tímar klukkustund klukkustundir klukkutíma|d dagur degi dögum dagar|m mánuður mánuði mánuðum mánuðir|y ár ári árum|w vika viku vikum vikur",
    "ja": "m か月 ヶ月 ヵ月 カ月 ケ月 箇月 かげつ|n ふん ぷん|h じかん|d にち|y ねん", "ka": "n წუთი|h საათი|d დღე|w კვირა|m თვე|y წელი",
    "km": "n នាទី|h ម៉ោង|d ថ្ងៃ|w សប្ដាហ៍|m ខែ|y ឆ្នាំ", "ko": "m 달 개월|w 주일 주|y 해", "ku": "n deqîqe|h saet|d roj|w hefte|m meh|y sal",
    "lt": "n minutę minutes minučių|h valandą valandas valandų|d dieną dienas dienų|w savaitę savaites savaičių|m mėnesį mėnesius mėnesių|y metus metų", "mk": "n минута минути|h час часа часови саат саати|d ден дена|w недела недели|m месец месеци|y година години",
    "ms": "n minit|h jam|d hari|w minggu|m bulan|y tahun", "my": "n မိနစ်|h နာရီ|d ရက်|w ပတ်|m လ|y နှစ်", "nb": "d dag dager døgn|w uke uker|m måned måneder", "nl": "h uur uren|y jaar jaren|w week weken",
    "nn": "n minutt|h time timar timer|d dag dagar døgn|w veke veker|m månad månader|y år", "no": "d dag dager døgn|w uke uker|m måned måneder",
    "rm": "n minutas|h ura uras|d di dis|w emna emnas|m mais|y onn onns", "ro": "n minut minute deminute|h oră ore deore|d zi zile dezile|w săptămână săptămâni desăptămâni|m lună luni deluni|y an ani deani",
    "sd": "n منٽ|h ڪلاڪ|d ڏينهن|m مهينو مهينا|y سال", "sk": "m mesiacov mesiace mesiacmi|y roky rokov rokmi", "sl": "n minuto minutami minutama minuta minute minut|h uro urama urami ura ure ur|d dnem dnevoma dnevi dan dni|w tednom tednoma tedni|m mesecem mesecema meseci mesec|y letom letoma leti leto let",
    "sq": "n minutë minuta minutash minute|h orë orësh ore|d ditë ditësh|w javë javësh|m muaj muajsh|y vit vite vjet vjetësh vitesh", "sr": "n минут минута минуте minut minuta minute|h сат сата сати sat sata sati часа часова|d дан дана dan dana|w недеље недеља недељудана nedelje nedelja nedeljudana|m месец месеца месеци mesec meseca meseci месецдана mesecdana|y године година годину годинудана godine godina godinu godinudana",
    "sw": "n dakika|h saa masaa|d siku masiku|m mwezi miezi|y mwaka miaka|w wiki",
    "ta": "n நிமிடம் நிமிடங்கள் நிமிடங்களுக்கு நிமிடத்திற்கு|h மணிநேரம் மணிநேரத்திற்கு|d நாள் நாட்கள் நாட்களுக்கு நாளுக்கு|w வாரம் வாரங்கள் வாரங்களுக்கு|m மாதம் மாதங்கள் மாதங்களுக்கு மாதத்திற்கு|y வருடம் ஆண்டு வருடங்கள் ஆண்டுகள் ஆண்டுகளுக்கு ஆண்டிற்கு",
    "th": "w อาทิตย์ สัปดาห์", "uk": "w тиждень тижні тижнів|d днi", "ur": "n منٹ|h گھنٹے گھنٹہ|d دن|w ہفتے ہفتہ|m ماہ مہینہ مہینے|y سال",
    "uz": "n дақиқа дакика daqiqa daqiqadan minut|h соат soat soatdan|d кун kun kundan|w ҳафта hafta haftadan|m ой oy oydan|y йил yil yildan", "zh": "n 分钟 分鐘|h 小时 小時 个小时 個小時|d 天 日|w 周 週 星期 个星期 個星期|m 个月 個月|y 年",
}  # fmt: skip

# Words for two to twelve in phrases such as "two days ago".
NUMERALS: tuple[str, ...] = (
    "two three four five six seven eight nine ten eleven twelve",
    "deux trois quatre cinq six sept huit neuf dix onze douze",
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "due tre quattro cinque sei sette otto nove dieci undici dodici",
    "dois três quatro cinco seis sete oito nove dez onze doze",
    "duas três quatro cinco seis sete oito nove dez onze doze",
    "twee drie vier vijf zes zeven acht negen tien elf twaalf",
    "två tre fyra fem sex sju åtta nio tio elva tolv",
    "to tre fire fem seks syv otte ni ti elleve tolv",
    "to tre fire fem seks sju åtte ni ti elleve tolv",
    "kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista",
    "dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście",
    "dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście",
    "два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
    "две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
    "dvěma třemi čtyřmi pěti šesti sedmi osmi devíti deseti jedenácti dvanácti",
)

# Words for "about" and the like beside an amount; `NEAR` those that are written together with it.
ABOUT = (
    "about", "around", "approximately", "almost", "over", "environ", "presque", "plus d[e']", "etwa", "circa", "ca\\.?", "cca", "rund", "fast",
    "über", "mehr als", "около", "примерно", "почти", "более", "aproximadamente", "alrededor de", "arredor de", "cerca de", "casi",
    "más de", "quase", "mais de", "quasi", "più di", "ungefär", "nästan", "över", "cirka", "omtrent", "omkring", "næsten", "over",
    "noin", "ongeveer", "bijna", "około", "prawie", "ponad", "asi", "přibližně", "téměř", "približne", "približno", "oko", "око", "околу",
    "приблизно", "близько", "понад", "yaklaşık", "neredeyse", "khoảng", "gần", "apie", "apmēram", "umbes", "aproximadament",
    "gairebé", "rreth", "u\\.þ\\.b\\.", "təxminən", "тахминан", "taxminan", "шамамен", "körülbelül", "περίπου", "حدود", "تقريبا", "تقريبًا", "تقریبا",
    "حوالي", "प्रायः", "लगभग", "প্রায়", "sekitar", "lebih kurang", "kurang lebih", "kira-kira", "gutxi gorabehera", "aproape", "تقریباً", "تقريباً",
)  # fmt: skip
NEAR = ("約", "大约", "大約", "约", "약", "やく", "ประมาณ", "כ־", "כ-")
