"""A title keeps its column where an editor left out the paragraph, or the link, around it."""

from __future__ import annotations

import pytest

from scraper.listing.induce import induce

NAMES = (
    "Harbour Trust v. Ostrander", "In re Willowbrook Estate", "Marchetti v. Port Authority", "Delgado v. Northline Rail",
    "Quarry Lane Holdings v. Pryce", "In re Application of Sundholm",
)  # fmt: skip


def page(cells: list[str]) -> str:
    rows = "".join(
        f"<tr><td>{cell}</td><td>{12 + number:02}/03/2026</td><td><p>{2040 + number}-K</p></td>"
        f'<td><a href="/opinions/{number}.html"><span>2026 Slip Op {5100 + number}</span></a></td></tr>'
        for number, cell in enumerate(cells)
    )
    return f"<html lang=en><body><main><h1>Opinions</h1><table><tbody>{rows}</tbody></table></main></body></html>"


@pytest.mark.parametrize("bare", [(1,), (0, 4), (2, 3, 5)])
def test_a_cell_without_its_paragraph_is_the_title_all_the_same(bare: tuple[int, ...]) -> None:
    """Some rows hold the name in a paragraph, others in the cell itself; the number in the last column is nobody's name."""
    cells = [name if number in bare else f"<p>{name}</p>" for number, name in enumerate(NAMES)]
    titles = [entry.title for entry in induce(page(cells), "https://court.example/opinions/")[0].entries]
    assert titles == list(NAMES)
