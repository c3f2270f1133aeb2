"""Paper: posters, sheets, cards, and their preview."""
