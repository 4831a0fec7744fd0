"""What a link to the whole of a text says, "Read more" in its language, case folded, as the big systems print it.

Both who finds teasers in a page and who mends their ends ask; the first of them without the patterns of the second.
"""

from __future__ import annotations

PHRASES: tuple[str, ...] = (
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
