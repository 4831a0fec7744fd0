"""What claims to be the next page, and how far to believe it; `paginate.py` decides."""
