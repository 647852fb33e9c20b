"""Strong roles that no rule gave: those that learned weights make likely, where a word says it."""

from collections.abc import Iterable, Sequence

from importers.document.finding.joining import Actor
from importers.document.finding.learned.around_actors import seen
from importers.document.finding.learned.weights import ROLES, learned
from importers.document.finding.mentions import Mention
from importers.document.finding.own import Own
from importers.document.finding.roles.agreement import Agreement
from importers.document.finding.roles.denials import is_doubtful
from importers.document.finding.roles.statements import Said
from importers.document.structure.layout import Layout

_LIKELY = 0.45
"""Least probability for a role to be proposed."""
_WORDS = {
    "LEAD": (
        "LEAD porte porta pilot copil coord anime anima gere geree gesti lance mene menee propo "
        "cree creat organ condu initi assur maitr charg respo dirig elabo mis mise met decid "
        "reali confi appel presi copre accue ouver ouvre accom"
    ),
    "SIGNATORY": "PARTIES SIGNATURES signe signa cosig parap concl appos soussi engag",
    "FUNDER": (
        "FUNDER MEANS finan cofin subve € euros credi dotat aide verse budge prest fonds souti "
        "soute appor"
    ),
}
_CUES = {role: frozenset(words.split()) for role, words in _WORDS.items()}
"""Stems and zones one of which must be near a mention: without a cue, an actor has no role."""


def add_likely_roles(
    layout: Layout,
    actors: Sequence[Actor],
    own: Own,
    kind: str,
    agreement: Agreement,
    said: Said,
) -> None:
    """State the likely roles of named actors, each of the mention that tells it best."""
    weights = learned(ROLES)
    for actor, mentions, around, features in seen(layout, actors, own, kind):
        told = said.all_of(actor.mentions) | said.denied_of(actor.mentions)
        for role, chance in weights.probabilities(features).items():
            if chance < _LIKELY or role in told:
                continue
            cued = [
                (weights.probabilities(each)[role], place)
                for place, each in enumerate(around)
                if _has_cue(each, role)
                and not _is_foreign(layout, mentions[place], agreement, role)
                and not is_doubtful(layout.clean, *layout.sentence_at(mentions[place].start))
            ]
            if cued:
                said.suppose(mentions[max(cued)[1]], role)


def _has_cue(features: Iterable[str], role: str) -> bool:
    return any(word in _CUES[role] for feature in features for word in feature.split()[1:])


def _is_foreign(layout: Layout, mention: Mention, agreement: Agreement, role: str) -> bool:
    """Whether who is named signs another framework than the text's own, which its sentence does
    not name."""
    start, end = layout.sentence_at(mention.start)
    ours, others = (
        any(start <= each.start < end for each in named)
        for named in (agreement.own, agreement.others)
    )
    return role == "SIGNATORY" and others and not ours
