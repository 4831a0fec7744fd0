"""What a link to the whole of a text says, "Read more" in its language, case folded, as the big systems print it.

Both who finds teasers in a page and who mends their ends ask; the first of them without the patterns of the second.
"""

from __future__ import annotations

SPOKEN: tuple[str, ...] = (
    "learn more", "find out more", "see more", "view more", "read full article", "read the full story", "mehr informationen",
    "ganzen artikel lesen", "zur pressemitteilung", "zur meldung", "voir plus", "lire davantage", "lire le communiqué", "saber más",
    "continuar leyendo", "continúa leyendo", "leer la noticia", "vai alla notizia", "leggi", "leggi l'articolo", "leggi l’articolo", "ver mais",
    "saber mais", "continuar a ler", "continuar lendo", "meer lezen", "meer informatie", "verder lezen", "les videre", "læs videre",
    "læs hele artiklen", "se mere", "läs vidare", "läs hela artikeln", "visa mer", "jatka lukemista", "lue koko juttu",
    "näytä lisää", "zobacz więcej", "pokaż więcej", "dowiedz się więcej", "czytaj całość", "przejdź do artykułu", "číst dál",
    "číst celý článek", "pokračovat ve čtení", "zobrazit více", "více informací", "celý článok", "pokračovať v čítaní",
    "zobraziť viac", "viac informácií", "află mai multe", "vezi mai mult", "saznaj više", "beri dalje", "tovább a cikkhez",
    "узнать больше", "читать ещё", "читати повністю", "дізнатися більше", "още", "прочетете повече", "научете повече", "прочитајте више",
    "δείτε περισσότερα", "daha fazla", "devamı için tıklayın", "haberin devamı", "xem chi tiết", "baca lebih lanjut", "loe lähemalt",
    "uzzināt vairāk", "skaitykite daugiau", "sužinokite daugiau", "més informació", "máis información", "darllen rhagor",
    "aqra aktar",
)  # fmt: skip
"""What such a link also says, and sentences end in, too."""

PHRASES: tuple[str, ...] = (
    *SPOKEN,
    "lire la suite", "lire plus", "lire l'article", "lire l’article", "continuer la lecture", "en savoir plus", "read more",
    "continue reading", "keep reading", "more", "full story", "weiterlesen", "weiter lesen", "weiter", "zum artikel",
    "mehr lesen", "mehr erfahren", "mehr", "leer más", "seguir leyendo", "ver más", "más información", "leggi tutto",
    "continua a leggere", "continua", "leggi di più", "scopri di più", "leia mais", "ler mais", "continue lendo", "saiba mais", "lees meer",
    "lees verder", "les mer", "les hele saken", "läs mer", "læs mere", "lue lisää", "czytaj więcej", "czytaj dalej",
    "więcej", "číst více", "číst dále", "celý článek", "více", "čítať ďalej", "čítať viac", "čítaj viac", "viac",
    "citește mai mult", "citește mai departe", "mai mult", "više", "pročitaj više", "pročitajte više", "opširnije",
    "preberi več", "preberite več", "več", "tovább", "tovább olvasom", "olvass tovább", "bővebben", "devamını oku", "devamı",
    "читать далее", "читать дальше", "читать полностью", "подробнее", "читати далі", "читати більше", "детальніше",
    "прочети още", "виж повече", "виж още", "чытаць далей", "падрабязней", "прочитај више", "прочитај повеќе", "опширније",
    "διαβάστε περισσότερα", "διαβάστε", "περισσότερα", "اقرأ المزيد", "قراءة المزيد", "المزيد", "ادامه مطلب",
    "ادامه", "بیشتر بخوانید", "بیشتر", "مزید پڑھیں", "קרא עוד", "קראו עוד", "המשך לקרוא", "המשך קריאה", "המשך", "xem thêm",
    "đọc thêm", "đọc tiếp", "続きを読む", "もっと見る", "もっと読む", "詳細を見る", "詳しくはこちら", "阅读全文", "阅读更多", "继续阅读",
    "查看详情", "详细", "詳細", "閱讀全文", "閱讀更多", "繼續閱讀", "查看更多", "更多", "더보기", "더 보기", "더 읽기", "자세히 보기", "자세히", "계속 읽기",
    "อ่านต่อ", "อ่านเพิ่มเติม", "और पढ़ें", "आगे पढ़ें", "अधिक वाचा", "आणखी वाचा", "थप पढ्नुहोस्", "আরও পড়ুন", "বিস্তারিত",
    "மேலும் படிக்க", "ఇంకా చదవండి", "మరింత చదవండి", "વધુ વાંચો", "ಇನ್ನಷ್ಟು ಓದಿ", "മുഴുവൻ വായിക്കുക", "കൂടുതൽ വായിക്കുക",
    "ਹੋਰ ਪੜ੍ਹੋ", "තවත් කියවන්න", "selengkapnya", "baca selengkapnya", "baca lagi", "baca selanjutnya", "magbasa pa",
    "loe edasi", "loe rohkem", "lasīt vairāk", "lasīt tālāk", "skaityti daugiau", "skaityti toliau", "plačiau", "lesa meira",
    "nánar", "llegir més", "llegeix més", "continua llegint", "ler máis", "seguir lendo", "irakurri gehiago",
    "jarraitu irakurtzen", "darllen mwy", "léigh tuilleadh", "léigh níos mó", "lexo më shumë", "lees voort", "soma zaidi",
    "ətraflı", "davamını oxu", "толығырақ", "batafsil", "дэлгэрэнгүй", "կարդալ ավելին", "ვრცლად", "წაიკითხე მეტი",
)  # fmt: skip
