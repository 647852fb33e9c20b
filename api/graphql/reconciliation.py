"""Questions of reconciliation in GraphQL."""

import strawberry

from api.graphql.changes import ChangeResult, change_result
from api.graphql.connections import Connection, listed
from api.graphql.context import Info
from api.reconciliation import judge
from graph.ontology import EntityKind
from graph.reconciliation import Answer, Question, questions
from graph.records import Entity as Record

strawberry.enum(Answer, description="What is said of two entities that look alike.")


@strawberry.type(description="One of the two entities of a question, as it was stated.")
class Candidate:
    id: strawberry.ID = strawberry.field(description="Its id.")
    kind: EntityKind = strawberry.field(description="Its kind.")
    name: str = strawberry.field(description="Its name.")


@strawberry.type(description="Are these two the same? Asked by an import, answered by a person.")
class Reconciliation:
    id: strawberry.ID = strawberry.field(description="What `judge` takes.")
    left: Candidate = strawberry.field(description="The one that came later.")
    right: Candidate = strawberry.field(description="The one that was there.")
    score: float = strawberry.field(description="How likely they are the same, from 0 to 1.")
    pros: list[str] = strawberry.field(name="for", description="What speaks for it, in French.")
    cons: list[str] = strawberry.field(
        name="against", description="What speaks against it, in French."
    )
    answer: Answer = strawberry.field(description="The answer that stands.")


def reconciliation(question: Question) -> Reconciliation:
    """A question as GraphQL shows it."""
    return Reconciliation(
        id=strawberry.ID(question.id),
        left=_candidate(question.left),
        right=_candidate(question.right),
        score=question.score,
        pros=list(question.pros),
        cons=list(question.cons),
        answer=question.answer,
    )


def _candidate(record: Record) -> Candidate:
    return Candidate(id=strawberry.ID(record.id), kind=record.kind, name=record.name)


@strawberry.type
class Reconciliations:
    """The query of questions."""

    @strawberry.field(description="Entities that an import found alike, the likeliest first.")
    def reconciliations(
        self,
        info: Info,
        answer: Answer = Answer.OPEN,
        first: int | None = None,
        after: str | None = None,
    ) -> Connection[Reconciliation]:
        found = questions(info.context.repository.view(), answer)
        return listed([reconciliation(each) for each in found], first, after)


@strawberry.type
class Judging:
    """The mutation of answers."""

    @strawberry.mutation(
        description="Answer a question of reconciliation; OPEN takes the answer back."
    )
    def judge(self, info: Info, question: strawberry.ID, answer: Answer) -> ChangeResult:
        context = info.context
        return change_result(
            info, lambda: judge(context.repository, question, answer, context.author)
        )
