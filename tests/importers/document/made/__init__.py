"""Documents made for tests, byte by byte or by a real browser."""
