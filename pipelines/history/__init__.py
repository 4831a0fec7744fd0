"""What of the dataset published before stands in this run: ids, proofs, days, and the entries that it did not see.

Reading route: `former` (that dataset, read no more than needed), `carried` (which new row is which former record: `looks`,
`pairing`, `moved`, `known_again`, `own_pages`), `kept_cells`, `kept_dates` and `kept_proofs` (what was told before and is not now), `rewritten`
(which known entries are others now), `stage` (both sides merged, and counted).
"""
