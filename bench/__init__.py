"""Measures, kept out of the tests: each script compares with a named alternative in one run."""
