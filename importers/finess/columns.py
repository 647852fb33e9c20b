"""The fields of a row of ``etalab-cs1100502``, in order, and the kinds of the categories."""

ROW = "structureet"
FIELDS = (
    *("typeet", "nofinesset", "nofinessej", "rs", "rslongue", "complrs", "compldistrib", "numvoie"),
    *("typvoie", "voie", "compvoie", "lieuditbp", "commune", "departement", "libdepartement"),
    *("ligneacheminement", "telephone", "telecopie", "categetab", "libcategetab", "categagretab"),
    *("libcategagretab", "siret", "codeape", "codemft", "libmft", "codesph", "libsph", "dateouv"),
    *("dateautor", "datemaj", "numuai"),
)

HOSPITALS = frozenset({"101", "106", "109", "131", "292", "355", "362", "365"})
"""Categories of hospitals; all others are services and establishments of any bearer."""
MDPH = "609"
