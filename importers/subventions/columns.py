"""Columns of the SCDL format, and how real files name them."""

from importers.columns import Column, Columns

COLUMNS = Columns(
    Column(
        "nomAttribuant",
        ("nom de l'attribuant", "nom attribuant", "nom attributaire", "nom de l'attributaire"),
    ),
    Column(
        "idAttribuant",
        (
            "identification de l'attributaire",
            "identification de l'attribuant",
            "identifiant de l'attribuant",
            "siret attribuant",
        ),
    ),
    Column(
        "dateConvention",
        ("date convention", "date de convention", "date de la convention"),
        required=True,
    ),
    Column("referenceDecision", ("référence de la décision", "référence décision")),
    Column(
        "nomBeneficiaire",
        ("nom du bénéficiaire", "nom bénéficiaire", "bénéficiaire"),
        required=True,
    ),
    Column(
        "idBeneficiaire",
        (
            "identification du bénéficiaire",
            "identifiant du bénéficiaire",
            "siret bénéficiaire",
            "siret du bénéficiaire",
            "n° siret",
            "siret",
        ),
    ),
    Column("rnaBeneficiaire", ("rna bénéficiaire", "rna du bénéficiaire", "rna")),
    Column("objet", ("object", "objet de la convention", "objet de la subvention"), required=True),
    Column(
        "montant",
        ("montant total de la subvention", "montant de la subvention", "montant total"),
        required=True,
    ),
    Column("nature", ("nature de la subvention",)),
    Column("conditionsVersement", ("conditions de versement",)),
    Column(
        "datesPeriodeVersement",
        ("date de versement", "dates de versement", "date(s) ou période(s) de versement"),
    ),
    Column("idRAE", ("numéro de référencement au répertoire des entreprises",)),
    Column("notificationUE", ("aide notifiée à l'europe",)),
    Column(
        "pourcentageSubvention",
        ("pourcentage du montant de la subvention attribué au bénéficiaire",),
    ),
    Column("dispositifAide", ("dispositif d'aide",)),
    Column("exercice", ("année", "année budgétaire", "exercice budgétaire")),
)
