"""Where a text or a page shows dates, but not which day they mean."""
