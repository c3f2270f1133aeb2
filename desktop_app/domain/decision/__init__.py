"""Who to call now: candidates, ranking, calls, explanation, cautions."""
