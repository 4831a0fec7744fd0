"""The reject that takes a list back: a second page showed that another list is the one its pager turns.

Written by the crawl, which starts without the libraries of the columns, and applied where raw lines are joined.
"""

REPLACED = "list_replaced"
"""Reason of such a reject: `url` is the listing page, `detail` the list's name; its entries on that page are no rows."""
