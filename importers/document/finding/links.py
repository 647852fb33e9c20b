"""Other frameworks that a text names, and how its own stands to them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from importers.document.finding.frameworks import Named
from importers.document.finding.own import Own
from importers.document.model import LinkType
from importers.document.structure.clean import Clean, fold
from importers.document.structure.kinds import FICHE


class Link(NamedTuple):
    """A framework named beside the own one, at its best naming."""

    named: Named
    relation: LinkType


_PART_OF = re.compile(
    r"\b(?:dans le cadre (?:du|de la|de l'|des|d'une?)|s'inscri\w+ (?:dans|au sein)|"
    r"inscrite? (?:dans|au)|declin\w+|volet (?:du|de la)|au titre (?:du|de la)|annexe\w* "
    r"(?:au|a la)|issue? (?:du|de la)|sous l'egide de la coordination (?:du|de la))(?: "
    r"(?:le|la|l'|les|cadre|du|de))*\s*$"
)
_IMPLEMENTS = re.compile(
    r"\b(?:mise en oeuvre|application|execution)(?: et [\w' ]{3,30})? (?:du|de la|de l'|des)\s*$"
)
_SUCCEEDS = re.compile(
    r"\b(?:succede\w*|fait suite|prolonge\w*|renouvell?e\w*|remplace\w*|avenant(?: "
    r"n[°o]? ?\d+)?|deja (?:un|une)|precedente?s?|premiere?|ancien\w*)\b[^.;]{0,40}$"
)
_BEFORE = re.compile(r"\b(?:precedente?|ancien(?:ne)?|premiere?) $")
"""*Le précédent contrat de ville* is not the one that the text is about."""
_ARTICULATED = re.compile(
    r"\b(?:articul\w+|lien|coheren\w+|complementar\w+|coordin\w+|coordonn\w+|croise\w*|"
    r"convergence|synergie|aupres|en appui)\b[^.;]{0,120}$"
)
_SOCIAL = frozenset(("PST", "PSD", "PROJET_SOCIAL"))
"""Kinds that a text may call *le projet social*."""
_AGREEMENTS = frozenset(("CONVENTION", "CONTRAT", "PROTOCOLE"))
"""Common nouns that in a title mean the text itself."""
_SIGNED = frozenset(("CTG", "CLS", "CPO", "CONVENTION", "CONTRAT_DE_VILLE", "CEJ", "CONTRAT"))
_DEFINITE = re.compile(r"\b(?:la|le|cette|ce|presente?) ?$")
_INDEFINITE = re.compile(r"\b(?:une?|des|nouveaux?|autres?|plusieurs|certains) ?$")
_BELONGS = re.compile(r" (?:de |du |des |d')[A-ZÀ-Þ]")
_COMMON = frozenset(("RESEAU", "LABEL"))


def links(clean: Clean, own: Own, named: Sequence[Named], kind: str) -> list[Link]:
    """The other frameworks of a text, each once, in order."""
    found: dict[tuple[str, str], Link] = {}
    for each in named:
        before = clean.fold[max(0, each.start - 140) : each.start].rsplit("\n", 1)[-1]
        if _is_own(own, each, before) or (each.kind == "QPV" and not _ARTICULATED.search(before)):
            continue
        if (
            not each.specific
            and each.kind == "CONVENTION"
            and not each.years
            and not re.search(r"[A-ZÀ-Þ]", clean.text[each.start + 1 : each.end])
        ):
            continue
        if own.start <= each.start < own.end and each.kind in _AGREEMENTS:
            continue
        if not each.specific and _is_vague(clean, each, own, before):
            continue
        if each.kind in _COMMON and _BELONGS.search(clean.text, each.head, each.end):
            continue
        key = (each.kind, _key(clean, each))
        relation = _relation(before, each, own, kind)
        known = found.get(key)
        if known is None or (known.relation == "ARTICULATED_WITH" and relation != known.relation):
            found[key] = Link(each if known is None else known.named, relation)
    dated = {kind for kind, words in found if re.match(r"\d{4}", words)}
    kept = [link for (kind, words), link in found.items() if words or kind not in dated]
    return sorted(kept, key=lambda link: link.named.start)


def _is_vague(clean: Clean, each: Named, own: Own, before: str) -> bool:
    """Whether a common noun names nothing: *un projet de territoire ambitieux*, or *la convention*
    of a text that is one."""
    if each.years:
        return False
    if each.kind in _AGREEMENTS and own.kind in _SIGNED and _DEFINITE.search(before):
        return True
    named = re.search(r"[A-ZÀ-Þ«]", clean.text[each.start + 1 : each.end])
    return not named and bool(_INDEFINITE.search(before))


def _is_own(own: Own, each: Named, before: str) -> bool:
    if own.kind in _SOCIAL and each.kind == "PROJET_SOCIAL":
        return True
    if own.kind is None or each.kind != own.kind or _BEFORE.search(before):
        return False
    if own.named is not None and each.years and own.named.years and each.years != own.named.years:
        return False
    return not (each.years and not (own.named and own.named.years) and _SUCCEEDS.search(before))


def _key(clean: Clean, each: Named) -> str:
    """Specific kinds are told apart by their years alone; others by their words."""
    if each.specific:
        return "-".join(each.years or ())
    said = clean.text[each.start : each.end]
    if each.kind in _COMMON:
        return fold(" ".join(re.findall(r"[A-ZÀ-Þ]\S+", said)))
    words = re.findall(r"[a-z0-9]+", fold(said))
    return " ".join(word.rstrip("s") for word in words[:6])


def _relation(before: str, each: Named, own: Own, kind: str) -> LinkType:
    if _SUCCEEDS.search(before) and each.kind == own.kind:
        return "SUCCEEDS"
    if _IMPLEMENTS.search(before):
        return "IMPLEMENTS"
    if _PART_OF.search(before) or (
        kind == FICHE and each.kind in ("CLS", "CTG", "PST", "CONTRAT_DE_VILLE")
    ):
        return "PART_OF"
    return "ARTICULATED_WITH"
