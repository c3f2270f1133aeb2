"""The whole directory as a table for people: text with columns, and a workbook."""
