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
FRAGMENT = "maillage-fragment"
"""Header by which our script asks for one fact alone."""
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

    def card(self, id_: str, element: str) -> tuple[Work, Document, Card] | None:
        """One fact of a work, by its element or its path."""
        found = self.read(id_)
        if found is None:
            return None
        own = [card for card in self.cards(*found) if element in (card.id, card.path)]
        return (*found, own[0]) if own else None

    def cards(self, work: Work, document: Document) -> list[Card]:
        """The facts of a work."""
        view = self.repository.view()
        likely = self._resemblances.of(view, work)
        return cards(view, document, work.review, likely)

    def page(
        self,
        work: Work,
        wrong: Card | None = None,
        adding: AddForm | None = None,
        correcting: str = "",
    ) -> Shown:
        """The page of a work, whatever its state; ``wrong`` and ``adding`` are forms that were
        refused, ``correcting`` is the element of the fact to correct."""
        if work.document is None:
            return reading_page(work, *self.works.progress(work.id))
        view = self.repository.view()
        likely = self._resemblances.of(view, work)
        return work_page(view, work, work.document, likely, wrong, adding, correcting)
