"""Communes and their mayors: the shortest words, tried last."""

from importers.document.finding.heads.rule import PLACE, Rule

COMMUNES: tuple[Rule, ...] = (
    (
        "COMMUNE",
        "Commune",
        PLACE,
        r"(?<!politique de la )(?:villes?|communes?|mairies?|municipalites?)(?: "
        r"nouvelle)?(?: "
        r"(?:belge|francaise|membre))?(?! membres)",
    ),
)
