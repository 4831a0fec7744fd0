"""A page as flat columns (`tree.py`), and what its elements are to a reader."""
