"""What is found in small texts of several kinds; each answer is read there by eye."""

import pytest

from importers.document.model import Reading
from importers.document.read import ReadDocument
from tests.importers.document.conftest import Sample, said


def roles(reading: Reading) -> dict[str, tuple[str, ...]]:
    """Roles by the fullest name, unnamed groups left out."""
    return {actor.called: actor.roles for actor in reading.actors if not actor.generic}


def dates(read: ReadDocument) -> tuple[str | None, str | None, str | None, str | None]:
    """Kind, start, end and signature of the framework."""
    own = read.reading.framework
    assert own is not None
    return own.kind, own.start, own.end, own.signed


def test_a_signed_contract(sample: Sample) -> None:
    read = sample("contrat_local_de_sante")
    assert dates(read) == ("CLS", "2021-03-01", "2026-02-28", "2021-02-18")
    assert roles(read.reading) == {
        "Ville de Vierzon": ("SIGNATORY", "FUNDER"),
        "Agence régionale de santé Centre-Val de Loire": ("SIGNATORY", "FUNDER"),
        "Département du Cher": ("SIGNATORY",),
        "Centre hospitalier de Vierzon": ("SIGNATORY",),
        "Observatoire régional de la santé": ("MENTIONED",),
        "CAF du Cher": ("PARTNER",),
        "CPAM du Cher": ("PARTNER",),
        "MSA Beauce Cœur de Loire": ("PARTNER",),
        "association Les Mains Unies": ("PARTNER",),
    }
    assert [(body.name, body.level, body.frequency) for body in read.reading.bodies] == [
        ("comité de pilotage", "STRATEGIC", "YEARLY"),
        ("comité technique", "TECHNICAL", "QUARTERLY"),
    ]
    assert [(link.kind, link.relation) for link in read.reading.articulations] == [
        ("PRS", "PART_OF"),
        ("CONTRAT_DE_VILLE", "ARTICULATED_WITH"),
        ("CTG", "ARTICULATED_WITH"),
    ]


def test_who_signed_another_framework_does_not_sign_this_one(sample: Sample) -> None:
    """« la convention territoriale globale signée avec la CAF » in a contract on health."""
    assert "SIGNATORY" not in roles(sample("contrat_local_de_sante").reading)["CAF du Cher"]


def test_a_fiche_says_roles_by_its_labels(sample: Sample) -> None:
    read = sample("fiche_action")
    assert read.kind == "fiche action"
    assert dates(read) == ("FICHE", "2024-09", "2026-12", None)
    assert roles(read.reading) == {
        "Centre social Les Tilleuls": ("LEAD",),
        "CAF du Morbihan": ("FUNDER",),
        "Département": ("PARTNER",),
        "Mission locale du Pays de Lorient": ("PARTNER",),
        "association Graines de Lien": ("PARTNER",),
        "Lorient Agglomération": ("FUNDER",),
    }
    assert all(actor.labelled for actor in read.reading.actors)
    assert [need.label for need in read.reading.needs] == [
        "Un tiers des familles vit à plus de vingt minutes d'un lieu d'accueil (2022)"
    ]


def test_a_fiche_in_a_table(sample: Sample) -> None:
    read = sample("fiche_tableau")
    assert dates(read) == ("FICHE", "2024-01", "2025-06", None)
    assert roles(read.reading) == {
        "Communauté de communes Dronne et Belle": ("LEAD",),
        "Mission locale du Haut Périgord": ("LEAD",),
        "Caf de la Dordogne": ("FUNDER",),
        "MSA Dordogne Lot et Garonne": ("PARTNER",),
        "Département": ("PARTNER",),
        "association La Palanquée": ("PARTNER",),
    }
    assert [action.name for action in read.reading.actions] == [
        "Créer un réseau des informateurs jeunesse"
    ]


def test_labels_stacked_by_a_broken_table_keep_their_contents() -> None:
    read = said(
        "Fiche action 3\n\nPublic visé\nPilote\nPartenaires\n\nfamilles du quartier\n"
        "Centre social Les Ormes\nCAF du Tarn, Ville d'Albi\n\nCalendrier\n\n2024"
    )
    assert roles(read.reading) == {
        "Centre social Les Ormes": ("LEAD",),
        "CAF du Tarn": ("PARTNER",),
        "Ville d'Albi": ("PARTNER",),
    }


def test_parties_may_be_a_list(sample: Sample) -> None:
    read = sample("contrat_ville_convention")
    assert dates(read) == ("CONTRAT_DE_VILLE", "2024", "2030-12-31", "2024-03-28")
    assert set(roles(read.reading).values()) == {("SIGNATORY",)}
    assert len(read.reading.actors) == 7
    previous = read.reading.articulations[0]
    assert (previous.kind, previous.relation) == ("CONTRAT_DE_VILLE", "SUCCEEDS")


def test_the_dates_of_a_paper_that_is_only_cited_are_not_borrowed(sample: Sample) -> None:
    """The licence of the CAF runs 2021-2024, the convention 2022-2024."""
    assert dates(sample("cpo_association")) == (
        "CONVENTION",
        "2022-01-01",
        "2024-12-31",
        "2022-01-03",
    )


