"""Questions of reconciliation as people read and answer them."""

from typing import Any

from graph.changes import ChangeSet
from graph.reconciliation import Answer, Question, judgement
from graph.records import Entity
from graph.repository import Repository

ANSWERS = {
    Answer.OPEN: "sans réponse",
    Answer.SAME: "les mêmes",
    Answer.DIFFERENT: "distincts",
}


def judge(repository: Repository, question: str, answer: Answer, author: str) -> str | None:
    """Write an answer; the id of its change set, None when it stood already.

    Raises UnknownReference for an unknown question, InvalidData when the two cannot be merged.
    """
    operations = judgement(repository.view(), question, answer)
    if not operations:
        return None
    message = f"Rapprochement {question} : {ANSWERS[answer]}"
    record, _ = repository.apply(ChangeSet(operations, author, "judge", message))
    return None if record is None else record.id


def question_shape(question: Question) -> dict[str, Any]:
    """A question as JSON values."""
    return {
        "id": question.id,
        "left": _entity(question.left),
        "right": _entity(question.right),
        "score": question.score,
        "for": list(question.pros),
        "against": list(question.cons),
        "answer": question.answer.value,
    }


def _entity(record: Entity) -> dict[str, str]:
    return {"id": record.id, "kind": record.kind.value, "name": record.name}
