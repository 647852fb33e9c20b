"""What is said by hand of the lists of the ANCT, with its sources.

``data/README.md`` tells the choices; ``scripts/convert_frameworks.py`` writes ``data/frameworks``
with the same rules.
"""

from __future__ import annotations

from dataclasses import dataclass

DEPARTEMENTS = {"93": "de la Seine-Saint-Denis", "59": "du Nord"}
"""Départements whose frameworks are shipped, as a préfecture bears their names."""

LISTS: tuple[dict[str, str], ...] = (
    {
        "id": "doc:contrats-de-ville-2015-2023",
        "name": "Contrats de ville 2015-2023",
        "date": "2024-04-19",
        "reference": "anct-carto/ci-ville, 19 avril 2024",
        "description": "Liste des contrats de ville et numéros SIREN de 2015 des intercommunalités "
        "qui les portent (ANCT). Licence Ouverte 2.0.",
    },
    {
        "id": "doc:zonages-2020",
        "name": "Zonages des contrats de ville et des contrats de ruralité",
        "date": "2020-09-03",
        "reference": "anct-carto/superposeur, 3 septembre 2020",
        "description": "Périmètres des contrats de ville et de ruralité, avec la date de signature "
        "de ceux-ci (ANCT). Licence Ouverte 2.0.",
    },
    {
        "id": "doc:cites-educatives-2023",
        "name": "Cités éducatives en 2023",
        "date": "2024-04-19",
        "reference": "anct-carto/ci-ville, 19 avril 2024",
        "description": "Liste des cités éducatives et de leurs communes (ANCT). Licence Ouverte "
        "2.0.",
    },
    {
        "id": "doc:cites-emploi-2023",
        "name": "Cités de l'emploi en 2023",
        "date": "2024-04-19",
        "reference": "anct-carto/ci-ville, 19 avril 2024",
        "description": "Liste des cités de l'emploi et de leurs communes (ANCT). Licence Ouverte "
        "2.0.",
    },
    {
        "id": "doc:france-services-2024",
        "name": "France services de la Seine-Saint-Denis et du Nord",
        "date": "2024-09-18",
        "reference": "anct-carto/superposeur-anct, 18 septembre 2024",
        "description": "Liste des France services et de leurs communes (ANCT). Licence Ouverte "
        "2.0.",
    },
)

TEXTS: tuple[dict[str, str], ...] = (
    {
        "id": "doc:loi-2014-173",
        "name": "Loi de programmation pour la ville et la cohésion urbaine",
        "date": "2014-02-21",
        "reference": "loi n° 2014-173 du 21 février 2014",
    },
    {
        "id": "doc:loi-2021-1900",
        "name": "Loi de finances pour 2022",
        "date": "2021-12-30",
        "reference": "loi n° 2021-1900 du 30 décembre 2021",
    },
    {
        "id": "doc:cgct",
        "name": "Code général des collectivités territoriales",
        "reference": "article L. 5219-5",
    },
    {
        "id": "doc:circulaire-contrats-de-ruralite",
        "name": "Circulaire relative aux contrats de ruralité",
        "date": "2016-06-23",
        "reference": "circulaire du 23 juin 2016",
    },
    {
        "id": "doc:circulaire-cites-educatives",
        "name": "Circulaire instituant les cités éducatives",
        "date": "2019-02-13",
        "reference": "circulaire du 13 février 2019",
    },
    {
        "id": "doc:presentation-cites-emploi",
        "name": "Cités de l'emploi, présentation du programme",
        "description": "Page de l'Agence nationale de la cohésion des territoires : lancement en "
        "2020, emploi et insertion dans les quartiers prioritaires.",
    },
    {
        "id": "doc:circulaire-france-services",
        "name": "Circulaire relative à la création de France services",
        "date": "2019-07-01",
        "reference": "circulaire n° 6094-SG du 1er juillet 2019",
    },
)

DISSOLUTIONS = {
    "id": "doc:notices-intercommunalites",
    "name": "Notices publiques sur les intercommunalités de la Seine-Saint-Denis et de Lille",
}

FROM_LAW = {
    "state": "doc:loi-2014-173#article 6",
    "ept": "doc:cgct#article L. 5219-5, I, 1°",
    "rural": "doc:circulaire-contrats-de-ruralite",
}

