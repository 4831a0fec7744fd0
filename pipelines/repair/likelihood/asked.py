"""Does a sentence read as a question? By its words, where the language is known: those that ask, and those that end nothing.

A question mark behind a statement (`der Vorteil besteht darin, da?`) is likelier a lost character than one behind a sentence
that asks, and behind an article, a preposition or a comma, with a gap, hardly anything else (`el momento de ?`). The lists
are short: what asks in every text of a language, not all that can.
"""

from __future__ import annotations

import re

from pipelines.repair.likelihood.alphabets import NEAR
from pipelines.repair.likelihood.before import last_word

UNASKED = 0.3
"""How much likelier a question mark is a loss where nothing asks: of 35,036 questions of dialogues, program messages and aphorisms in
28 languages 31 % have none of the words, of statements 25 to 98 %."""
UNENDED = 0.06
"""The same behind a gap and what goes on: of those questions 53 stand so, 38 of them in Polish chats."""
_SENTENCE = re.compile(r"[.!?…:;][\"“”„’»«)\]]*\s+|[¿?¡]|\s[-–—]\s")
_WORD = re.compile(r"[^\W\d_]+")
ASKED_LAST = 10.0
"""How much likelier a question is behind a word that ends questions, as Vietnamese has them."""
_SIGNS = frozenset("+*=<>|^~_%")
_LISTED = 16
"""Characters before the mark that show such a list."""
FAR = 200
"""Characters of a sentence that are looked at."""

_ASKS = {
    "bg": "какво какъв каква какви какво кой коя кое кои кого къде откъде накъде кога как защо колко ли нали дали нима що чий",
    "ca": "què qui quin quina quins quines quan quant quants on com perquè oi eh cal vols voleu pots podeu",
    "cs": "co cože copak kdo koho komu kým čeho čemu čem čím kde kam kudy odkud kdy jak jaký jaká jaké jakou jakého jakým proč kolik "
          "který která které kterou kterého čí zda snad což že jsi víš víte chceš chcete můžeš můžete máš máte",
    "da": "hvad hvem hvor hvordan hvorfor hvornår hvilken hvilket hvilke hvis mon du i de kan vil skal er har",
    "de": "was wer wen wem wessen wo woher wohin wozu womit wovon warum weshalb wieso wann wie welche welcher welches welchen "
          "welchem ist sind war hat haben habt hast kann können kannst könnt soll sollen sollte will wollen willst wollt darf dürfen "
          "muss muß müssen gibt wird werden würde würden du ihr sie denn etwa oder",
    "el": "τι ποιος ποια ποιο ποιοι ποιες πού πότε πώς γιατί πόσο πόσα πόσοι μήπως άραγε",
    "en": "what who whom whose which where when why how is are am was were do does did can could will would shall should may might "
          "must has have had isn aren don doesn didn won wouldn you your or eh huh",
    "es": "qué quién quiénes cuál cuáles cuándo cuánto cuánta cuántos cuántas dónde adónde cómo acaso porqué eh verdad",
    "et": "kas mis mida kes keda kus kust kuhu millal kuidas miks milline kui palju arvad sa te",
    "fi": "mitä mikä missä mistä mihin minne milloin kuka ketä kenen miksi miten kuinka millainen mitkä ketkä entä vai",
    "fr": "que qu quoi qui où quand comment pourquoi combien quel quelle quels quelles lequel laquelle est t tu vous il elle "
          "ils elles on ce je nous hein ne",
    "gl": "que quen cal cales cando canto cantos onde como acaso por",
    "hr": "što šta tko ko koga komu gdje kamo odakle kada kad kako zašto koliko koji koja koje kojeg čiji li zar je",
    "hu": "mi mit ki kit kik mik hol hova hová honnan merre mikor hogy hogyan miért melyik mennyi hány milyen vajon ugye miféle e",
    "id": "apa apakah siapa siapakah kapan mengapa kenapa bagaimana berapa mana kemana dimana kan",
    "it": "che chi cosa cos quale quali qual quando quanto quanti quanta quante dove dov come perché perche vero",
    "lt": "ar argi kas ką ko kam kuo kur kada kaip kodėl koks kokia kokie kiek kuris kuri negi gal ",
    "lv": "vai kas ko kam kur kad kā kāpēc kādēļ cik kurš kura kāds kāda",
    "nb": "hva hvem hvor hvordan hvorfor når hvilken hvilket hvilke er har kan vil skal må du dere vi",
    "nl": "wat wie waar waarom wanneer hoe welke welk is zijn was heeft heb hebben kan kun kunnen wil willen zou zal zullen moet "
          "moeten mag mogen je jij u jullie",
    "pl": "czy co kto kogo komu czego czemu gdzie dokąd skąd kiedy jak jaki jaka jakie jaką jakim jakiego dlaczego ile który "
          "która które czyj może masz chcesz wiesz",
    "pt": "que quê quem qual quais quando quanto quanta quantos quantas onde aonde como porquê porque será acaso né você vocês",
    "ro": "ce cine cui care când cât câtă câți câte unde cum de oare nu",
    "ru": "что чего чему чем кто кого кому кем где куда откуда когда как какой какая какое какие какую почему зачем отчего сколько "
          "чей который ли разве неужели ты вы",
    "sk": "čo čože kto koho komu čoho čomu čom čím kde kam kadiaľ odkiaľ kedy ako aký aká aké akú prečo koľko ktorý ktorá ktoré čí "
          "či snad azda si vieš viete chceš chcete môžeš môžete máš máte",
    "sl": "kaj kdo koga komu česa kje kam kod kdaj kako zakaj koliko kateri katera katero čigav ali mar",
    "sr": "шта што ко кога коме где куда одакле када кад како зашто колико који која које чији ли зар",
    "sv": "vad vem var vart varför hur när vilken vilket vilka är har kan vill ska skall finns får du ni månne",
    "tr": "ne neden niye niçin nasıl kim kimin kime hangi nerede nereye nereden kaç mi mı mu mü acaba peki nedir",
    "uk": "що чого чому чим хто кого кому де куди звідки коли як який яка яке які чи хіба невже скільки навіщо чий",
    "vi": "gì ai đâu sao nào chưa không à ư hả chứ nhỉ chăng bao mấy",
}  # fmt: skip
"""Words that ask, and in languages that turn the sentence round the verbs and pronouns that do it."""

