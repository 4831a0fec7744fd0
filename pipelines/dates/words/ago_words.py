"""Words of phrases told from the crawl that CLDR does not carry: how programs and people say `ago`, and count units.

CLDR has one way to say it for each language (`for {0} timer siden`); the libraries that sites use for such phrases say it
otherwise (`3 timer siden`, `пре једног сата`). Here stand only the other ways: patterns of "ago" with `0` for the amount,
forms of the units, words for a number and for "about". `ago` puts them together.
"""

from __future__ import annotations

from pipelines.word_tables import rows_of


def _ways(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(", "))


AGO: dict[str, tuple[str, ...]] = {
    language: _ways(said) for language, said in rows_of(__package__, "ago.txt", 2)
}
"""By language, patterns of "ago", `0` for number and unit."""

UNIT_FORMS: dict[str, tuple[str, ...]] = {
    language: _ways(said) for language, said in rows_of(__package__, "units.txt", 2)
}
"""By language, a unit's letter (n minute, h hour, d day, w week, m month, y year) and forms that CLDR has not, or not in this case."""

LAST: dict[str, tuple[tuple[str, ...], ...]] = {
    language: tuple(map(_ways, said)) for language, *said in rows_of(__package__, "last.txt", 4)
}
"""By language, ways to say last week, last month, last year."""

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
    "حوالي", "ongeféier", "proksimume", "anviwon", "madwar", "less than", "more than", "moins d[e']", "weniger als", "menos de", "meno di", "minder dan",
    "mindre än", "mindre end", "mindre enn", "méně než", "менее", "більше", "по-малко от", "болжол менен", "సుమారు", "சுமார்", "ഏകദേശം", "ಸುಮಾರು", "આશરે", "ਲਗਭਗ", "प्रायः", "लगभग", "প্রায়", "sekitar", "lebih kurang", "kurang lebih", "kira-kira", "gutxi gorabehera", "aproape", "تقریباً", "تقريباً",
)  # fmt: skip
NEAR = ("約", "大约", "大約", "约", "약", "やく", "ประมาณ", "כ־", "כ-")
