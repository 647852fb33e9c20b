"""The framework that a text is itself about: kind and title, from its head."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from importers.document.finding.frameworks import Named
from importers.document.structure.blocks import Block, Zone
from importers.document.structure.clean import Clean, fold
from importers.document.structure.kinds import CONVENTION, DELIBERATION, FICHE, PAGE, is_sheet
from importers.document.structure.spans import Spans

_HEAD = 700
_PARENT = re.compile(
    r"(?:concour\w+ (?:au|a la)|dans le cadre (?:du|de la|de l'|d'une?)|en application (?:du|"
    r"de la)|au titre "
    r"(?:du|de la)|prevue? (?:au|par)|inscrite? (?:au|dans)|issue? (?:du|de la)|en "
    r"(?:articul\w*|lien|coherence) (?:avec|entre) (?:le |la |les |l')?)\s*$"
)
_PERIOD = re.compile(r"((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)\d\d)")
_NEVER_OWN = frozenset(("QPV", "LABEL"))
_NEVER_NEAR = _NEVER_OWN | {"ABS", "FSL", "FONDS", "RESEAU"}
"""What a text begins by citing, without being about it."""
_GENERIC = re.compile(r"\b(convention|avenant|protocole|charte|pacte|contrat)s?\b")
_KINDS = {"convention": "CONVENTION", "avenant": "CONVENTION", "protocole": "PROTOCOLE"}
_KINDS["accord"] = "CONVENTION"
_KINDS |= {"charte": "CHARTE", "pacte": "PACTE", "contrat": "CONTRAT"}
_SIGNED_HERE = re.compile(
    r"\b(?:une?|la|le|cette?) (convention|charte|protocole|pacte|"
    r"accord)\b[^.;]{0,120}?(?<!qui )\b(?:signee?|conclue?|"
    r"paraphee?|lie|unit|reunit|engage)\b|\bl\w+ par une (convention|charte)\b|"
    r"\b(?:une|la|cette) (convention|charte)\b[^;]{0,240}\. elle (?:a ete|est) signee\b|"
    r"\bsignee le [^.;,]{5,25}, (?:la|cette) (convention|charte)\b|"
    r"\b(?:conclu|signe)\w* [^.;]{0,40}?\b(?:le|la|un|une) (?:nouve\w+ )?(contrat|convention|"
    r"protocole|charte|"
    r"pacte) (?:departementa\w+|regiona\w+|territoria\w+|loca\w+|de (?!travail)\w+)|"
    r"\bappose\w* [^.;]{0,12}signatures? [^.;]{0,30}\bune (convention|charte|protocole|pacte)\b"
)
_CALL = re.compile(r"\bappels? a (?:projets?|candidatures?|manifestations?)\b")
_APPROVED = re.compile(
    r"\b(?:approuve|adopte|valide|autorise)\w* [^.;]{0,60}?\b(convention|charte|contrat|protocole|"
    r"avenant)\b"
)
"""What a deliberation is about, when its object does not say it."""
_SCHEMES = frozenset(("CLAS", "REAAP"))
"""What an agreement pays for, rather than what it is."""
_SPELT_OUT = {"CONVENTION": frozenset(("CTG", "CPO")), "CONTRAT": frozenset(("CLS", "CEJ", "CPOM"))}
"""What a title that says the common noun alone may be about."""
_ENDS = re.compile(r"(?:preambule|entre\b|article|vu (?:le|la|l')|contexte|sommaire)")
_SUBJECT = re.compile(r"objet(?: de la deliberation)? ?: ?(?=\w)")
_LONGEST_TITLE = 240
_FIRST_LINES = 5
_NO_TITLE = re.compile(
    r"(?:republique francaise|liberte|departement d|extrait du|seance du|page \d|page \||"
    r"centre (?:inter)?communal d'action sociale|conseil (?:d'administration|municipal|"
    r"communautaire|departemental)\b|reunion |deliberation (?:n|\d)|date de |domaine :|"
    r"direction (?:de|du|des|generale)\b|administrateurs|presidence :|rapporteur|secretaire|"
    r"nombre de|n°|mesdames|"
    r"[^>›|]{2,40} [>›|] [^>›|]{2,40} [>›|] |"
    r"accuse de reception|accueil (?:>|/|»)|vous etes ici|[\d/ .-]+$|\d{3}-\d{9}-|www\.|http|"
    r"(?:source|origine)s? ?:|"
    r"arrondissement d|canton d|(?:envoye|recu|publie|affiche|transmis)e? (?:en prefecture|le)\b)"
)

OF_ANOTHER = re.compile(
    r"\b(?:une|un|des|toute?|aucune?|autres?|plusieurs|certaines?) (?:\w+ )?(?:conventions?|"
    r"contrats?|"
    r"accords?)\b[^.;:]*$"
)
"""In an agreement, *une convention conclue avec l'État* is another one."""
THAT = re.compile(
    r"\b(?:l[ea] |l'|une? )(?!present)(?:\w+ )?(?:convention|contrat|protocole|charte|accord|pacte)"
    r"[^.;:]{0,90} qu(?:e |')[^.;:]*$"
)
"""*La convention tripartite que l'État et l'Unédic ont signée*: another one."""


