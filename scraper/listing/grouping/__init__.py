"""Every way the nodes could be a list (`candidates.py`), and what tells entries from menus (`features.py`)."""
