"""What people write in a cell, read: numbers and hours."""
