"""What the rules of ``check`` find on drawn graphs."""

from datetime import date

from graph.repository import Repository
from queries.check import Finding, check
from tests.exports.drawn import drawn, table

TODAY = date(2026, 1, 31).toordinal()


def found(repository: Repository, rule: str, stated: int = TODAY) -> list[str]:
    """What a rule finds, as ids; facts were recorded on the day ``stated``."""
    view = repository.view()
    answer = check(view.on(TODAY), lambda _: stated)
    findings: list[Finding] = [each for each in answer.page() if each.rule == rule]
    return [
        " ".join(view.entity(row).id for row in (each.subject, each.other) if row is not None)
        for each in findings
    ]


def find(rule: str, entities: str, relations: str = "type,from,to", **options: int) -> list[str]:
    """The same on a drawn graph."""
    with drawn(table(entities), table(relations)) as (repository, _):
        return found(repository, rule, **options)
