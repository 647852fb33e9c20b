"""Posts paid by the State in an association: FONJEP and adultes-relais.

In the list of FONJEP posts the column ``code_tiers`` repeats the name; in that of adultes-relais
it is a SIRET. A post is a Framework of kind POSTE, paid for a year, within a contrat de ville.
"""

from collections.abc import Iterator

from graph.errors import Place
from importers.columns import Cells
from importers.contrats_ville.towns import framework_id, involved
from importers.french import read_amount
from importers.identifiers import siret_or_siren
from importers.listing import FactCells
from importers.mentions import Mentions

STATE = {
    "id": "act:etat-politique-de-la-ville",
    "kind": "Actor",
    "name": "État (politique de la ville)",
    "alias": "Agence nationale de la cohésion des territoires|ANCT",
    "actor_kind": "ETAT",
}


def post(
    row: Cells, document: str, mentions: Mentions, known: frozenset[str], place: Place
) -> Iterator[FactCells]:
    """A row: the post, who has it, the State that pays, the contract that it is part of when it
    is ``known``. Raises ValueError (French) for an amount that is none."""
    number, name, year = row["id_poste"], row["raison_sociale"], row["annee"]
    source = f"{document}#{number}, {year}"
    kind = "Poste d'adulte-relais" if "R" in number[1:] else "Poste FONJEP"
    id_ = f"fra:poste-{number.lower()}-{year}"
    pair = siret_or_siren(row.get("code_tiers", ""), place.at_column("code_tiers"))
    numbers = dict([pair]) if pair else {}
    bearer = mentions.id_of(name, numbers)
    yield from mentions.state(bearer, name, numbers)
    amount = read_amount(row["montant"])
    yield {
        "id": id_,
        "kind": "Framework",
        "name": f"{kind} {number} ({year}) : {name}",
        "code": number,
        "framework_kind": "POSTE",
        "start": year,
        "end": year,
        "note": f"Poste financé en {year} ; la liste ne dit ni son début ni sa fin.",
        "source": source,
    }
    yield involved(bearer, id_, "OPERATOR", source)
    funded = involved(STATE["id"], id_, "FUNDER", source)
    yield {**funded, "amount": amount, "year": year}
    contract = framework_id(row["code_cv"]) if row.get("code_cv") else ""
    if contract in known:
        yield {"type": "PART_OF", "from": id_, "to": contract, "source": source}
