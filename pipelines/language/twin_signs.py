"""What languages that detectors take for one another have and lack: signs, and how often each comes.

Twins share nearly all their grams. They differ in a few regular things: a vowel (`mjesto`, `mesto`), months and question
words, a letter, an ending. A text of ten words may show none of them, a list shows several, and what it never shows says as
much. So each sign has a rate for each language. The rates are rounded from interface strings of three free web programs,
3,000 to 140,000 letters a language, and are never below what names and quotations bring. News has words that programs lack
(`svedoci`, `saobraćaj`, `proračun`): of 24 Serbian titles of news in lists of 3 to 12 that declare Croatian, 85 entries in 100 are
Serbian with them, 54 without; of Bosnian ones that declare nothing 92, not 62.
"""

from __future__ import annotations

from dataclasses import dataclass

# of words in Latin letters, as all are here; with \p{L} a pattern takes 1 ms to lay out instead of a tenth
_START, _END = "(?:^|[^a-zß-ž])", "(?:[^a-zß-ž]|$)"


@dataclass(frozen=True, slots=True)
class Twins:
    """Languages taken for one another.

    Attributes:
        languages: their codes.
        priors: log-odds of each before anything is read, where no detector tells them apart; empty where some do.
        rare: the one that detectors overlook, where they tell the others apart: without signs of it their word stands.
        written: a pattern that a text in any of them matches; others are left alone.
        signs: patterns over lower-case text, and how often each comes in 1,000 characters of each language.
    """

    languages: tuple[str, ...]
    priors: tuple[float, ...]
    rare: str
    written: str
    signs: tuple[tuple[str, tuple[float, ...]], ...]


def _words(whole: str, beginnings: str = "") -> str:
    """A pattern for whole words, and for words that begin so."""
    either = [f"(?:{'|'.join(whole.split())}){_END}", *beginnings.split()]
    return f"{_START}(?:{'|'.join(either)})"


# `je` behind a consonant and `ije` before one stand for the old yat; what Serbian has of them is left out by what stands around
_IJEKAVIAN = (
    r"[mvdtpcrz]je[^nd]|sje[dmtćv]e?[^di]|bje[^k]|[bcdlmprstvz]ije(?:č|đ|d[^l]|k|l|n[^t]|p|s|š|t[^e]|v|ž)|"
    + _words("prije poslije uvijek gdje dio dvije obje", "proljeć svjedo grijanj ljetn uštedje")
)
_EKAVIAN = _words(
    "vreme deo delo ceo cela celog cele celu celom cena cene ceni cenu cenama pre posle mera mere meru vera veru "
    "sreda sredu svet sveta svetu lepa lepo bela belo beli bele beleg dve obe leta leto reč reči vest vesti dece deca "
    "deci gde negde ovde onde uvek treba deluje odsto takođe",
    "mest svetsk dete dečj dečij rečima rečn čovek sneg hleb mlek nedelj ponedelj letnj sever smer primer promen "
    "izmen zamen razmen primen namenj rešen rešav reši izvešta obavešt pobed pesm pesni zvezd devoj verov proveri "
    "provera uveren poveren uspeh uspeš uspel oseć sedni sediš savet odelj podel poset mesec umetni nemačk telesn "
    "delov delimi unapred sled nasled posled želel želeo hteo voleo bezbed obezbed menja celokup zahtev vešt vred "
    "opšt saopšt istorij vazduh avgust hemij sveštenik preduze proleć svedo grejanj uštede lekar lečenj cveć cvet železni vaspit "
    "povred pevač pevanj sećanj",
)
_SERBIAN = _words(  # of these, none is Slovene
    "gde ovde uvek posle dece deca deci reč reči takođe odsto",
    "obavešt izvešta saopšt opšt istorij izmen promen razmen primen rešenj čovek dečj dečij detet hleb mlek poset savet odelj "
    "bezbed obezbed verovatn preduze hiljad saradn porodic fudbal devoj pesni evropsk sednic",
)
_EASTERN = _words(
    "ko neko niko svako šta januara? februara? marta? aprila? maja? juna? jula? "
    "septemb[a-z]* oktob[a-z]* novemb[a-z]* decemb[a-z]*",
    "saobraćaj budžet konkurs podsticaj bibliotek učesni učestv finansij štamp kancelarij inostran "
    "evrop hiljad uslov saradn saradnj fudbal pozoriš univerzit porodic naučn preduzeć tačk tačn netačn takmič spisk spisak",
)
_WESTERN = _words(
    "tko netko nitko svatko",
    "tisuć tjed siječ veljač ožuj travnj travanj svibnj svibanj lipnj lipanj srpnj srpanj kolovoz rujn rujan "
    "listopad studen prosin uvjet suradn tvrtk nogomet vlak glazb kazališ zrak sveučiliš kruh povijes znanost znanstv "
    "europ obitelj uporab priopć izvješć prosvjed udrug natječaj veleposlan županij točk točn netočn sukladn kemij "
    "knjižnic proračun poticaj liječni sudioni sudjel financij prometn otok zrakoplov putovnic računal poslužitelj",
)
_BOSNIAN = _words("august augusta", "sedmic ljekar historij lahk mehk saopć hljeb sarajev")

