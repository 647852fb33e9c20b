"""The shape of a text before anything is looked for: clean characters, blocks, zones, persons."""