def test_an_amendment_puts_the_end_off(sample: Sample) -> None:
    assert dates(sample("avenant")) == ("CONVENTION", "2022", "2025-12-31", "2022-01-15")


def test_a_duration_from_a_day_gives_the_last_day(sample: Sample) -> None:
    """« Conclu pour trois ans à compter du 1er avril 2023 »."""
    assert dates(sample("protocole")) == ("PROTOCOLE", "2023-04-01", "2026-03-31", "2023-03-24")


def test_a_deliberation_speaks_of_the_framework_of_its_object(sample: Sample) -> None:
    """The old contract ends on 31 December 2022: that date is not the new one's."""
    read = sample("deliberation")
    assert read.kind == "délibération"
    assert dates(read) == ("CTG", "2023", "2026", None)
    assert roles(read.reading) == {
        "CAF de la Sarthe": ("SIGNATORY",),
        "Communauté de communes du Pays Fléchois": ("SIGNATORY",),
    }


def test_a_page_of_a_town(sample: Sample) -> None:
    read = sample("page_services")
    assert read.kind == "page"
    assert roles(read.reading) == {
        "CCAS de Saumur": ("LEAD",),
        "Commune de Saumur": ("LEAD", "SIGNATORY"),
        "Département de Maine-et-Loire": ("FUNDER",),
        "CAF de Maine-et-Loire": ("FUNDER",),
        "Secours populaire": ("MENTIONED",),
        "Restos du cœur": ("MENTIONED",),
        "association Solidarité Saumuroise": ("MENTIONED",),
        "CPAM": ("PARTNER",),
        "MSA": ("PARTNER",),
        "France Travail": ("PARTNER",),
        "mission locale du Saumurois": ("PARTNER",),
        "Saumur Val de Loire Agglomération": ("SIGNATORY",),
        "ARS Pays de la Loire": ("SIGNATORY",),
    }


def test_short_forms_join_the_name_that_the_text_gives() -> None:
    """An acronym in brackets, « ci-après », a bare head, initials: one actor each."""
    read = said(
        "Convention entre la Communauté de communes Sud Vendée Littoral (CCSVL) et la Caisse "
        "d'allocations familiales de la Vendée\n\nLa CCSVL accueille la CAF. La Caisse "
        "d'allocations familiales finance le relais."
    )
    assert [actor.called for actor in read.reading.actors] == [
        "Communauté de communes Sud Vendée Littoral",
        "Caisse d'allocations familiales de la Vendée",
    ]


def test_nothing_is_said_of_a_text_that_says_nothing() -> None:
    read = said("Le marché se tient chaque samedi sur la place, sauf en cas de pluie.")
    assert read.reading.actors == ()
    assert read.reading.bodies == ()
    assert read.reading.articulations == ()
    own = read.reading.framework
    assert own is not None
    assert (own.kind, own.start, own.end, own.signed) == (None, None, None, None)


@pytest.mark.parametrize(
    ("amount", "euros"),
    [
        ("12 000 €", 12000),
        ("12 k€", 12000),
        ("1,5 million d'euros", 1500000),
        ("850,50 euros", 850.5),
    ],
)
def test_amounts(amount: str, euros: float) -> None:
    read = said(f"La Ville de Niort verse {amount} à l'association.")
    assert [fact.amount for fact in read.reading.amounts] == [euros]


def test_themes_come_with_the_words_that_say_them(sample: Sample) -> None:
    themes = sample("deliberation").reading.themes
    assert {theme.theme for theme in themes} == {
        "petite-enfance",
        "jeunesse",
        "acces-aux-droits",
        "vie-sociale-participation",
    }
    assert all("petite enfance" in theme.passage for theme in themes)


def test_labels_within_a_line_say_the_role_of_what_follows() -> None:
    read = said(
        "Contrat local de santé du Pays de Vire\n\nAxe 1 – Accès aux soins\n"
        "1.1 Accueillir les internes (pilote : Ville de Vire ; partenaires : CPAM du Calvados)\n"
        "1.2 Repérer la fragilité. Pilote : CIAS de Vire. Partenaires : Marcheurs du bocage 14."
    )
    found = roles(read.reading)
    assert found["Ville de Vire"] == ("LEAD",)
    assert found["CPAM du Calvados"] == ("PARTNER",)
    assert found["CIAS de Vire"] == ("LEAD",)
    assert found["Marcheurs du bocage 14"] == ("PARTNER",)


def test_who_stands_beside_an_amount_funds_and_who_receives_it_does_not() -> None:
    read = said(
        "Contrat de ville de Vire\n\nMoyens\n"
        "Ville de Vire          30 000 euros\nCAF du Calvados          à préciser\n\n"
        "Le Département mobilise ses crédits. La subvention versée à l'association Horizons : "
        "4 000 €. Le repas est servi à partir de 3,20 € le repas."
    )
    found = roles(read.reading)
    assert found["Ville de Vire"] == ("FUNDER",)
    assert found["CAF du Calvados"] == ("FUNDER",)
    assert "FUNDER" not in found["association Horizons"]
    assert [each.amount for each in read.reading.amounts] == [30000, 4000]


