"""The questions: one module each, pure functions of a day's view, no I/O.

Each function returns an ``Answer``: keys in their order (row numbers and scores), and an
explanation with evidence built for the items shown only. The meaning of every answer is
fixed by the product's page of questions; each module's docstring gives it again in short.
"""
