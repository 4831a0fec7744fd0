"""What was found, as lines of a site file (`freeze.py`); `select.py` reads a page with them."""
