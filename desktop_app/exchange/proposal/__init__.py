"""What a list that came in would change: read row by row, compared, and ticked one by one."""
