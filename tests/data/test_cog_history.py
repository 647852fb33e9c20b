"""From the history of communes to former communes, on histories that fit in a hand."""

from scripts.cog_history import Commune, Inside, Json, follow_years, read_history, without_cycles


def _event(kind: str, code: str, name: str, since: str = "", until: str = "", **more: str) -> Json:
    record: Json = {"type": kind, "code": code, "nom": name, **more}
    record["id"] = f"{kind}-{code}@{since or '1943-01-01'}"
    if since:
        record["dateDebut"] = since
    if until:
        record["dateFin"] = until
    return record


def _commune(kind: str, code: str, name: str, pole: str = "") -> Json:
    return {"type": kind, "code": code, "nom": name, **({"chefLieu": pole} if pole else {})}


def test_a_merged_commune_is_in_its_pole_since_that_day() -> None:
    history = [
        _event(
            "COM",
            "1",
            "Petit",
            until="2000-02-27",
            successeur="COMA-1@2000-02-27",
            raisonFin="fusion",
        ),
        _event("COMA", "1", "Petit", "2000-02-27", pole="COM-2@2000-02-27"),
        _event("COM", "2", "Grand"),
    ]
    communes = read_history(history)
    assert communes["1"].ended == "2000-02-27"
    assert communes["1"].inside == [Inside("2", "2000-02-27", None, "history")]
    assert communes["2"].ended is None


def test_a_commune_nouvelle_under_the_code_of_a_member_is_the_same_territory() -> None:
    history = [
        _event(
            "COM", "1", "Vieux", until="2017-01-01", successeur="COMD-1@2017-01-01", raisonFin="x"
        ),
        _event("COMD", "1", "Vieux", "2017-01-01", pole="COM-1@2017-01-01"),
        _event("COM", "1", "Neuf", "2017-01-01"),
    ]
    commune = read_history(history)["1"]
    assert (commune.name, commune.former_names, commune.grown) == ("Neuf", ["Vieux"], "2017-01-01")
    assert commune.ended is None
    assert commune.inside == []


def test_a_code_that_changed_with_the_departement_is_one_territory() -> None:
    reason = "changement de département"
    history = [
        _event(
            "COM",
            "75010",
            "Ici",
            until="1968-01-01",
            successeur="COM-93010@1968-01-01",
            raisonFin=reason,
        ),
        _event("COM", "93010", "Ici", "1968-01-01", raisonDebut=reason),
    ]
    (commune,) = read_history(history).values()
    assert commune.code == "93010"
    assert commune.former_codes == {"75010": "1967-12-31"}
    assert commune.created is None


def test_yearly_lists_tell_the_year_of_a_merger_and_restore_a_commune() -> None:
    communes = {
        "1": Commune("1", "Gone"),
        "2": Commune("2", "Kept"),
        "3": Commune(
            "3", "Back", ended="2016-01-01", inside=[Inside("2", "2016-01-01", None, "h")]
        ),
    }
    kept = _commune("commune-actuelle", "2", "Kept")
    years = {
        2021: [_commune("commune-actuelle", "1", "Gone"), kept],
        2022: [
            _commune("commune-deleguee", "1", "Gone", "2"),
            kept,
            _commune("commune-actuelle", "3", "Back"),
        ],
    }
    follow_years(communes, years)
    assert communes["1"].ended == "2022-01-01"
    assert communes["1"].inside == [Inside("2", "2022-01-01", None, "2022")]
    assert communes["3"].ended is None
    assert communes["3"].inside == []


def test_two_communes_that_absorbed_each_other_keep_the_later_state() -> None:
    first, later = (
        Inside("2", "1973-01-01", "1989-12-31", "h"),
        Inside("1", "1990-01-01", None, "h"),
    )
    communes = {"1": Commune("1", "A", inside=[first]), "2": Commune("2", "B", inside=[later])}
    assert without_cycles(communes) == [("1", first)]
    assert communes["1"].inside == []
    assert communes["2"].inside == [later]
