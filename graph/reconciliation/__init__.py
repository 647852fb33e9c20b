"""No doubles: what an import states compared with what the graph knows (issue "Reconciliation").

``reconcile`` adds judgements and questions to the operations of an import; ``questions`` lists
what waits for a person, and ``judging`` turns the answers into change sets. Where they are kept:

- a sure link is a Merge, the reversible judgement that the graph already has;
- a question is a relation RESEMBLES between the two, written with the import, so that it is
  journalled, reverted with it, and the same on every store. It is open while the two are neither
  merged nor DISTINCT_FROM one another; reasons are computed anew when it is shown;
- SAME is a Merge, DIFFERENT a relation DISTINCT_FROM: each answer is a change set that a revert
  takes back, which opens the question again.
"""

from graph.reconciliation.linking import Asked, Likely, Linked, Rule, likely, reconcile, settle
from graph.reconciliation.questions import Answer, Question, answers, judgement, questions
from graph.reconciliation.territories import Territories, territories
from graph.reconciliation.verdict import Decision, Verdict, verdict

__all__ = [
    "Answer",
    "Asked",
    "Decision",
    "Likely",
    "Linked",
    "Question",
    "Rule",
    "Territories",
    "Verdict",
    "answers",
    "judgement",
    "likely",
    "questions",
    "reconcile",
    "settle",
    "territories",
    "verdict",
]
