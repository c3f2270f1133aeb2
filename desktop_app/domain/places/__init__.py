"""Where it happened: postcodes, places, councils, and what an answer says of them."""