_GOES_ON = {
    "bg": "в във на за от до с със и или но че да по при към без между ще не се",
    "ca": "el la els les un una de del dels a al als en per amb i o que es",
    "cs": "a i v ve na z ze s se k ke do od pro po při za o u že ale nebo by jako než",
    "da": "en et den det de af til på med for fra og eller at som om i ved",
    "de": "der die das den dem des ein eine einen einem einer eines und oder in im am an auf aus bei mit von vom zu zum zur für durch "
          "als dass daß wenn weil sehr ihre seine",
    "el": "ο η το οι τα τον την του της των τους τις ένα μια ένας στο στη στην στον στα στις στους για από με σε και ή να θα που ότι αν ως",
    "en": "the a an of to and or in on at by for from with that as if into its their",
    "es": "el la los las un una de del al a en y o que con por para su sus se lo como sin sobre más muy",
    "et": "ja või ning et kui ega aga ka",
    "fi": "ja tai sekä että jos kun kuin eli",
    "fr": "le la les un une des du de au aux et ou en dans par pour avec sur que ses leur leurs son sa très",
    "gl": "o a os as un unha de do da dos das en no na nos nas e ou que con por para se",
    "hr": "i ili u na za od do s sa iz po pri o kod da te a ali kao koji koja koje",
    "hu": "a az egy és vagy hogy de",
    "it": "il lo la i gli le un una di del della dei delle a al alla in nel nella e o che con per su da dal si",
    "lt": "ir ar į iš su be per prie nuo iki kad jei bet už dėl apie",
    "lv": "un vai ar no uz par pie bez ka ja lai pēc pirms kā",
    "nb": "en et den det de av til på med for fra og eller at som om i ved å",
    "nl": "de het een van en of in op met voor door te dat als bij aan",
    "pl": "i a w we na z ze do od o u po za przy dla że oraz lub się nie jak",
    "pt": "o a os as um uma de do da dos das e ou em no na nos nas que com por para pelo pela se seu sua ao aos às mais muito",
    "ro": "un o al a ai ale de din la în cu pe prin pentru și sau că să ce care este sunt se nu mai o",
    "ru": "в во на за от до с со и или но что к ко по при без между из у о об не а для",
    "sk": "a i v vo na z zo s so k ku do od pre po pri za o u že ale alebo by ako než sa",
    "sl": "in ali v na za od do s z k iz po pri o da kot ki se ne",
    "sr": "и или у на за од до с са из по при о код да те а али као који која које",
    "sv": "en ett den det de av till på med för från och eller att som om i vid",
    "tr": "ve veya ile için bir",
    "uk": "в у на за від до з зі і й або але що к по при без між із о не а та для",
}  # fmt: skip
"""Articles, prepositions and conjunctions, which hardly a sentence ends in."""

