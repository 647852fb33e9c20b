"""The templates: escaped, strict about missing values."""

from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api import french
from api.notices import page_notices
from api.pages import links
from importers.french import DATE_HINT

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters.update(
    capital=french.capital,
    date=french.date_words,
    day=french.day_words,
    number=french.number_words,
    without_of=french.without_of,
)
_ENVIRONMENT.globals.update(
    counted=french.counted, date_hint=DATE_HINT, links=links, page_notices=page_notices
)


def page(template: str, status: int = 200, **context: Any) -> HTMLResponse:
    """A template as a response. ``text`` is what the header's search field holds."""
    context.setdefault("text", "")
    context.setdefault("address", "")
    return HTMLResponse(_ENVIRONMENT.get_template(template).render(context), status)
