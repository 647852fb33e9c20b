"""Who signs, from the words of a sentence; each is read on a page about one convention."""

import pytest

from tests.importers.document.finding.answers import who

PAGE = "La convention territoriale globale de Vire\n\n"
AGREEMENT = (
    "CONVENTION TERRITORIALE GLOBALE\n\nEntre\nLa Ville de Vire, représentée par son maire,\nEt\n"
    "La CAF du Calvados, représentée par sa directrice,\n\nArticle 1 : objet\n"
)
BOTH = ["Ville de Vire", "CAF du Calvados"]


@pytest.mark.parametrize(
    "sentence",
    [
        "La convention est signée par la Ville de Vire et la CAF du Calvados.",
        "La convention, signée conjointement par la Ville de Vire et la CAF du Calvados, engage.",
        "La convention a été signée le 5 mai 2022 entre la Ville de Vire et la CAF du Calvados.",
        "La convention est paraphée en mairie par la Ville de Vire et la CAF du Calvados.",
        "La convention conclue entre la Ville de Vire et la CAF du Calvados porte sur l'enfance.",
        "Une convention passée entre la Ville de Vire et la CAF du Calvados règle l'accueil.",
        "Elle est établie entre la Ville de Vire et la CAF du Calvados.",
        "La convention lie la Ville de Vire et la CAF du Calvados.",
        "La convention lie depuis mai 2022 la Ville de Vire et la CAF du Calvados.",
        "La convention, par la signature de la Ville de Vire et de la CAF du Calvados, est "
        "établie.",
        "La convention sera conclue pour trois ans, entre la Ville de Vire et la CAF du Calvados.",
        "La convention porte la signature de la Ville de Vire et de la CAF du Calvados.",
        "Des partenaires s'y engagent : la Ville de Vire et la CAF du Calvados.",
        "La convention réunit la Ville de Vire et la CAF du Calvados.",
        "La convention, d'une durée de trois ans, associe la Ville de Vire et la CAF du Calvados.",
        "La convention porte deux signatures, celles de la Ville de Vire et de la CAF du Calvados.",
        "Deux nouveaux venus ont rejoint les signataires : la Ville de Vire et la CAF du Calvados.",
        "C'est une charte signée en mai 2022 par la Ville de Vire et la CAF du Calvados.",
        "Convention tripartite (Ville de Vire, CAF du Calvados) du 5 mai 2022.",
        "Des cosignataires : la Ville de Vire et la CAF du Calvados.",
        "La convention unissant la Ville de Vire et la CAF du Calvados est publiée.",
        "Les signataires sont la Ville de Vire et la CAF du Calvados.",
        "Signataires : la Ville de Vire et la CAF du Calvados.",
        "Les parties signataires sont la Ville de Vire et la CAF du Calvados.",
        "La signature de la convention par la Ville de Vire et la CAF du Calvados est proche.",
    ],
)
def test_those_whom_words_of_signature_announce_sign(sentence: str) -> None:
    assert who("SIGNATORY", PAGE + sentence) == BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        "La Ville de Vire et la CAF du Calvados ont signé la convention.",
        "La Ville de Vire et la CAF du Calvados ont officiellement signé la convention.",
        "La Ville de Vire et la CAF du Calvados signent la convention.",
        "La Ville de Vire et la CAF du Calvados ont apposé leur signature au bas de la convention.",
        "La Ville de Vire et la CAF du Calvados ont adhéré à la convention par avenant.",
        "La Ville de Vire et la CAF du Calvados signeront la convention en mai.",
        "La Ville de Vire et la CAF du Calvados sont signataires.",
        "La Ville de Vire et la CAF du Calvados comptent parmi les signataires.",
        "La Ville de Vire et la CAF du Calvados font partie des signataires.",
        "La Ville de Vire et la CAF du Calvados s'engagent dans une convention.",
        "La Ville de Vire et la CAF du Calvados sont engagées dans une convention.",
        "La Ville de Vire et la CAF du Calvados ont conclu la convention.",
        "La Ville de Vire et la CAF du Calvados ont renouvelé la convention.",
        "La Ville de Vire et la CAF du Calvados poursuivent leur partenariat.",
        "La Ville de Vire et la CAF du Calvados contractualisent.",
        "La Ville de Vire et la CAF du Calvados viennent à leur tour de signer.",
        "Les partenaires et ses deux communes - la Ville de Vire et la CAF du Calvados - ont signé "
        "la convention.",
        "La Ville de Vire et la CAF du Calvados sont liées par la convention.",
        "La Ville de Vire et la CAF du Calvados sont parties à la convention.",
        "La Ville de Vire et la CAF du Calvados ont officialisé leur convention.",
        "La Ville de Vire et la CAF du Calvados ont apposé, le jeudi 6 mars, leur signature.",
        "La Ville de Vire et la CAF du Calvados avaient rendez-vous lundi pour signer la "
        "convention.",
    ],
)
def test_those_of_whom_a_verb_says_it_sign(sentence: str) -> None:
    assert who("SIGNATORY", PAGE + sentence) == BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        "La Ville de Vire a signé la convention avec la CAF du Calvados.",
        "La Ville de Vire signe la convention avec la CAF du Calvados.",
        "La Ville de Vire contractualise avec la CAF du Calvados.",
        "La Ville de Vire a conclu une convention avec la CAF du Calvados.",
        "La Ville de Vire s'est engagée avec la CAF du Calvados dans une convention.",
        "La Ville de Vire s'engage dans la convention aux côtés de la CAF du Calvados.",
    ],
)
def test_who_signs_with_another_makes_a_signatory_of_it(sentence: str) -> None:
    assert who("SIGNATORY", PAGE + sentence) == BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        "La CAF du Calvados n'est pas signataire.",
        "La CAF du Calvados n'est plus signataire de la convention.",
        "La CAF du Calvados n'a pas signé la convention.",
        "La CAF du Calvados n'a pas souhaité signer la convention.",
        "La CAF du Calvados n'a pas encore signé.",
        "La CAF du Calvados ne signe pas la convention.",
        "La CAF du Calvados, sans être signataire, suit la convention.",
        "La CAF du Calvados n'est pas partie à la convention.",
        "La CAF du Calvados est invitée. Elle n'est pas signataire.",
        "La CAF du Calvados est invitée, mais elle n'a pas signé.",
    ],
)
def test_who_is_said_not_to_sign_does_not(sentence: str) -> None:
    assert who("SIGNATORY", f"{PAGE}La Ville de Vire signe la convention. {sentence}") == [
        "Ville de Vire"
    ]


