"""What a supervisor asks: whether the application answers, and whether its store does."""

from fastapi import APIRouter

from graph.repository import Repository

HEALTH = "/sante"


def health_router(repository: Repository) -> APIRouter:
    """``GET /sante``: ``{"revision": 12, "storeAnswers": true}``.

    It answers 200 even while the store does not: readers are still served, and starting the
    application again would not mend the store.
    """
    router = APIRouter()

    def health() -> dict[str, int | bool]:
        revision = repository.view().revision
        return {"revision": revision, "storeAnswers": repository.stale_since is None}

    router.get(HEALTH)(health)
    return router
