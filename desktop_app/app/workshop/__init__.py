"""The workshop put together: a working copy behind its window."""
