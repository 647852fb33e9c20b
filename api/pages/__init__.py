"""The French pages, server-rendered: they need no script.

``api/app.py`` includes ``pages_router(repository)`` and calls ``secure_headers(app)`` and
``error_pages(app)``; the style sheet is served from ``/static``.
"""

from api.pages.routes import pages_router
from api.pages.security import error_pages, secure_headers

__all__ = ["error_pages", "pages_router", "secure_headers"]
