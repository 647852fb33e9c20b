"""The home page: the search field, the territory and day in view, and three doors."""

from api.pages.home.routes import add_home

__all__ = ["add_home"]
