"""What annotated texts taught: weights of the words and places around dates and actors.

Rules say what they know of a text; the weights answer where no rule does, and never against one.
``scripts/learn_reading.py`` makes them.
"""
