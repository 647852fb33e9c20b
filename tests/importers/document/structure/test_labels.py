"""The zone that a label opens, and what is no label."""

import pytest

from importers.document.structure.blocks import Block, Zone, blocks
from importers.document.structure.clean import Clean, clean
from importers.document.structure.inline import parts
from importers.document.structure.sentences import sentences


def laid(text: str) -> tuple[Clean, list[Block]]:
    """A clean text with its blocks."""
    made = clean(text)
    return made, blocks(made)


def zones(text: str) -> list[Zone]:
    """The zones of a text, block by block."""
    return [block.zone for block in laid(text)[1]]


@pytest.mark.parametrize(
    ("zone", "label"),
    [
        (Zone.LEAD, "Porteur"),
        (Zone.LEAD, "Pilote(s)"),
        (Zone.LEAD, "Structure porteuse"),
        (Zone.LEAD, "Maîtrise d'ouvrage"),
        (Zone.LEAD, "2.1 Pilote de l'action"),
        (Zone.PARTNER, "Partenaires associés"),
        (Zone.PARTNER, "Acteurs mobilisés"),
        (Zone.PARTNER, "Étaient présents"),
        (Zone.FUNDER, "Plan de financement"),
        (Zone.FUNDER, "Co-financeurs sollicités"),
        (Zone.FUNDER, "Budget prévisionnel"),
        (Zone.TERRITORY, "Territoire concerné"),
        (Zone.TERRITORY, "Périmètre d'intervention"),
        (Zone.AUDIENCE, "Public cible"),
        (Zone.AUDIENCE, "Bénéficiaires"),
        (Zone.CALENDAR, "Calendrier prévisionnel"),
        (Zone.CALENDAR, "Date de signature"),
        (Zone.CALENDAR, "Durée de la convention"),
        (Zone.THEME, "Axe stratégique n° 2"),
        (Zone.THEME, "Thématiques"),
        (Zone.BODY, "Gouvernance"),
        (Zone.BODY, "Comité de suivi"),
        (Zone.NEED, "Constats partagés"),
        (Zone.NEED, "Diagnostic"),
        (Zone.ACTION, "Intitulé de l'action"),
        (Zone.ACTION, "Actions prévues"),
        (Zone.MEANS, "Moyens humains"),
        (Zone.MEANS, "Ressources mobilisées"),
        (Zone.OTHER, "Objectifs"),
        (Zone.OTHER, "Indicateurs"),
        (Zone.OTHER, "Modalités"),
    ],
)
@pytest.mark.parametrize("mark", [" : ", " | ", "\n", " ? "])
def test_a_label_opens_its_zone(zone: Zone, label: str, mark: str) -> None:
    assert zones(f"Accueil\n\n{label}{mark}Six familles du bourg")[1] is zone


@pytest.mark.parametrize(
    "line",
    [
        "Porteur de lunettes, le gardien reçoit les visiteurs.",
        "Les partenaires se réunissent chaque mois.",
        "Le financement a été voté.",
        "Diagnostiquer les besoins prend du temps.",
        "Pilotage de la rénovation urbaine dans les quartiers",
        "Le public attend dehors.",
        "Calendriers et agendas sont en vente.",
    ],
)
def test_a_sentence_that_has_the_word_of_a_label_is_none(line: str) -> None:
    assert zones(f"Accueil\n\n{line}")[1] is Zone.NONE


def test_labels_of_roles_go_on_and_the_others_end_at_a_heading() -> None:
    told = zones(
        "Fiche\n\nPartenaires\nLe Préau\nLa Ruche\n\nConstat\nPeu de bus.\n\nLes Ormes\nUn."
    )
    assert told[2:4] == [Zone.PARTNER, Zone.PARTNER]
    assert told[4:6] == [Zone.NEED, Zone.NEED]
    assert told[6] is Zone.NONE


