"""Actors that the grammar does not know: of lists, after cues, acronyms, repeated names."""
