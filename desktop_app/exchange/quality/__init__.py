"""How good the directory is: what is stale, disputed, missing or reported, and the calls made."""
