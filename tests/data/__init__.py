"""What the product ships in data/, and the scripts that made it."""
