"""Whether the page is a listing at all; `induce.py` brings it all together for one page."""
