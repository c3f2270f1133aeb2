"""The workshop's window: where stewards keep the directory true."""
