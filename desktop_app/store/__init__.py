"""The compiled directory and the practice's own data, kept in SQLite."""
