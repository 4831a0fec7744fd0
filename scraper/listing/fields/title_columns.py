"""Which column of a table holds the titles, where its head says so: `Title` beside `Document`, `Case name` beside `Judge`.

Of two cells with words, one of them a link, the link is taken, and often that is a file or a form's name. A head that is nothing
but a word for a title is believed before that where the link's own column is one of documents, or where its links return and those of
another column do not: who brought a bill in, beside its number. Beside any other it may be a name, and people have titles, too. A case's title is one beside whatever stands there, and so is what takes many words and is said once:
talks beside who gives them.
"""

from __future__ import annotations

from scraper.listing.fields.date_columns import head_over
from scraper.listing.fields.slots import slots
from scraper.listing.markup.tree import Tree
from scraper.listing.records.lines import Piece, Record
from scraper.listing.words.wording import heads_documents, heads_matters, heads_titles, heads_topics

# Of the records, those whose cell under that head says something: talks are to be announced; and of these those that no other says:
# two orders in one case are called alike.
TOLD_MIN, SHARE_MIN = 0.5, 0.8
# Characters in the mean; `IV` and `Dr` are titles, too.
LENGTH_MIN = 8
# The same of a talk's title beside a speaker's name; `Director of Public Affairs` beside whoever it is has 26.
TALK_LENGTH_MIN = 50


def headed_first(tree: Tree, records: list[Record], ranked: list[str]) -> list[str]:
    """The slots that may hold titles, best first, one below a head that says so before all others.

    Args:
        tree: the page.
        records: the list's records.
        ranked: the slots, as they are measured.
    """
    if len(ranked) < 2 or tree.tags[records[0].start] != "tr":
        return ranked
    cells = {name: slot.firsts for name, slot in slots(records).items() if name in ranked}
    heads = {
        name: head_over(tree, next(iter(firsts.values())).first)
        for name, firsts in cells.items()
        if not name.startswith("label")
    }
    first = heads.get(ranked[0], "")
    if heads_titles(first) or heads_matters(first):
        return ranked
    for name in ranked:
        head = heads.get(name, "")
        texts = [piece.text for piece in cells.get(name, {}).values()]
        if heads_matters(head) or (
            heads_titles(head) and (heads_documents(first) or _numbered(cells, ranked[0]))
        ):
            least = LENGTH_MIN
        elif heads_titles(head) or heads_topics(head):
            least = TALK_LENGTH_MIN
        else:
            continue
        told = len(texts) >= TOLD_MIN * len(records) and len(set(texts)) >= SHARE_MIN * len(texts)
        if told and sum(map(len, texts)) >= least * len(texts):
            return [name, *(other for other in ranked if other != name)]
    return ranked


def _numbered(cells: dict[str, dict[int, Piece]], first: str) -> bool:
    """Whether links of one slot return, and those of another lead to a page of its own each."""
    led = {
        name: [piece.href for piece in firsts.values() if piece.href]
        for name, firsts in cells.items()
        if name == first or name.startswith("link:")
    }
    own = led.pop(first, [])
    every = len(cells[first])
    return len(set(own)) < len(own) and any(len(set(hrefs)) == every for hrefs in led.values())