_INDONESIAN = _words(
    "karena bisa bahwa polisi telepon universitas uang mobil kantor perusahaan agustus maret juli coba berkas berbeda "
    "nomor silakan surel tautan situs peramban informasi aktivitas kualitas desember gratis sandi kota anggota "
    "yaitu bagian setelah saja mau persen delapan menit dokter proyek musik paket perangkat lunak citra jendela tombol layar unduh unggah "
    "perbarui kecelakaan pajak kamar olahraga pemerintah kebijakan anggaran kabupaten provinsi gubernur bupati kemarin senin kamis jumat "
    "terkait kunjungan jawaban seluler kecamatan dinas majelis"
)
_MALAY = _words(
    "kerana bahawa polis telefon universiti wang kereta pejabat syarikat ogos julai jun cuba fail ialah "
    "tetapan akaun pelayar laluan nombor padam sila emel pautan maklumat aktiviti kualiti disember percuma "
    "tarikh ahad isnin khamis jumaat adakah "
    "iaitu bahagian selepas manakala sahaja mahu peratus lapan minit doktor projek muzik pakej perisian perkakasan pelbagai imej tetingkap "
    "butang skrin senarai sokongan kekunci cakera kemalangan mangsa cukai sukan jurulatih semalam jawapan soalan mesyuarat majlis borang "
    "notis aduan hospital filem motosikal basikal bomba kakitangan"
)

TWINS: tuple[Twins, ...] = (
    Twins(
        ("hr", "bs", "sr"),
        (0.0, -2.0, -1.0),
        "",
        r"^\P{Cyrillic}*$",
        (
            (_IJEKAVIAN, (6, 6, 0.3)),
            (_EKAVIAN, (0.3, 0.6, 6)),
            (_EASTERN, (0.1, 1.2, 1.2)),
            (_WESTERN, (2, 0.3, 0.2)),
            (_BOSNIAN, (0.1, 0.6, 0.1)),
        ),
    ),
    # the same again beside a language that detectors do know: a Serbian title may look Slovene
    Twins(
        ("hr", "sl", "sr"),
        (),
        "sr",
        r"^\P{Cyrillic}*$",
        (
            (_IJEKAVIAN, (6, 0.3, 0.3)),
            (_SERBIAN, (0.2, 0.2, 3)),
            (r"[ćđ]", (4, 0.2, 4)),
            (_words("v in ki pa ker ter kot tudi bodo k z"), (0.1, 7, 0.1)),
            (_words("u i sa koji koja koje da ili"), (6, 1, 9)),
        ),
    ),
    Twins(("id", "ms"), (), "ms", r"^\P{Cyrillic}*$", ((_INDONESIAN, (5, 0.4)), (_MALAY, (0.4, 6)))),
    Twins(
        ("es", "gl", "pt"),
        (),
        "gl",
        "",
        (
            (r"ã|õ|ç|ss|lh|ê|ô", (0.3, 0.3, 26)),
            (r"ción|ll|ñ", (7, 7, 0.2)),
            (_words("el los las y del una al su sus es lo la sin más"), (15, 0.7, 0.7)),
            (_words("o os do da das na nas ao aos as e"), (1, 11, 13)),
            (
                _words(
                    "unha dunha nunha cunha non coa co cos coas polo pola polos polas sen aínda máis tamén xa ata dende moi mellor "
                    "onde cando mentres calquera dúas dous tres hoxe onte mañá luns mércores xoves venres ten teñen fai engade engada "
                    "goberno servizo servizos espazo prezo praza licenza lingua xestor xogo páxina imaxe axuda arquivo",
                ),
                (0.1, 4, 0.6),
            ),
            (_words("en con un"), (7, 4, 0.1)),
            (_words("em com um uma não"), (0.1, 0.1, 7.5)),
            (_words("ou é") + r"|ei[rxt]|ou[rt]", (0.2, 4.5, 5)),
            (r"x[aeiouáéíó]|ci[óo]ns", (0.7, 7, 2.5)),
            (r"j|g[eiéí]", (7, 1, 6)),
        ),
    ),
    Twins(
        ("bg", "mk"),
        (),
        "mk",
        r"\p{Cyrillic}",
        (
            (r"[щъьюяй]", (40, 1)),
            (r"[јљњџ]", (1, 20)),
            (r"[ќѓѕ]", (0.1, 1.5)),
        ),
    ),
)