_NOUNS = dict.fromkeys(("CLS", "CONTRAT_DE_VILLE", "CEJ", "CPOM", "CONTRAT", "CLEA"), "contrat")
_NOUNS |= dict.fromkeys(("CTG", "CPO", "CONVENTION"), "convention")
_NOUNS |= dict.fromkeys(("PST", "PSD", "PEDT", "PROJET_SOCIAL", "PROJET_EDUCATIF"), "projet")
_NOUNS |= dict.fromkeys(("PDALHPD", "PDI", "PLAN"), "plan")
_NOUNS |= {"SCHEMA": "schema", "CHARTE": "charte", "PACTE": "pacte", "PROTOCOLE": "protocole"}


_LETTERHEAD = re.compile(
    r"(?:prefete?|prefecture|departement|tribunal judiciaire|parquet) (?:de |du |d')[a-z' |-]+$"
)


class Own(NamedTuple):
    """The text's own framework; ``kind`` is None when the text is about none by name."""

    kind: str | None
    title: str
    start: int
    end: int
    named: Named | None


def noun_of(own: Own) -> str:
    """The common noun by which a text calls its own framework; empty when its kind has none."""
    return _NOUNS.get(own.kind or "", "")


def own_framework(clean: Clean, blocks: Sequence[Block], named: Sequence[Named], kind: str) -> Own:
    """The framework that the head of a text names, or the one it speaks of most."""
    title = _title(clean, blocks, kind)
    limit = max(title[1], min(_HEAD, len(clean.text)))
    if kind == FICHE:
        return Own("FICHE", clean.text[title[0] : title[1]], *title, None)
    inside = [each for each in named if each.start < title[1] and not _is_parent(clean, each)]
    best = _first_specific(inside) or next(iter(inside), None)
    if best and best.kind in _SCHEMES and _GENERIC.match(clean.fold, title[0]):
        best = None  # « convention d'objectifs : contrat local d'accompagnement à la scolarité »
    told = best.kind if best else None
    if told is None:
        told = _kind_in_words(clean, title, named)
    if kind == PAGE and is_sheet(blocks):  # what its text names is around the action
        best = _with_period(clean, title, best)
        return Own(told, clean.text[title[0] : title[1]], *title, best)
    near = [each for each in named if each.start < limit and not _is_parent(clean, each)]
    if told is None:
        best = next((each for each in near if each.specific and each.kind not in _NEVER_NEAR), None)
    elif told in _SPELT_OUT:  # « une nouvelle convention avec la Caf », named further on
        spelt = next((each for each in near if each.kind in _SPELT_OUT[told]), None)
        best = best if best and best.specific else spelt or best
    if told is None and best is None:  # « Dans le cadre du contrat... »: a call made under it
        best = next((each for each in named if each.start < title[1]), None)
    if told is None and best is None and kind == CONVENTION:
        told = "CONVENTION"  # what its parties sign, whatever the title says
    if told is None and best is None and kind == PAGE and not _CALL.search(clean.fold, *title):
        told = _told_by_text(clean)
    if (
        told is None
        and best is None
        and kind == DELIBERATION
        and (approved := _APPROVED.search(clean.fold))
    ):
        told = _KINDS[approved[1]]
    best = _with_period(clean, title, best)
    return Own(best.kind if best else told, clean.text[title[0] : title[1]], *title, best)


