"""A brute-force reading of the questions, independent of the product, to test it against.

Each module answers one question by scanning plain lists, as slowly and as literally as possible.
"""
