"""A page and its address in, raw entries and the next page out; these modules bring the folders together."""