def is_call(own: Own) -> bool:
    """Whether a text is a call for projects, as its title says."""
    return bool(_CALL.search(fold(own.title)))


def _told_by_text(clean: Clean) -> str | None:
    """What a page that names no framework says was signed: *une convention tripartite lie...*"""
    found = _SIGNED_HERE.search(clean.fold)
    return _KINDS[next(filter(None, found.groups()))] if found else None


def _kind_in_words(clean: Clean, title: tuple[int, int], named: Sequence[Named]) -> str | None:
    """What a title calls the text (*convention*, *charte*), but for frameworks that it names."""
    spans = Spans((each.start, each.end) for each in named)
    words = (
        word for word in _GENERIC.finditer(clean.fold, *title) if not spans.holds(word.start())
    )
    word = next(words, None)
    return _KINDS[word[1]] if word else None


def _with_period(clean: Clean, title: tuple[int, int], best: Named | None) -> Named | None:
    """The framework with the period that stands elsewhere in its title."""
    if best is None or best.years or best.start >= title[1]:
        return best
    found = _PERIOD.search(clean.fold, *title)
    return best._replace(years=(found[1], found[2])) if found else best


def _first_specific(named: Sequence[Named]) -> Named | None:
    return next((each for each in named if each.specific and each.kind not in _NEVER_OWN), None)


def _is_parent(clean: Clean, named: Named) -> bool:
    return bool(_PARENT.search(clean.fold[max(0, named.start - 60) : named.start]))


def _heads_letter(clean: Clean, block: Block) -> bool:
    """Whether a block is no title: a letterhead, the formulas that head a deliberation."""
    plain = clean.fold[block.start : block.end]
    capitals = clean.text[block.start : block.end].isupper() and _LETTERHEAD.match(plain)
    return bool(_NO_TITLE.match(plain) or capitals)


def _title(clean: Clean, blocks: Sequence[Block], kind: str) -> tuple[int, int]:
    """The span of the title: the action's name in a fiche, else the first lines that head it."""
    if kind == FICHE:
        for number, block in enumerate(blocks):
            if block.zone is Zone.ACTION and block.content < block.end:
                return block.content, block.end
            if block.zone is Zone.ACTION and number + 1 < len(blocks):
                following = blocks[number + 1 : number + 4]
                named = (each for each in following if each.zone is Zone.ACTION)
                best = next(named, following[0])
                return best.start, best.end
    for block in blocks:
        if subject := _SUBJECT.match(clean.fold, block.start, min(block.end, _HEAD)):
            return subject.end(), min(block.end, subject.end() + _LONGEST_TITLE)
    usable = [each for each in blocks if not _heads_letter(clean, each)]
    for block in usable[:_FIRST_LINES]:
        if _CALL.match(clean.fold, block.start, block.end):
            return block.start, min(block.end, block.start + _LONGEST_TITLE)
    if not usable:
        return 0, 0
    start, end = usable[0].start, usable[0].end
    for before, block in pairwise(usable):
        if block.zone is Zone.PARTIES or _ENDS.match(clean.fold[block.start : block.end]):
            break
        if not before.heading or not block.heading or block.end - start > _LONGEST_TITLE:
            break
        end = block.end
    return start, min(end, start + _LONGEST_TITLE)
