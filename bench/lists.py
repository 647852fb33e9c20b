"""Importing large lists, beside reading the same file with polars alone.

    .venv/bin/python -m bench.lists [SERVICES] [ASSOCIATIONS]

Files are generated from the shape of the samples: services and structures of data·inclusion in CSV
(200,000 services, one structure for four), the register of associations (1,000,000 rows). Each
measure is a process of its own, so that its peak of memory is its own: reading the rows as text,
the whole import into a new store that holds the vocabularies, and polars alone, which reads every
column as text, checks nothing and keeps nothing. Time is the processor's, all threads together.
"""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import polars

from graph.repository import Repository
from graph.stores.sqlite import SqliteStore
from importers import IMPORTERS, run_import
from importers.columns import listed_rows
from importers.data_inclusion.columns import forms
from importers.rna.columns import COLUMNS

_DATA = Path(__file__).resolve().parent.parent / "data"
_SEED = 93
_COMMUNES = [f"93{number:03}" for number in (1, 5, 6, 7, 8, 10, 13, 14, 27, 29, 31, 48, 51, 66)]
_THEMES = (
    "sante--acces-aux-soins",
    "logement-hebergement--louer-un-logement",
    "mobilite--financer-ma-mobilite",
    "famille--garde-denfants",
    "numerique--maitriser-les-fondamentaux-du-numerique",
)
_PUBLICS = ("jeunes", "familles", "seniors", "femmes", "tous-publics")
_WORDS = (
    *("accueil", "santé", "quartier", "jeunesse", "sport"),
    *("femmes", "culture", "entraide", "habitants", "avenir"),
)


def main() -> None:
    """Print a row per list as a Markdown table."""
    if sys.argv[1:2] == ["--measure"]:
        _measure(*sys.argv[2:])
        return
    services = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    associations = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {
            "data-inclusion": _write_offer(folder, services),
            "rna": [_write_associations(folder, associations)],
        }
        print("| list | what | rows/s | peak memory (MB) | processor (s) | beside polars |")
        print("|---|---|---:|---:|---:|---:|")
        for source, paths in files.items():
            rows = services + services // 4 if source == "data-inclusion" else associations
            spent = {}
            for what in ("polars", "rows", "import"):
                arguments = ["--measure", what, source, *map(str, paths)]
                run = subprocess.run(
                    [sys.executable, "-m", "bench.lists", *arguments],
                    capture_output=True,
                    text=True,
                    check=True,
                )
                seconds, peak = run.stdout.split()
                spent[what] = float(seconds)
                ratio = spent[what] / spent["polars"]
                print(
                    f"| {source}, {rows:,} rows | {what} | {rows / spent[what]:,.0f} | "
                    f"{float(peak):,.0f} | {spent[what]:.1f} | {ratio:.0f} |",
                    flush=True,
                )


def _measure(what: str, source: str, *names: str) -> None:
    paths = [Path(name) for name in names]
    with tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        if what == "polars":
            for path in paths:
                mark = ";" if source == "rna" else ","
                polars.read_csv(path, separator=mark, infer_schema=False)
        elif what == "rows":
            for path in paths:
                form = "services" if "services" in path.name else "structures"
                columns = COLUMNS if source == "rna" else forms()[form]
                for _ in listed_rows(path, columns):
                    pass
        else:
            repository = Repository(SqliteStore(Path(folder) / "graph.db"))
            run_import(repository, IMPORTERS["bundle"], [_DATA / "vocabularies"], author="bench")
            start = time.process_time()
            report = run_import(repository, IMPORTERS[source], paths, author="bench")
            assert report.refused == 0
        seconds = time.process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _write_offer(folder: Path, services: int) -> list[Path]:
    """Structures and services, each with the columns of the schema that are mostly filled."""
    draw = random.Random(_SEED)
    structures, offer = folder / "structures.csv", folder / "services.csv"
    with structures.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(_structures(draw, services // 4))
    with offer.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(_services(draw, services))
    return [structures, offer]


def _structures(draw: random.Random, count: int) -> Iterator[tuple[str, ...]]:
    yield ("source", "id", "nom", "date_maj", "code_insee", "description", "courriel")
    for number in range(count):
        name = f"Association {_name(draw)} {number}"
        commune = draw.choice(_COMMUNES)
        yield ("dora", f"dora--{number}", name, "2026-01-05", commune, _text(draw), "a@exemple.fr")


def _services(draw: random.Random, count: int) -> Iterator[tuple[str, ...]]:
    yield (
        *("source", "structure_id", "id", "nom", "description", "date_maj", "type", "thematiques"),
        *("publics", "code_insee", "modes_accueil", "contact_nom_prenom"),
    )
    for number in range(count):
        themes = ",".join(draw.sample(_THEMES, 2))
        yield (
            *("dora", f"dora--{number // 4}", f"dora--s{number}", _name(draw), _text(draw)),
            *("2026-01-05", "accompagnement", themes, draw.choice(_PUBLICS)),
            *(draw.choice(_COMMUNES), "en-presentiel", "Non lu"),
        )


def _write_associations(folder: Path, count: int) -> Path:
    """The register with the 39 columns of the real one."""
    draw = random.Random(_SEED)
    sample = Path("tests/importers/samples/rna/rna_waldec_extrait.csv")
    with sample.open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream, delimiter=";")
    place = {name: number for number, name in enumerate(header)}
    path = folder / "rna_waldec_20260501_dpt_93.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL)
        writer.writerow(header)
        for number in range(count):
            row = list(rows[number % len(rows)])
            row[place["id"]] = f"W9{number:08}"
            row[place["titre"]] = f"{_name(draw).upper()} {number}"
            row[place["adrs_codeinsee"]] = draw.choice(_COMMUNES)
            writer.writerow(row)
    return path


def _name(draw: random.Random) -> str:
    return " ".join(draw.sample(_WORDS, 3))


def _text(draw: random.Random) -> str:
    return " ".join(draw.choices(_WORDS, k=40))


if __name__ == "__main__":
    main()