def test_between_two_dates_no_party_begins() -> None:
    """« Entre mai et juin, six rencontres... » opens no block of parties: themes are read on."""
    read = said(
        "Contrat de ville de Vire\n\nEntre mai et juin 2023, six rencontres ont réuni la Mission "
        "locale du Bocage et les habitants.\n\nPriorité A. L'emploi\nUne permanence au quartier."
    )
    assert "SIGNATORY" not in {role for each in read.reading.actors for role in each.roles}
    assert "insertion-emploi" in {each.theme for each in read.reading.themes}


def test_a_contract_that_takes_effect_when_it_is_signed_begins_that_day() -> None:
    read = said(
        "CONTRAT LOCAL DE SANTÉ 2022-2026\n\nEntre\nLa Ville de Vire, représentée par son maire,\n"
        "L'Agence régionale de santé Normandie, représentée par son directeur,\n\n"
        "Article 1 : durée\nLe contrat prend effet au jour de sa signature et s'achève le "
        "31 décembre 2026.\n\nFait à Vire, le 5 fé vrier 2022"
    )
    assert dates(read) == ("CLS", "2022-02-05", "2026-12-31", "2022-02-05")
    assert {"SIGNATORY"} == {role for each in read.reading.actors for role in each.roles}


def test_the_project_that_came_before_has_its_own_school_years() -> None:
    read = said(
        "Projet éducatif de territoire de Vire\n\nLe conseil municipal avait approuvé le projet "
        "éducatif de territoire pour les années scolaires 2020-2021 à 2022-2023.\n\nLe nouveau "
        "projet couvrirait trois années scolaires, du 1er septembre 2023 au 31 août 2026."
    )
    assert dates(read) == ("PEDT", "2023-09-01", "2026-08-31", None)


def test_the_prefect_is_the_state_and_an_acronym_of_the_parties_their_party() -> None:
    read = said(
        "CONVENTION TERRITORIALE GLOBALE\n\nEntre\nL'État, représenté par le préfet,\n"
        "La Communauté de communes du Bocage vert, représentée par son président,\n"
        "ci-après dénommée « la CCBV » ;\n\nArticle 1 : pilotage\nLa CCBV assure le pilotage. "
        "L'État mobilise une enveloppe de 8 000 €.\n\nFait à Vire, le 5 mai 2022\n\n"
        "Le préfet du Calvados          Le président de la CCBV"
    )
    assert sorted(actor.roles for actor in read.reading.actors) == [
        ("LEAD", "SIGNATORY"),
        ("SIGNATORY", "FUNDER"),
    ]


def test_who_undertakes_to_carry_out_the_programme_leads() -> None:
    read = said(
        "CONVENTION PLURIANNUELLE D'OBJECTIFS\n\nEntre\nLe Département du Calvados, représenté par "
        "son président,\nEt\nL'association « Horizons », représentée par sa présidente,\n\n"
        "Article 1 : objet\nL'association « Horizons » s'engage, à son initiative, à mettre en "
        "œuvre le programme d'actions."
    )
    assert ("LEAD", "SIGNATORY") in roles(read.reading).values()


def test_the_foot_of_a_page_says_no_theme() -> None:
    read = said(
        "Bien vieillir à Vire\n\nLe CCAS.\n\nMentions légales · Accessibilité · Plan du site"
    )
    assert [each.theme for each in read.reading.themes] == ["personnes-agees"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Un comité de pilotage se réunit deux fois par an. Un comité technique se réunit tous "
            "les trois mois.",
            ["HALF_YEARLY", "QUARTERLY"],
        ),
        (
            "Un comité de pilotage est créé. Un comité technique se réunit tous les trois mois.",
            [None, "QUARTERLY"],
        ),
        (
            "Le comité de pilotage décide et le comité technique prépare tous les trois mois.",
            [None, "QUARTERLY"],
        ),
        (
            "Le comité de pilotage et le comité technique se réunissent chaque année.",
            ["YEARLY", "YEARLY"],
        ),
        ("Un comité de pilotage est créé. Il se réunit deux fois par an.", ["HALF_YEARLY"]),
    ],
)
def test_how_often_a_body_meets_is_said_of_it(text: str, expected: list[str | None]) -> None:
    assert [body.frequency for body in said(text).reading.bodies] == expected


def test_the_territory_of_a_funder_or_partner_is_not_that_of_the_framework() -> None:
    read = said(
        "Fiche action 3 : ateliers de quartier\n\nPorteur : Ville de La Courneuve\n"
        "Financeur : Département de la Seine-Saint-Denis\nPartenaires : CAF de la Seine-Saint-Denis"
    )
    assert [place.name for place in read.reading.territories] == ["La Courneuve"]
    assert len(read.reading.actors) == 3
