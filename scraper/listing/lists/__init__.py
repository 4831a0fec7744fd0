"""Which of the lists found are kept, and which of their rows."""
