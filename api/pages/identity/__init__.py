"""Questions of identity: are these two the same? What speaks for and against, and the answer."""

from api.pages.identity.content import waiting
from api.pages.identity.routes import add_identity

__all__ = ["add_identity", "waiting"]