@pytest.mark.parametrize(
    "heading", ["II. Les axes de travail", "Article 3 : moyens", "Considérant les besoins,"]
)
def test_another_part_ends_a_list_of_partners(heading: str) -> None:
    assert zones(f"Fiche\n\nPartenaires\nLe Préau\n{heading}\nTexte")[3] is not Zone.PARTNER


def test_a_label_that_lost_its_line_end_is_still_one() -> None:
    assert zones("Gers (32)Porteur(s)\nLe Préau") == [Zone.NONE, Zone.LEAD, Zone.LEAD]


def test_labels_stacked_by_a_broken_table_each_have_their_content() -> None:
    text = "Accueil\n\nPorteur\nPartenaires\nPublic\n\nLe Préau\nLa Ruche\nFamilles"
    assert zones(text)[4:] == [Zone.LEAD, Zone.PARTNER, Zone.AUDIENCE]


@pytest.mark.parametrize(
    "opening",
    [
        "Entre",
        "Entre :",
        "Entre les soussignés",
        "Les soussignés :",
        "D'une part,",
        "La présente convention est conclue entre :",
    ],
)
def test_the_parties_begin_where_an_agreement_says_so(opening: str) -> None:
    text = f"Convention\n\n{opening}\nLe Préau\n\nArticle 1 : objet\nTexte\nTexte\nTexte\nTexte"
    told = zones(text)
    assert told[1] is Zone.PARTIES
    assert told[-1] is not Zone.PARTIES


@pytest.mark.parametrize(
    "line",
    [
        "Entre mai et juin, trente familles ont été reçues.",
        "Entre deux rendez-vous, une salle est ouverte.",
    ],
)
def test_a_sentence_that_begins_with_between_opens_no_parties(line: str) -> None:
    assert zones(f"Accueil\n\n{line}\n\nTexte.\nTexte.\nTexte.")[1] is Zone.NONE


@pytest.mark.parametrize(
    "end", ["Préambule", "Article 1", "Il est convenu ce qui suit :", "Vu le code,", "Considérant"]
)
def test_the_parties_end_where_the_articles_begin(end: str) -> None:
    text = f"Convention\n\nEntre\nLe Préau\nLa Ruche\n\n{end}\nTexte\nTexte\nTexte"
    told = zones(text)
    assert told[3] is Zone.PARTIES
    assert told[4] is not Zone.PARTIES


@pytest.mark.parametrize(
    "foot", ["Fait à Vire, le 5 mai 2022", "Signatures", "Vire, le 5 mai 2022", "Les signataires"]
)
def test_signatures_are_at_the_foot_alone(foot: str) -> None:
    body = "Une phrase.\n" * 10
    assert zones(f"Convention\n{body}{foot}\nLe Préau")[-1] is Zone.SIGNATURES
    assert Zone.SIGNATURES not in zones(f"Convention\n{foot}\n{body}Le Préau")


def test_parts_of_a_line_have_the_zone_of_their_label() -> None:
    made, (block, *_) = laid("Ouvrir le samedi. Pilote : Le Préau. Partenaires : La Ruche, l'Abri.")
    said = [(part.zone, made.text[part.start : part.end].strip()) for part in parts(made, block)]
    assert said == [(Zone.LEAD, "Le Préau"), (Zone.PARTNER, "La Ruche, l'Abri")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Un lieu ouvre. Il reçoit.", 2),
        ("M. le maire ouvre. Il reçoit.", 2),
        ("Voir l'art. 3 du texte.", 1),
        ("Le prix est de 3.50 euros.", 1),
        ("Un lieu ouvre ! Il reçoit.", 2),
        ("Ouvrir; Recevoir", 2),
        ("Ville de Vire ; CAF du Calvados", 1),
    ],
)
def test_sentences_end_where_the_next_one_begins(text: str, count: int) -> None:
    made, (block, *_) = laid(text)
    assert len(list(sentences(made, block))) == count