_SAME = {"nn": "nb", "no": "nb", "bs": "hr", "sh": "hr"}


def knows(language: str) -> bool:
    """Whether the words that ask are known in a language."""
    return _name(language) in ASKS


def _sets(lists: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in lists.items()}


ASKS, GOES_ON = _sets(_ASKS), _sets(_GOES_ON)
for _words in (ASKS, GOES_ON):
    _words["sr"] |= _words["hr"]  # Serbian is written in Latin letters, too


def likeness(head: str, language: str) -> float:
    """How likely the words of a text's last sentence are in a question, as a factor; 1 where they may be or nobody knows.

    Args:
        head: the text before its question mark.
        language: ISO 639-1 code or tag, "" where unknown.
    """
    name = _name(language)
    factor = UNENDED if goes_on(head, language) else 1.0
    asks = ASKS.get(name)
    if asks is None:
        return factor
    words = _WORD.findall(_sentence(head).lower())
    if words and words[-1] in _LAST.get(name, ()):
        return factor * ASKED_LAST
    asked = not asks.isdisjoint(words) or (name in _IN_ENDINGS and any(map(_asks_by_ending, words)))
    return factor if asked else factor * UNASKED


_LAST = {"vi": frozenset("ư à hả chứ nhỉ chăng sao không chưa gì đâu nào nhé".split())}
_IN_ENDINGS = frozenset(("fi", "tr", "id"))
_ENDINGS = re.compile(r"(?:k[oö](?:s|han|hän)?|m[iıuü](?:s[iıuü]n|y[iıuü]z|y[dm].*)|kah)\Z")


def _asks_by_ending(word: str) -> bool:
    return _ENDINGS.search(word) is not None


def _name(language: str) -> str:
    name = language.split("-")[0].lower()
    return _SAME.get(name, name)


def goes_on(head: str, language: str) -> bool:
    """Whether a gap stands before the mark, and before it what no sentence ends in."""
    name, bare = _name(language), head.rstrip()
    if bare == head or not bare or lists_signs(bare):
        return False
    if bare[-1] in ",(" or (bare[-1] == "." and bare[-2:-1].isalpha()):
        return True
    return name in GOES_ON and last_word(bare[-NEAR:]) in GOES_ON[name]


def lists_signs(head: str) -> bool:
    """Whether a text lists signs before its question mark, of which it is one more (`+, - or ?`)."""
    return not _SIGNS.isdisjoint(head.rstrip()[-_LISTED:])


def _sentence(head: str) -> str:
    """The last sentence of a text, or what it shows of it."""
    near = head[-FAR:]
    start = 0
    for found in _SENTENCE.finditer(near):
        if near[found.end() :].strip():
            start = found.end()
    return near[start:]
