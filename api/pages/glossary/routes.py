"""Address of the glossary."""

from fastapi import APIRouter, Request

from api.pages import links
from api.pages.exports import Table
from api.pages.glossary.words import WORDS
from api.pages.serving import Shown, add_page
from graph.repository import Repository

_NAMES = ("id", "word", "text")


def add_glossary(router: APIRouter, _repository: Repository) -> None:
    """The words of the pages."""

    def show(_request: Request) -> Shown:
        return Shown(
            "glossary/glossary.html",
            {"words": WORDS},
            lambda: {
                "items": [{"id": id_, "word": word, "text": text} for id_, word, text in WORDS]
            },
            lambda: Table("maillage-glossaire", ("mot", "sens"), ((w, t) for _, w, t in WORDS)),
        )

    add_page(router, links.GLOSSARY, show)
