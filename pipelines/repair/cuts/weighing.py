r"""Does a text end inside a character? Each way to see its end as half of one is weighed against its standing as it is.

What the language alone says is asked first: it depends on a few characters, so that it is worked out once for each kind of
end, and once a process where the site has no say in it. The site's words and the list's rule are asked where doubt is left.
"""

from __future__ import annotations

import math

from pipelines.repair.encodings.readings import Tail
from pipelines.repair.ends import questions
from pipelines.repair.ends.cut_rules import NONE, SPREAD, SURE, TRIMMED, Rule, lengths
from pipelines.repair.ends.endings import Ending, endings, log_prior, most_gained
from pipelines.repair.ends.odd_ends import GUILLEMET, SHORTEST_TEASER, shows_nothing
from pipelines.repair.ends.open_syllables import ends_word
from pipelines.repair.ends.questions import CUT_PRIOR, QUESTION_SIGN
from pipelines.repair.likelihood.alphabets import alphabet
from pipelines.repair.likelihood.corpus import Corpus
from pipelines.repair.likelihood.letters_alone import Weights, kind_of_end
from pipelines.repair.mojibake.mojibake import stands, stands_alone

DOUBT, DOUBT_STANDS = 4.5, 6.5
"""Log-odds that words, signs and rules may still move: beyond, the language alone decides that an end is cut, or stands."""
SURE_VIETNAMESE = 2.8
"""Log-odds that do for `á` in Vietnamese, the first byte of a third of its letters above ASCII: of 1,142 clean ends in `á`, each among
200 texts of its site, the highest reaches 2.0 (2.7 before a marker), of 1,280 cut ones 106 reach 3.3 and 221 reach 2.5."""

MEAN_END = 0.17
"""Share of letters that end a word."""
LEAST_ENDED = 0.02
"""Least chance of it: names, and words nobody has seen. None of 2,450 clean texts cut behind a dash or quote that follows a letter is
touched by it."""
UNOPENED = 0.05
"""How much rarer `»` is behind a letter where no `«` stands before it: `má»`, left of `mộ`. No clean text of 1,145,880 is touched by it."""
_DASHES, _LOW, _ENDS = frozenset("–—»”"), frozenset("‚„"), frozenset(".!?")


class Weighed:
    """One end in the balance: its ways to be a cut, each worked out once and weighed under whatever the list proves.

    Args:
        text: without its marker.
        corpus: the site's words and signs.
        marked: whether a marker follows, which says that the site cut here.
    """

    __slots__ = ("_alone", "_corpus", "_kind", "_marked", "_most_alone", "_odds", "_text", "_ways")

    def __init__(self, text: str, corpus: Corpus, marked: bool = False) -> None:
        self._text, self._corpus, self._marked = text, corpus, marked
        self._ways = ways = endings(text)
        self._odds: list[float] | None = None
        self._most_alone = math.inf
        if text[-1:] == "?":
            self._kind, self._alone = "", [(0.0, 0.0)]
            return
        size = len(ways[0].shown) if len(ways) == 1 else max([len(way.shown) for way in ways], default=1)
        self._kind = kind = kind_of_end(text, size)
        known = corpus.weighed_alone.get(kind) if kind else None
        if known is None:
            if size == 1 and kind[-2:-1].isalpha() and kind[-1] not in "ªº":
                known = _weighed_letter(kind, ways, corpus)
            else:
                known = [_weighed_alone(way.of(text), corpus) for way in ways]
            if kind:
                corpus.weighed_alone[kind] = known
        self._alone = known

    def most_alone(self) -> float:
        """The log-odds of the most likely cut as the language alone has it."""
        return self._most([odds for odds, _ in self._alone], (), -math.inf)[1]

    def stands_whatever(self, proven: tuple[str, ...]) -> bool:
        """Whether a first glance was so clear that the codecs which other cuts went through change nothing."""
        return self._most_alone + most_gained(self._ways, proven) < SURE - DOUBT_STANDS

    def at_a_glance(self, proven: tuple[str, ...] = ()) -> Tail | bool | None:
        """What the language alone says: a cut or (True) a stand beyond doubt, None for doubt."""
        if self._text[-1:] == "?":
            return None
        best, odds = self._most([odds for odds, _ in self._alone], proven, -math.inf)
        if not proven:
            self._most_alone = odds
        if odds < SURE - DOUBT_STANDS:
            return True
        if best is None or odds <= SURE + DOUBT:
            return None
        tail = best.of(self._text)
        if _is_nothing(tail, self._marked) or ends_word(self._text, self._corpus.language):
            return None
        last = tail.shown[-1]
        strange = self._corpus.letters.knows(last) or self._corpus.foreign_share(tail.head, last) > 0
        return None if strange else tail

    def judge(
        self, rule: Rule = NONE, proven: tuple[str, ...] = (), often: tuple[str, ...] = ()
    ) -> Tail | None:
        """The most likely cut; None where the text more likely stands as it is.

        Args:
            rule: of the text's list, the same at every call.
            proven: codecs that other cuts of the list went through; "" where `?` stands for the lost bytes.
            often: those of them that several cuts went through.
        """
        if self._odds is None:
            self._odds = self._under(rule)
        vietnamese = self._text[-1:] == "á" and self._corpus.language.split("-")[0] == "vi"
        best = self._most(self._odds, proven, SURE_VIETNAMESE if vietnamese else SURE)[0]
        if best is None:
            return None
        tail = best.of(self._text)
        if not ends_word(self._text, self._corpus.language):
            return tail
        # a whole word is half of another only where the budget and several other ends say so
        return tail if rule.halves(tail) and not set(often).isdisjoint(tail.reading) else None

    def _most(self, odds: list[float], proven: tuple[str, ...], least: float) -> tuple[Ending | None, float]:
        best, most = None, least
        for way, each in zip(self._ways, odds, strict=True):
            if each > -math.inf:
                weight = each + log_prior(way, proven, self._marked)
                if weight > most:
                    best, most = way, weight
        return best, most

    def _under(self, rule: Rule) -> list[float]:
        """For each way its log-odds under the list's rule."""
        text, corpus = self._text, self._corpus
        if text[-1:] == "?":
            place = _place(rule, text, self._marked)
            return [questions.odds(way.of(text), corpus, place) for way in self._ways]
        whole = math.log(rule.chance(text))
        stand: dict[str, float] = {}
        nothing: dict[tuple[str, bool], bool] = {}
        found: list[float] = []
        for way, (_, alone) in zip(self._ways, self._alone, strict=True):
            tail, mass, alike = way.of(text), 0.0, (way.shown, way.kept == GUILLEMET)
            if alike not in nothing:
                nothing[alike] = _is_nothing(tail, self._marked)
            if not nothing[alike] or rule.halves(tail):
                mass = corpus.mass_of_small(tail, alone) if self._kind else corpus.mass(tail)
            if mass <= 0.0:
                found.append(-math.inf)
                continue
            if way.shown not in stand:
                stand[way.shown] = stands(way.shown, tail.head, corpus) + _behind_word(tail, corpus)
            cut = math.log(CUT_PRIOR * mass * rule.chance(tail.head, len(tail.kept)))
            found.append(cut - stand[way.shown] - whole)
        return found