EXISTING_ACTORS = {"ept:200057875": ("act:est-ensemble", "Est Ensemble")}
"""Actors that data/fiches describe: id and name by territory, stated again as they are there."""

RURAL = {"CR0017": "200043404", "CR0350": "200040947", "CR0355": "200068500"}
"""Contrats de ruralité of the 59, which the list names without code: SIREN by hand."""


@dataclass(frozen=True)
class Town:
    """What holds for every contrat de ville of 2015-2023."""

    cells: dict[str, str]
    themes: dict[str, str]
    """Source by theme: the three pillars of the law."""
    ended_by: str
    dissolved: frozenset[str]
    """Intercommunalities dissolved on 31 December 2015; they stay as perimeters."""
    dissolved_by: str
    bearer_note: str
    state_note: str
    ept_note: str


_PILLARS = "doc:loi-2014-173#articles 1 et 6"

TOWN = Town(
    cells={
        "framework_kind": "CONTRAT_DE_VILLE",
        "status": "ENDED",
        "start": "2015",
        "end": "2023",
        "note": "Contrats de 2015, prorogés deux fois, la seconde jusqu'au 31 décembre 2023 ; la "
        "liste ne donne pas le jour de la signature.",
    },
    themes={
        "vie-sociale-participation": f"{_PILLARS}, cohésion sociale",
        "cadre-de-vie": f"{_PILLARS}, cadre de vie et renouvellement urbain",
        "insertion-emploi": f"{_PILLARS}, développement de l'activité économique et de l'emploi",
        "ess-developpement-economique": f"{_PILLARS}, développement de l'activité économique et "
        "de l'emploi",
    },
    ended_by="doc:loi-2021-1900#article 68",
    dissolved=frozenset({"epci:200006385", "epci:200023448", "epci:249300070"}),
    dissolved_by="doc:notices-intercommunalites#création de la métropole du Grand Paris",
    bearer_note="Collectivité que la liste désigne par son numéro SIREN de 2015 ou son code.",
    state_note="La liste ne nomme pas l'État : par la loi, il conclut tout contrat de ville.",
    ept_note="La liste ne le nomme pas : par la loi, les établissements publics territoriaux "
    "animent les contrats de ville de leur périmètre depuis leur création.",
)


@dataclass(frozen=True)
class Cite:
    """A list of cités, all of one programme."""

    list_name: str
    slug: str
    name: str
    framework_kind: str
    document: str
    theme: str
    rule: str
    """Source of the theme and of the year in which the programme began."""
    start: str
    note: str


CITES = (
    Cite(
        "cites_educatives",
        "cite-educative",
        "Cité éducative",
        "CITE_EDUCATIVE",
        "doc:cites-educatives-2023",
        "education",
        "doc:circulaire-cites-educatives",
        "2019",
        "Début au plus tôt : le programme date de 2019, la liste ne dit pas l'année du label.",
    ),
    Cite(
        "cites_emploi",
        "cite-emploi",
        "Cité de l'emploi",
        "OTHER",
        "doc:cites-emploi-2023",
        "insertion-emploi",
        "doc:presentation-cites-emploi",
        "2020",
        "Début au plus tôt : le programme date de 2020, la liste ne dit pas l'année du label.",
    ),
)


@dataclass(frozen=True)
class FranceServices:
    """The network, and what holds for every place of it."""

    scheme: dict[str, str]
    theme: str
    rule: str
    start: str
    activity_type: str
    note: str
    bus_note: str


FRANCE_SERVICES = FranceServices(
    scheme={
        "id": "sch:france-services",
        "name": "France services",
        "alias": "Maisons France services|Réseau France services",
        "scheme_kind": "POLICY",
        "start": "2020",
        "note": "Programme national ; les lieux sont des actions qui en font partie.",
    },
    theme="acces-aux-droits",
    rule="doc:circulaire-france-services",
    start="2020",
    activity_type="accueil et aide aux démarches",
    note="Début au plus tôt : le réseau date de 2020, la liste ne donne pas l'ouverture.",
    bus_note=" Itinérant : la liste ne donne que la commune de rattachement.",
)
