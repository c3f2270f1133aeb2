"""Text that people write: as a reader sees it, and as a sentence quotes it."""
