"""Is a `?` at the end a question, or what a program wrote for half a character?

`tambi?` and `¿Quién?` end alike, and a question taken for a loss is a text made worse. So the chance that a site cut here
inside a character is weighed against the chance that a question ends here: by what stands before the mark (a word or the
beginning of one: the site's words, the language's letters, and `beginnings`), by what its sentence says (`asked`), by the
language's own question mark, and by the list's rule: a text cut inside a character stands at most two bytes below a budget
of bytes, any other only by chance.
"""

from __future__ import annotations

import math
import re
import unicodedata

from pipelines.repair.encodings.readings import Tail
from pipelines.repair.ends.odd_ends import SHORTEST_TEASER
from pipelines.repair.likelihood import asked, beginnings
from pipelines.repair.likelihood.alphabets import alphabet_of
from pipelines.repair.likelihood.before import last_word
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.heads import eastern
from pipelines.repair.likelihood.letters import of_language

CUT_PRIOR = 0.02
"""Share of teasers that end inside a character before any evidence: a byte cut hits one text in ten to twenty of a
Latin alphabet, and few sites cut by bytes."""
MARK_PRIOR = 0.05
"""How often a broken character became one question mark."""
QUESTION_SIGN = 1e-3
"""Share of question marks among the characters of a text: how often a cut falls right behind one."""
LEAST_END, LEAST_END_SHORT = 0.03, 0.01
"""Least chance that a word ends where the language's letters say none does: names, and words nobody has seen; of one
or two small letters there are few. At 0.001 3 of 5,772 questions were lost (`Хлеба и зрелищ?`), at 0.01 and above none."""
NO_END = 1e-4
"""Chance that a question ends in a lone small consonant: a preposition or an elided word, which go on (`una serie de v?`,
`pendant l'?`). Of 2,164 questions in 331 languages one does, in Haitian; behind a number it is a unit."""
CLOSED = 0.1
"""How often a word behind `¿` is the last of its question, whatever the list's rule: one in ten."""
BEFORE_MARKER = 0.17
"""How often a site that marks its cuts puts the marker behind a whole question, too: few texts end where the site cuts. Of 1,045
questions in 30 languages, three in a column of 90 statements and each with a marker, 26 are taken for a loss, many of them of a mark
behind a gap, and 830 of 984 losses are seen; with 0.1, 54 and 866, with 0.28, 17 and 782 (`OTHER_MARKED` at 2.5)."""
OWN_MARK = {"ar": 0.3, "el": 0.1, "es": 0.2, "fa": 0.3, "ur": 0.3}
"""How often a question lacks its language's own mark: `;` in Greek, `؟`, and `¿` before it in Spanish."""
GAPPED = {"fr": 0.2, "vi": 0.1}
"""Least share of question marks that languages set after a gap, whatever the site's other texts do. Of 1,785 questions of stories that
end so before a marker, alone, none is taken for a loss, and 358 without these; among four statements each one is, and 362."""
BY_BYTES = 5
"""How much likelier a cut inside a character is in a list that cuts by bytes than in any list."""
EASTERN = 7
"""And in Chinese, Japanese and Korean text, where two of three bytes are inside one."""
HALF_WIDTH, UNASKED = 0.05, 0.1
"""How often a question of a text that writes `，` and `。` ends in `?` and not in `？`, and how often one is without a word that asks. Of
64 questions of program messages that end in `?` four are in such texts, all with a word that asks."""
FULL_WIDTH_TEASER = 25
"""Characters of the shortest text that is asked so."""
LOST_PLACES = 2
"""Bytes that a text cut inside a character and marked with `?` may be short of its budget: three of four were kept."""
FIT, FIT_COUNTED = 0.5, 0.75
"""Share of the text's 3-letter groups that its language must know, with a profile and without: in a mixed list, and in the
smaller alphabet of a list in two, no word seems to end. Of 38 losses of the repair set 37 have more, three quarters 0.82."""
MANY = 0.5
"""Share of letters above ASCII that an alphabet of another script has, and no Latin one."""
LATIN, LATIN_DOUBTED, LATIN_SHORT, OTHER, OTHER_MARKED = 20.0, 12.0, 3.2, 0.6, 1.0
"""Weights of a loss: in a Latin alphabet, where a letter above ASCII is rare and so tells more; there where the sentence
asks, behind a gap and near a budget of bytes; in a text too short for a teaser or in a language whose words that ask nobody
knows; in another alphabet; and there before a marker. Of 1,062 questions of manuals and programs in 30 languages, three in a
column of 90 statements, two are touched, and 599 of 1,062 losses are seen; with 12 for all Latin ones, one and 565. With 20
behind a gap `Où ?` in Lithuanian lists is lost, with 1.5 for the other alphabets a Greek and a Mongolian question of 505,120
cells."""
_VOWELS = frozenset("aeiouyæøœıаеиоуыэюяієѵαεηιουω")
_LONE = re.compile(r"(?:^|(?<!\d)\s)((?=[a-zà-ɏα-ωа-ӿ])[^\W\d_]|qu(?=['’]))['’]?\Z")
_NEAR = 5
"""Characters of the end that `_LONE` looks at: `qu’`, the space before it and what stands before that, which may be a digit."""
_FULL_WIDTH = re.compile("[，。、！；：]")
_LAST_CLAUSE = re.compile("[^，。！？；]*\\Z")
_ASKS = re.compile(
    "[吗嗎呢吧么麼谁誰哪何几幾怎か]|什[么麼]|是否|多少|多久|多大|多远|多遠|[确確]定|[确確][认認]|能不能|要不要|是不是|有没有|有沒有"
    "|な[ぜの]|ど[うこれのんち]|いつ|だれ|いくら|の\\Z"
)
_OPENED = re.compile(r"¿[^?¿]*\Z")


