"""How far a label or a heading reaches: what comes under it, and what ends it."""

from importers.document.structure.blocks import Zone, blocks
from importers.document.structure.clean import clean
from tests.importers.document.finding.answers import who


def zones(text: str) -> list[tuple[Zone, str]]:
    """The blocks of a text with their zones."""
    laid = clean(text)
    return [(block.zone, laid.text[block.start : block.end]) for block in blocks(laid)]


def test_a_label_after_prose_opens_its_own_list() -> None:
    text = (
        "FICHE ACTION\n\nDESCRIPTION\nUn véhicule aménagé sillonne les communes quatre jours par "
        "semaine, avec deux agents à son bord.\n\nPORTEUR\nCIAS du Bocage\n\n"
        "PARTENAIRES\nCAF de l'Orne\nMSA Mayenne-Orne-Sarthe\n\nPUBLIC\nTous"
    )
    assert who("LEAD", text) == ["CIAS du Bocage"]
    assert who("PARTNER", text) == ["CAF de l'Orne", "MSA Mayenne-Orne-Sarthe"]


def test_dated_lines_go_on_under_a_calendar() -> None:
    told = zones("CALENDRIER\nAchat : mars 2022\nPremière tournée : mai 2022\n\nCONTEXTE\nRural")
    assert [zone for zone, _ in told] == [*[Zone.CALENDAR] * 3, Zone.NEED, Zone.NEED]


def test_what_stands_under_visas_is_cited() -> None:
    told = zones("Textes visés :\n- le code du travail\n- la loi de 2008\n\nPRÉAMBULE\nCeci.")
    assert [zone for zone, _ in told][:3] == [Zone.CITED] * 3
    assert told[-1][0] is not Zone.CITED


def test_parties_end_where_they_recall_or_where_a_heading_asks() -> None:
    head = (
        "CONVENTION\n\nEntre\nLa Ville de Vire, représentée par son maire,\nEt\nLa CAF de l'Orne,"
    )
    told = zones(f"{head}\n\nRAPPELLENT CE QUI SUIT\n\nLa MSA a proposé un appel à projets.")
    assert told[-1][0] is not Zone.PARTIES
    told = zones(f"{head}\n\nCOMMENT DÉCIDE-T-ON ?\n\nLa MSA est invitée.")
    assert told[-1][0] is not Zone.PARTIES


def test_parties_may_come_late_where_a_line_says_between_alone() -> None:
    prose = "La santé ne dépend pas des soins seuls, mais de la vie sociale tout entière. " * 6
    text = (
        f"CONVENTION CONSTITUTIVE\n\nAvant-propos\n\n{prose}\n\nENTRE :\n\nLa Ville de Vire, "
        "représentée par son maire,\n\nET :\n\nLa CAF de l'Orne, représentée par sa directrice,"
    )
    assert who("SIGNATORY", text) == ["Ville de Vire", "CAF de l'Orne"]


def test_parties_may_be_a_numbered_or_lettered_part() -> None:
    text = (
        "CONTRAT LOCAL DE SANTÉ DU BOCAGE\n\nI – LES PARTIES\n\nMSA Mayenne-Orne-Sarthe\n"
        "CHU de Caen, au titre de son site de Vire\n\nII – LES TEXTES\n\nLa CAF de l'Orne "
        "a été consultée."
    )
    assert who("SIGNATORY", text) == ["MSA Mayenne-Orne-Sarthe", "CHU de Caen"]
    text = (
        "CHARTE D'ENGAGEMENT\n\nACTE MODIFICATIF N° 1\n\n[A] Parties d'origine\nLe Département "
        "de l'Orne ; la CAF de l'Orne\n[B] Rappel\nLa MSA a été consultée."
    )
    assert who("SIGNATORY", text) == ["Département de l'Orne", "CAF de l'Orne"]


def test_parties_each_on_its_line_are_told_apart_and_those_who_stand_for_them_left_out() -> None:
    text = (
        "CONTRAT LOCAL DE SANTÉ DU BOCAGE\n\nPassé entre\nl'ARS Normandie, 2 place Gardin, en la "
        "personne de son directeur, M. Paul AUBERT,\n\net, de l'autre côté :\n\n"
        "la MSA Mayenne-Orne-Sarthe, en la personne de Mme Anne DUPRÉ\n"
        "la Ville de Vire, en la personne de son maire, M. Jean MARTIN\n"
        "le CHU de Caen, en la personne de sa directrice, Mme Lise BERNARD\n"
    )
    named = ["ARS Normandie", "MSA Mayenne-Orne-Sarthe", "Ville de Vire", "CHU de Caen"]
    assert who("SIGNATORY", text) == named


def test_a_party_may_say_what_it_is_before_who_stands_for_it() -> None:
    text = (
        "CONVENTION DE PARTENARIAT\n\nEntre\nL'Assemblée du Pays Tarentaise, syndicat mixte, "
        "représentée par son président,\nEt\nLa CAF de l'Orne, représentée par sa directrice,"
    )
    assert who("SIGNATORY", text) == ["Assemblée du Pays Tarentaise", "CAF de l'Orne"]
