"""Words of dates, of headings and of error pages, in 45 languages and more."""
