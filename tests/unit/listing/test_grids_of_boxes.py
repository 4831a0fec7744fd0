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


def test_a_show_that_is_given_twice_is_not_called_by_its_tickets() -> None:
    """Each evening's tickets have a page of their own, and the show's returns."""
    shows = [NEWS[n - n % 2] if n < 4 else NEWS[n] for n in range(8)]
    cards = "".join(
        f"<div class=show><a href=/shows/{NEWS.index(show)}>{show} of a harbour</a><p>{19 - n} November 2026</p>"
        f"<a href=/buy/{n}>Tickets {firm}</a></div>"
        for n, (show, firm) in enumerate(zip(shows, FIRMS[:4] + FIRMS[5:] + ["Old Lock"], strict=True))
    )
    page = f"<title>Shows</title><main><h1>Shows</h1><div class=shows>{cards}</div></main>"
    found = induce(page, "https://quay.example/shows")[0].entries
    assert [entry.title for entry in found] == [f"{show} of a harbour" for show in shows]
