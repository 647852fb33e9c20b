"""What a text says that its actors do: signs, leads, funds, takes part."""