def _behind_word(tail: Tail, corpus: Corpus) -> float:
    """Log-odds that a sign stands where it does: dash and closing quote behind a word that has ended, a low quote before one."""
    last = tail.head[-1:]
    if _LOW.issuperset(tail.shown):
        return math.log(LEAST_ENDED) if last in _ENDS else 0.0
    if not last.isalpha() or not _DASHES.issuperset(tail.shown[-1:]):
        return 0.0
    unopened = math.log(UNOPENED) if tail.shown[-1] == "»" and "«" not in tail.head else 0.0
    if len(tail.shown) > 1:
        return unopened
    return unopened + min(0.0, math.log(max(LEAST_ENDED, corpus.ends_word(tail.head)) / MEAN_END))


def _is_nothing(tail: Tail, marked: bool) -> bool:
    """`shows_nothing`, or a sign behind the space of a short text without a marker: `Größe √` is no teaser."""
    lone = len(tail.shown) == 1 and not tail.shown.isalpha() and tail.head[-1:].isspace()
    return (lone and not marked and len(tail.head) < SHORTEST_TEASER) or shows_nothing(tail, marked)


def _weighed_letter(kind: str, ways: tuple[Ending, ...], corpus: Corpus) -> Weights:
    """`_weighed_alone` of an end that is one character behind a letter, which any site of the language remembers."""
    before, shown = kind[:-1], kind[-1]
    key = (shown, alphabet(before[-1]))
    lefts = corpus.lefts.get(key)
    if lefts is None:
        found = [(key[1], shown, way.kept, way.reading) for way in ways]
        lefts = corpus.lefts[key] = [(left, corpus.adds(left)) for left in found]
    shared = corpus.weighed_ends()
    known = shared.get(kind)
    letter = shown.isalpha()
    if known is None:
        stand = math.log(corpus.alone(shown, before)) if letter else 0.0
        masses = [corpus.letters_mass(before, left) for left, _ in lefts]
        known = shared[kind] = [(_log_odds(mass, stand), mass) for mass in masses]
    if letter and not any(more for _, more in lefts):
        return known
    stand = math.log(corpus.alone(shown, before))
    masses = [
        mass + corpus.mass_of_others(left, before) if more else mass
        for (left, more), (_, mass) in zip(lefts, known, strict=True)
    ]
    return [(_log_odds(mass, stand), mass) for mass in masses]


def _weighed_alone(tail: Tail, corpus: Corpus) -> tuple[float, float]:
    mass = corpus.mass_alone(tail)
    return _log_odds(mass, stands_alone(tail, corpus) if mass > 0 else 0.0), mass


def _log_odds(mass: float, stand: float) -> float:
    return math.log(CUT_PRIOR * mass) - stand if mass > 0 else -math.inf


def most_odds(text: str, corpus: Corpus) -> float:
    """Log-odds of the most likely cut, of a text that ends in no mark and no `?`, as the language alone has it."""
    return Weighed(text, corpus).most_alone()


def _place(rule: Rule, text: str, marked: bool) -> questions.Place:
    """Where a text that ends in `?` stands under its list's rule."""
    whole = questions.BEFORE_MARKER if marked else 1.0
    if rule.unit == "none":
        return questions.Place(asked=whole, cut_here=marked)
    short, chance = (
        rule.budget - lengths(text)[rule.unit],
        (1.0 - min(rule.share, 0.95)) / SPREAD / rule.share,
    )
    if rule.unit != "bytes" or not 0 <= short <= questions.LOST_PLACES:
        return questions.Place(chance, whole, cut_here=marked or short == 0)
    asked = chance + (TRIMMED * QUESTION_SIGN if short else 0.0)
    return questions.Place(questions.BY_BYTES, asked, cut_here=short == 0, near=True)
