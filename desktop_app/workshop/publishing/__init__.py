"""From a working file to a release: handed over by its maker, checked by another, published."""
