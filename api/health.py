"""What a supervisor asks: whether the application answers, and whether its store does."""

from fastapi import APIRouter

from graph.errors import StoreError
from graph.repository import Repository

HEALTH = "/sante"


def health_router(repository: Repository) -> APIRouter:
    """``GET /sante``: ``{"revision": 12, "storeAnswers": true}``.

    It answers 200 even when the store does not (``revision`` is null then): starting the
    application again would not mend the store.
    """
    router = APIRouter()

    def health() -> dict[str, int | bool | None]:
        try:
            return {"revision": repository.store.revision(), "storeAnswers": True}
        except StoreError:
            return {"revision": None, "storeAnswers": False}

    router.get(HEALTH)(health)
    return router
