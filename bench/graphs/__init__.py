"""What generated graphs are made of, one subject a module."""
