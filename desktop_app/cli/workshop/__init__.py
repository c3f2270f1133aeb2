"""`who-to-call workshop`: stewards' work on a working file, in a terminal."""
