"""Conventions and other documents in prose: what they say, proposed to a person.

A *reading* (``model``) is what was found in one text, each fact with its passage. Somebody keeps,
corrects or refuses each fact; ``apply`` makes one change set of what was confirmed.
"""
