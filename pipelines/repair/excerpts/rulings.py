"""What the rules of lists say of their open-ended teasers: cut here, perhaps inside the last word.

A budget of words cuts between words; any other hits a word's end only by chance, so that the last word cannot be trusted,
however well it reads. A site that escapes its text before it cuts counts `&eacute;` as eight characters; soft hyphens count,
and accents that are characters of their own: where a list's teasers held any, their lengths as they came are tried as well. Where
they end in half an entity, every teaser that may have filled the budget once it was escaped is held for cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from pipelines.repair.columns.flat import at_rows, drawn, with_texts, written
from pipelines.repair.columns.groups import Groups
from pipelines.repair.ends import cut_rules
from pipelines.repair.evidence import REPRESENTED
from pipelines.repair.excerpts.finish import Ruled, ends_in_word
from pipelines.repair.tidying import half_entities

Rules = dict[object, cut_rules.Rule]


class Teasers(NamedTuple):
    """The teasers of a frame, markers taken off.

    Attributes:
        bodies: mended.
        as_came: by row, those that held entities, soft hyphens or accents set apart, as they came.
        lost: by row, those that end inside a character: what stands before it, and how many of its bytes are left.
        finished: which of them end a sentence.
        lists: which list each is from.
        gaps: by row, the gap between a body and its marker: where the site cut behind a word, it may have counted it.
    """

    bodies: pa.Array
    as_came: Mapping[int, str]
    lost: Mapping[int, tuple[str, int]]
    finished: np.ndarray
    lists: Groups
    gaps: Mapping[int, str]


def rulings(teasers: Teasers, known: Mapping[object, cut_rules.Rule]) -> tuple[Rules, dict[int, Ruled]]:
    """The rule of each list, and for each open-ended teaser at its budget what that says.

    Args:
        teasers: those of all lists.
        known: rules that are inferred already, by list and "excerpt".
    """
    rules: Rules = {}
    found: dict[int, Ruled] = {}
    bodies, lists = teasers.bodies, teasers.lists
    filled = written(bodies)
    ends = with_texts(bodies, {row: head for row, (head, _) in teasers.lost.items()})
    lost = dict(teasers.lost.values())
    escaped = with_texts(ends, teasers.as_came)
    gapped = with_texts(
        ends,
        {row: f"{bodies[row].as_py()}{gap}" for row, gap in teasers.gaps.items() if row not in teasers.lost},
    )
    others = [
        (texts, at_rows(len(bodies), list(concerned)))
        for texts, concerned in ((escaped, teasers.as_came), (gapped, teasers.gaps))
    ]
    for name in lists.names:
        rows = lists.rows(name)
        own, lengths = rows[filled[rows]], bodies
        rule = known.get((name, "excerpt"), cut_rules.NONE)
        if rule.unit == "none":
            rule = _rule(ends, own, lost)
        for texts, concerned in others:
            if concerned[rows].any():
                other = _rule(texts, own, lost)
                rule, lengths = (other, texts) if other.share > rule.share else (rule, lengths)
        rules[name] = rule
        rows = own[~teasers.finished[own]]
        if rule.unit != "none" and len(rows):
            found.update(_at_budget(bodies, lengths, rows, rule))
    return rules, found


def _rule(bodies: pa.Array, rows: np.ndarray, lost: Mapping[str, int]) -> cut_rules.Rule:
    return cut_rules.infer([(body, lost.get(body, 0))] for body in _represented(bodies.take(pa.array(rows))))


def _at_budget(
    bodies: pa.Array, lengths: pa.Array, rows: np.ndarray, rule: cut_rules.Rule
) -> dict[int, Ruled]:
    short = rule.budget - cut_rules.measured(lengths.take(pa.array(rows)), rule.unit)
    found: dict[int, Ruled] = {}
    if rule.unit != "words":
        found.update(dict.fromkeys(rows[short == 1].tolist(), "sentence"))  # a space was trimmed
    for row in rows[short == 0].tolist():
        whole = rule.unit == "words" or lengths[row].as_py()[-1:].isspace()
        found[row] = "sentence" if whole else _cut_behind(bodies[row].as_py())
    return found


def _cut_behind(body: str) -> Ruled:
    return "word" if ends_in_word(body) else "sentence"


def after_escaping(teasers: Teasers, rows: Iterable[int], halves: Iterable[str]) -> dict[int, Ruled]:
    """What a list that cuts after escaping says of its open-ended teasers.

    Args:
        teasers: those of all lists.
        rows: of the list, those that end no sentence.
        halves: its texts that end in half an entity, as they came.
    """
    budget = half_entities.budget(list(halves))
    found: dict[int, Ruled] = {}
    for row in rows:
        body, raw = teasers.bodies[row].as_py(), teasers.as_came.get(row)
        span = half_entities.Span(len(raw), len(raw)) if raw else half_entities.span(body or "")
        if body and span.most >= budget.least and span.least <= budget.most:
            found[row] = _cut_behind(body)
    return found


def _represented(texts: pa.Array) -> list[str]:
    """The texts that stand for a list, whatever their order."""
    if len(texts) > REPRESENTED:
        texts = texts.take(drawn(texts, REPRESENTED))
    found: list[str] = texts.to_pylist()
    return found
