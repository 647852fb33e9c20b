"""From the rows of a list of grants to conventions, funders and beneficiaries."""

from collections.abc import Iterator

from graph.errors import Place
from graph.ontology.values import shown
from importers.columns import Cells
from importers.french import read_amount, read_date
from importers.identifiers import is_valid, rna, siret_or_siren
from importers.listing import FactCells, Remark, Told, fingerprint, one_line, stated
from importers.mentions import Mentions

_LONGEST_NAME = 200


class Grants:
    """The grants of one list. Rows that do not say who funds wait for the rows that do."""

    def __init__(self, document: str, mentions: Mentions) -> None:
        self._document = document
        self._mentions = mentions
        self._names: dict[str, str] = {}
        self._numbers: dict[str, FactCells] = {}
        self._waiting: list[tuple[Cells, Place]] = []

    def row(self, cells: Cells, place: Place) -> Iterator[Told]:
        """What a row states, unless it waits."""
        name = cells.get("nomAttribuant", "")
        numbers = _numbers(cells.get("idAttribuant", ""), "", place.at_column("idAttribuant"))
        if name and numbers:
            key = next(iter(numbers.values()))
            self._names.setdefault(key, name)
            self._numbers.setdefault(name, numbers)
            yield from self._grant(cells, place, self._names[key], numbers)
        else:
            self._waiting.append((cells, place))

    def rest(self) -> Iterator[Told]:
        """What the rows that waited state, once all others are read."""
        for cells, place in self._waiting:
            name = cells.get("nomAttribuant", "")
            numbers = _numbers(cells.get("idAttribuant", ""), "", place) or self._numbers.get(
                name, {}
            )
            key = next(iter(numbers.values()), "")
            name = self._names.get(key) or name or (f"Attribuant {key}" if key else "")
            if name:
                yield from self._grant(cells, place, name, numbers)
            else:
                yield Remark(place, "ni le nom ni le numéro de l'attribuant", refused=True)

    def _grant(self, cells: Cells, place: Place, funder: str, numbers: FactCells) -> Iterator[Told]:
        try:
            grant = _read(cells, place)
        except ValueError as error:
            yield Remark(place, str(error), refused=True)
            return
        day, amount, beneficiary, own = grant
        funder_id = self._mentions.id_of(funder, numbers)
        bearer_id = self._mentions.id_of(beneficiary, own)
        form = {"actor_kind": "ASSOCIATION"} if own.get("rna") else {}
        aim, decision = one_line(cells["objet"]), one_line(cells.get("referenceDecision", ""))
        id_ = f"fra:subvention-{fingerprint(funder_id, bearer_id, day, decision, aim, amount)}"
        year = cells.get("exercice", "")[:4] if cells.get("exercice", "")[:4].isdigit() else day[:4]
        source = f"{self._document}#{decision or aim[:80]}"
        facts: list[FactCells] = [
            *self._mentions.state(funder_id, funder, numbers),
            *self._mentions.state(bearer_id, beneficiary, own, **form),
            {
                "id": id_,
                "kind": "Framework",
                "name": f"Subvention : {shown(aim, _LONGEST_NAME)}",
                "framework_kind": "SUBVENTION",
                "start": day,
                "signed": day,
                "budget": amount,
                "reference": decision,
                "description": _description(cells, aim),
                "source": source,
            },
            {
                "type": "INVOLVED_IN",
                "from": funder_id,
                "to": id_,
                "role": "FUNDER",
                "amount": amount,
                "year": year,
                "source": source,
            },
            {
                "type": "INVOLVED_IN",
                "from": bearer_id,
                "to": id_,
                "role": "OPERATOR",
                "source": source,
            },
        ]
        yield from (stated(fact, place) for fact in facts)
        for key in ("siret", "siren"):
            if key in own and not is_valid(own[key]):
                yield Remark(place, f"{key.upper()} {own[key]} : la clé de contrôle est fausse")


def _read(cells: Cells, place: Place) -> tuple[str, str, str, FactCells]:
    """Day, amount, beneficiary and its numbers; ValueError (French) says what a row lacks."""
    for name in ("dateConvention", "montant", "nomBeneficiaire", "objet"):
        if not cells.get(name):
            raise ValueError(f"« {name} » est vide")
    day = read_date(cells["dateConvention"])
    if day is None:
        raise ValueError("« dateConvention » ne donne pas de date")
    numbers = _numbers(
        cells.get("idBeneficiaire", ""),
        cells.get("rnaBeneficiaire", ""),
        place.at_column("idBeneficiaire"),
    )
    return day, read_amount(cells["montant"]), cells["nomBeneficiaire"], numbers


def _numbers(number: str, association: str, place: Place) -> FactCells:
    found = dict([pair]) if number and (pair := siret_or_siren(number, place)) else {}
    known = rna(association) or rna(number)
    return found | ({"rna": known} if known else {})


def _description(cells: Cells, aim: str) -> str:
    """The whole object, the nature and how it is paid."""
    parts = [aim if len(aim) > _LONGEST_NAME else ""]
    for title, name in (
        ("Nature", "nature"),
        ("Versement", "conditionsVersement"),
        ("Dates de versement", "datesPeriodeVersement"),
        ("Dispositif", "dispositifAide"),
    ):
        if cells.get(name):
            parts.append(f"{title} : {one_line(cells[name])}")
    return ". ".join(part for part in parts if part)
