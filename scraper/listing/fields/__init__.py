"""From records to entries: title, date, teaser (`reading.py`)."""
