"""Who stood at the signing that a page tells."""

import pytest

from tests.importers.document.finding.answers import who

TITLE = "Le contrat local de santé du Pays de Vire est signé\n\n"
THREE = ["ARS Normandie", "préfecture du Calvados", "CPAM du Calvados"]


@pytest.mark.parametrize(
    "scene",
    [
        "Autour de la table : l'ARS Normandie, la préfecture du Calvados et la CPAM du Calvados.",
        "Étaient réunis les représentants de l'ARS Normandie, de la préfecture du Calvados et "
        "de la "
        "CPAM du Calvados.",
        "Ont signé :\n• pour l'ARS Normandie, son directeur\n• pour la préfecture du Calvados, la "
        "secrétaire\n• pour la CPAM du Calvados, le président",
        "Autour de la directrice de l'ARS Normandie, se trouvaient la préfecture du Calvados et la "
        "CPAM du Calvados.",
        "Étaient aussi venus le directeur de l'ARS Normandie, la préfecture du Calvados et la CPAM "
        "du Calvados.",
        "Ont aussi apposé leur signature l'ARS Normandie, la préfecture du Calvados et la CPAM du "
        "Calvados.",
        "Pour l'ARS Normandie, son directeur ; pour la préfecture du Calvados, sa secrétaire "
        "générale ; pour la CPAM du Calvados, son président.",
        "Les partenaires ont signé mardi. L'ARS Normandie, la préfecture du Calvados et la CPAM du "
        "Calvados.",
        "Rappel des signataires du contrat-cadre\nL'ARS Normandie ; la préfecture du Calvados ; la "
        "CPAM du Calvados.",
        "Qui a signé ? Les institutions :\n• l'ARS Normandie\n• la préfecture du Calvados\n• la "
        "CPAM du Calvados",
        "Qui a signé le contrat ?\nL'ARS Normandie ; la préfecture du Calvados ; la CPAM du "
        "Calvados.",
        "Ces trois signataires sont :\nl'ARS Normandie, la préfecture du Calvados, la CPAM du "
        "Calvados.",
    ],
)
def test_those_around_the_table_sign(scene: str) -> None:
    assert who("SIGNATORY", TITLE + scene) == THREE


def test_what_a_signing_means_to_somebody_is_no_roll() -> None:
    assert who("SIGNATORY", f"{TITLE}Pour l'ARS Normandie, la prévention passe d'abord.") == []


def test_those_around_another_table_do_not() -> None:
    text = (
        "L'accès aux soins à Vire\n\nLe CLS du Pays de Vire avance.\n\nAutour de la table : l'ARS "
        "Normandie, la préfecture du Calvados et la CPAM du Calvados."
    )
    assert who("SIGNATORY", text) == []


def test_those_whose_signature_is_awaited_do_not_sign() -> None:
    text = (
        f"{TITLE}L'ARS Normandie a signé. Trois signatures manquent encore et sont attendues : "
        f"celles "
        "de la CAF du Calvados et de la MSA Côtes Normandes."
    )
    assert who("SIGNATORY", text) == ["ARS Normandie"]


def test_those_who_attend_the_signing_do_not_sign() -> None:
    text = (
        f"{TITLE}L'ARS Normandie a signé. Étaient présents à la signature la préfecture du "
        f"Calvados "
        "et la CPAM du Calvados."
    )
    assert who("SIGNATORY", text) == ["ARS Normandie"]
