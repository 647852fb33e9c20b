"""The glossary: the words of the pages in plain French."""

from api.pages.glossary.routes import add_glossary

__all__ = ["add_glossary"]