class Place:
    """Where a text stands under its list's rule, as two factors.

    Attributes:
        lost: of the chance that its end was cut inside a character.
        asked: of the chance that it ends in a question.
        cut_here: whether the site cut right behind the mark.
        near: whether a budget of bytes ends in the character that the mark may stand for.
    """

    __slots__ = ("asked", "cut_here", "lost", "near")

    def __init__(
        self, lost: float = 1.0, asked: float = 1.0, cut_here: bool = False, near: bool = False
    ) -> None:
        self.lost, self.asked, self.cut_here, self.near = lost, asked, cut_here, near


def odds(tail: Tail, corpus: Corpus, place: Place) -> float:
    """Log-odds that a question mark at the end stands for a lost character and not for a question."""
    asks = corpus.lexicon.questions
    lost = CUT_PRIOR * max(1.0, asks.losses / MARK_PRIOR) * place.lost
    own = _unlike_its_own(tail.head, corpus)
    whole = (QUESTION_SIGN * place.cut_here + asks.share * place.asked) * own
    if eastern(tail.head):
        # any character may end a sentence there, and two of three cuts by bytes fall inside one: rule and marker tell
        if not place.near and not (place.cut_here and _sets_full_width(tail.head)):
            return -math.inf
        return math.log(lost * EASTERN) - math.log(whole * (1 if place.near else HALF_WIDTH * UNASKED))
    known = of_language(corpus.language) is not None
    if not place.near and corpus.letters.fit(tail.head) < (FIT if known else FIT_COUNTED):
        return -math.inf
    asking = asked.likeness(tail.head, corpus.language)
    lost *= _weight(tail.head, corpus, place, asking)
    if _OPENED.search(tail.head):
        whole = max(whole, CLOSED)
    whole *= asking
    if tail.head[-1:].isspace() and asked.lists_signs(tail.head) and not place.near:
        return -math.inf
    power = _power(tail.head, corpus)
    if power:
        return math.log(lost * corpus.letters.above_ascii) + power * math.log(10) / 2 - math.log(whole)
    if _broken_off(tail.head):
        whole *= NO_END
    elif tail.head[-1:].isalpha():
        whole *= max(_least_end(tail.head), corpus.ends_word(tail.head))
    elif tail.head[-1:].isspace():
        gap = asks.gap
        if not place.cut_here and not place.near and not asked.goes_on(tail.head, corpus.language):
            if len(tail.head) < SHORTEST_TEASER:
                return -math.inf
            gap = asks.slip / own  # a question of another language, or a slip, has no mark of this one
        whole *= max(gap, GAPPED.get(corpus.language.split("-")[0].lower(), 0.0))
    return math.log(max(lost * corpus.mass(tail), 1e-12)) - math.log(whole)


def _weight(head: str, corpus: Corpus, place: Place, asking: float) -> float:
    if corpus.letters.above_ascii >= MANY or alphabet_of(head):
        return OTHER_MARKED if place.cut_here and not place.near else OTHER
    if not asked.knows(corpus.language) or (len(head) < SHORTEST_TEASER and not place.cut_here):
        return LATIN_SHORT
    if place.cut_here and not place.near:
        return LATIN
    return LATIN_DOUBTED if place.near or head[-1:].isspace() or asking >= 1 else LATIN


def _sets_full_width(head: str) -> bool:
    """Whether a text writes full-width signs and asks nothing, so that its own question mark would be another."""
    if len(head) < FULL_WIDTH_TEASER or not _FULL_WIDTH.search(head):
        return False
    clause = _LAST_CLAUSE.search(head[-200:])
    return clause is not None and _ASKS.search(clause[0]) is None


def _power(head: str, corpus: Corpus) -> int:
    table = beginnings.of_language(corpus.language) if head[-1:].isalpha() and corpus.language else None
    return table.lost_to_question(head) if table is not None else 0


def _broken_off(head: str) -> bool:
    """Whether a text ends where no question does: in a lone small consonant, or the apostrophe of an elided word."""
    found = _LONE.search(head[-_NEAR:])
    return found is not None and unicodedata.normalize("NFD", found[1])[0] not in _VOWELS


def _least_end(head: str) -> float:
    return LEAST_END if len(last_word(head)) > 2 or head[-1].isupper() else LEAST_END_SHORT


def _unlike_its_own(head: str, corpus: Corpus) -> float:
    """How likely a question of the language is written as this one is."""
    language = corpus.language.split("-")[0].lower()
    if language == "es" and _OPENED.search(head):
        return 1.0
    return OWN_MARK.get(language, 1.0)