def test_a_denial_holds_against_a_list_of_signatories() -> None:
    text = (
        "Signataires : la Ville de Vire, la CAF du Calvados et la MSA.\n\nUn an plus tard, la MSA "
        "n'est plus signataire."
    )
    assert who("SIGNATORY", PAGE + text) == BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        "La Ville de Vire accueille la CAF du Calvados dans ses locaux.",
        "La Ville de Vire et la CAF du Calvados se réunissent chaque année.",
        "La CAF du Calvados a été informée de la convention.",
        "Les signataires se réunissent à la CAF du Calvados.",
        "La Ville de Vire, la CAF du Calvados et les autres signataires se réunissent en mai.",
    ],
)
def test_who_is_named_without_signing_is_no_signatory(sentence: str) -> None:
    assert who("SIGNATORY", PAGE + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Le contrat de ville de Vire est signé par l'association Horizons.",
        "Le contrat de ville, signé avec le Département de l'Orne, reste en vigueur.",
        "L'association Horizons a signé le contrat de ville.",
        "L'association Horizons et la MSA signent le contrat de ville de Vire.",
    ],
)
def test_who_signs_another_framework_does_not_sign_this_one(sentence: str) -> None:
    assert who("SIGNATORY", PAGE + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Une convention conclue avec l'association Horizons règle la mise à disposition du local.",
        "Toute convention signée avec l'association Horizons est transmise aux parties.",
        "L'association Horizons signe une convention de mise à disposition.",
        "Le contrat de ville signé avec l'association Horizons reste en vigueur.",
    ],
)
def test_in_an_agreement_a_convention_is_another_one(sentence: str) -> None:
    assert who("SIGNATORY", AGREEMENT + sentence) == BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        "La convention tripartite que la MSA et l'État ont signée reste en vigueur.",
        "Textes visés :\n- la convention que la MSA et l'État ont signée en 2014 ;",
    ],
)
def test_what_others_have_signed_is_not_this_agreement(sentence: str) -> None:
    assert who("SIGNATORY", AGREEMENT + sentence) == BOTH


@pytest.mark.parametrize(
    "sentence",
    [
        "Elle réunira deux parties : la Ville de Vire, propriétaire, et la CAF du Calvados.",
        "Mardi, deux partenaires (la Ville de Vire, la CAF du Calvados) ont apposé leur signature.",
        "La convention lie :\n- la Ville de Vire, que représente son maire,\n- la CAF du Calvados.",
        "Un accord de cinq ans (2023-2027) entre la Ville de Vire et la CAF du Calvados.",
        "La Ville de Vire et de nombreux partenaires, dont la CAF du Calvados, ont signé la "
        "convention.",
    ],
)
def test_a_group_or_a_number_of_parties_opens_those_who_sign(sentence: str) -> None:
    assert who("SIGNATORY", PAGE + sentence) == BOTH


@pytest.mark.parametrize("head", ["Vu", "Considérant"])
def test_what_an_agreement_cites_says_nobodys_role(head: str) -> None:
    text = f"{AGREEMENT}{head} la convention conclue avec la MSA Côtes Normandes,"
    assert who("SIGNATORY", text) == BOTH


def test_beside_a_council_which_nobody_signs_an_agreement_is_its_own() -> None:
    text = (
        "Le conseil local de sécurité et de prévention de la délinquance de Vire\n\nEn 2003, la "
        "Ville de Vire et l'État signent le contrat local de sécurité."
    )
    assert who("SIGNATORY", text) == ["Ville de Vire", "État"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Une convention avec la CAF du Calvados est à l'étude.",
        "Une convention avec la CAF du Calvados est en discussion.",
        "Sont associés, sans être signataires : la CAF du Calvados et la MSA.",
        "Un protocole sera établi avec la CAF du Calvados.",
        "La Ville s'engage à conclure avec la CAF du Calvados une convention d'occupation.",
    ],
)
def test_an_agreement_to_come_has_no_signatory(sentence: str) -> None:
    assert who("SIGNATORY", PAGE + sentence) == []
