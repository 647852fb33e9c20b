"""The six states of coverage as pages name them, in the order of their legend."""

from collections.abc import Mapping

from queries.coverage import State

STATES: Mapping[State, str] = {
    "COVERED": "au moins deux acteurs et une initiative qui dure",
    "FRAGILE": "un seul acteur connu, ou tout se termine bientôt",
    "GAP": "besoin ou engagement connu, aucune action",
    "STALE": "une action a existé, elle est terminée",
    "UNKNOWN": "aucun fait connu : ce n'est pas un manque",
    "NOT_APPLICABLE": "jugé sans objet par un analyste",
}
