"""Where readings in progress are looked up, and their pages made."""

from fastapi import Request
from fastapi.responses import Response

from api.pages.convention.adding import AddForm
from api.pages.convention.cards import Card, cards
from api.pages.convention.content import Resemblances
from api.pages.convention.showing import reading_page, work_page
from api.pages.convention.work import Document, Work
from api.pages.convention.works import Works
from api.pages.security import error_page
from api.pages.serving import Shown
from api.settings import work_folder
from graph.repository import Repository

_NOT_FOUND = 404
_GONE = "cette lecture n'est plus gardée : elle a été appliquée ou abandonnée"


def gone(request: Request) -> Response:
    """The page of a reading that is no more."""
    return error_page(request, _NOT_FOUND, _GONE)


class Desk:
    """The readings in progress of one server, beside its graph."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.works = Works(work_folder(repository.store), repository)
        self._resemblances = Resemblances()

    def read(self, id_: str) -> tuple[Work, Document] | None:
        """A work whose document was read."""
        work = self.works.get(id_)
        return None if work is None or work.document is None else (work, work.document)

    def cards(self, work: Work, document: Document) -> list[Card]:
        """The facts of a work."""
        view = self.repository.view()
        likely = self._resemblances.of(view, work)
        return cards(view, document, work.review, likely)

    def page(self, work: Work, wrong: Card | None = None, adding: AddForm | None = None) -> Shown:
        """The page of a work, whatever its state; ``wrong`` and ``adding`` are forms that were
        refused."""
        if work.document is None:
            return reading_page(work, *self.works.progress(work.id))
        view = self.repository.view()
        likely = self._resemblances.of(view, work)
        return work_page(view, work, work.document, likely, wrong, adding)
