"""Tables drawn with boxes: what a cell is called by its role counts as a column, as `td` does."""

from __future__ import annotations

import pytest

from scraper.listing.induce import induce

URL = "https://exchange.example/filings"
FIRMS = "Anderby Ferries,Lumen Nets,Portus Salt,Quay Timber,Anderby Ferries,Tidal Lamps,North Pier,Harbour Bread".split(
    ","
)
NEWS = "Annual report,Director leaves,New berth bought,Dividend paid,Holding in company,Results of meeting,Loan repaid,Fleet grows".split(
    ","
)


@pytest.mark.parametrize("role", ["gridcell", "cell"])
def test_the_news_of_companies_beside_their_names(role: str) -> None:
    """Both cells have one class and a link; a company's page returns with its next report, a report's does not."""
    rows = "".join(
        f"<div role=row class=row><div role={role} class=grid-cell>{19 - n} Nov 2026</div>"
        f"<div role={role} class=grid-cell><a href=/company/{FIRMS.index(firm)}>{firm} plc</a></div>"
        f"<div role={role} class=grid-cell><a href=/filings/{n}>{news} of {firm}</a></div></div>"
        for n, (firm, news) in enumerate(zip(FIRMS, NEWS, strict=True))
    )
    page = f"<title>Filings</title><main><h1>Filings</h1><div role=grid><div role=rowgroup>{rows}</div></div></main>"
    assert [(entry.title, entry.url, entry.date) for entry in induce(page, URL)[0].entries] == [
        (f"{news} of {firm}", f"https://exchange.example/filings/{n}", f"{19 - n} Nov 2026")
        for n, (firm, news) in enumerate(zip(FIRMS, NEWS, strict=True))
    ]
