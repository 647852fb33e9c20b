"""What an import did: in French on the terminal, and row by row in a CSV for spreadsheets."""

import csv
import io
from pathlib import Path

from api.cli.output import print_note
from api.differences import FactWords, parts
from api.exports.files import refusals, written
from api.exports.sheets import as_text
from api.french import capital, counted, number_words
from api.reports import GONE, ROW_HEADERS, edition_words, row_cells, sum_words, sums, to_look_at
from graph.changes.differences import Effect
from importers import FATE_LABELS, ListReport, Report

_MOST_SHOWN = 20
"""Rows told on the terminal; JSON tells more, ``--report`` all."""


def print_report(report: Report) -> None:
    """A report on stderr, in French."""
    print_note(_told(report))
    if report.dry_run:
        _print_differences(report)
    for remark in report.remarks:
        print_note(f"   non écrit : {remark}")
    listed = report.listed
    if listed is None:
        return
    for told in listed.editions:
        print_note(edition_words(told))
    counts = ", ".join(
        f"{number} {FATE_LABELS[fate]}{'s' if number > 1 else ''}"
        for fate, number in listed.counts().items()
        if number
    )
    print_note(f"Lignes : {counts or 'aucune'}.")
    if listed.disappeared:
        print_note(f"{counted(listed.disappeared, 'fait')} de l'édition précédente n'y sont plus :")
        for fact in listed.gone[:_MOST_SHOWN]:
            print_note(f"   {GONE} : {fact}")
        if listed.disappeared > _MOST_SHOWN:
            rest = counted(listed.disappeared - _MOST_SHOWN, "autre")
            print_note(f"   et {rest} : --report FICHIER les donne tous.")
    shown = to_look_at(listed, _MOST_SHOWN)
    for row in shown:
        place = f"ligne {row.row}, " if row.row else ""
        print_note(f"   {place}{FATE_LABELS[row.fate]} : {row.reason}")
    more = len(to_look_at(listed, len(listed.rows))) - len(shown)
    if more > 0:
        print_note(f"   et {more} autres : --report FICHIER les donne toutes.")
    _print_remarks(listed)
    if listed.questions:
        print_note("Répondre aux questions : maillage questions, puis maillage judge.")


def _print_remarks(listed: ListReport) -> None:
    """What is said of rows that are kept: what several share as a sum, then the others."""
    if not listed.remarks:
        return
    print_note(f"Lignes gardées, à relire : {number_words(len(listed.remarks))}.")
    summed = sums(listed.remarks)
    shared = {text for text, _ in summed}
    said = [sum_words(text, count) for text, count in summed]
    said += [
        f"ligne {each.place.row or 0} : {each.text}"
        for each in listed.remarks
        if each.text not in shared
    ]
    for words in said[:_MOST_SHOWN]:
        print_note(f"   {words}")
    if len(said) > _MOST_SHOWN:
        print_note(f"   et {counted(len(said) - _MOST_SHOWN, 'autre')} : --report FICHIER.")


def _print_differences(report: Report) -> None:
    for part in parts(report.differences, report.totals):
        print_note(f"{capital(part.title)} :")
        for fact in part.facts[:_MOST_SHOWN]:
            print_note(f"   {fact.text}")
            if part.effect is Effect.CHANGED:
                _print_values(fact)
        if part.total > _MOST_SHOWN:
            print_note(f"   et {counted(part.total - _MOST_SHOWN, 'autre')}.")


def _print_values(fact: FactWords) -> None:
    for value in fact.values:
        print_note(f"      {value.label} : {value.before or '(rien)'} → {value.after or '(rien)'}")


def write_report(path: Path, listed: ListReport) -> None:
    """Every row with its fate and reason, as a CSV that French spreadsheets open.

    Raises InvalidData (UNWRITABLE) when it cannot be written.
    """
    with refusals(path), written(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(ROW_HEADERS)
        writer.writerows(map(as_text, cells) for cells in row_cells(listed))
        text.detach()


def _told(report: Report) -> str:
    counts = f"{report.created} créés, {report.changed} modifiés, {report.unchanged} inchangés"
    if report.dry_run:
        return f"Essai, rien n'est écrit : {counts}."
    if report.change_set is None:
        return f"Rien à écrire : {counts}."
    return (
        f"Importé ({report.change_set}) : {counts}. Annuler : maillage revert {report.change_set}"
    )
