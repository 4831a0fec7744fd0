"""What a stretch of a page holds: its lines, their places, its counts."""
