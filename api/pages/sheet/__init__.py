"""The sheet of a territory, the comparison of two, and the steps of social projects."""

from api.pages.sheet.routes import add_sheet

__all__ = ["add_sheet"]
