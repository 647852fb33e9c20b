"""Coverage: a matrix of themes and territories, and what is in a cell."""

from api.pages.coverage.routes import add_coverage

__all__ = ["add_coverage"]
