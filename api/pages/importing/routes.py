"""Addresses of the import."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from api.pages import links
from api.pages.forms import files, posted, texts
from api.pages.importing.jobs import Job, Jobs
from api.pages.journal.content import change_href
from api.pages.security import error_page
from api.pages.serving import Shown, add_page, answered
from api.settings import author_name
from api.shapes import Json
from graph.errors import InvalidData
from graph.repository import Repository
from importers import IMPORTERS

MOST_BYTES = 200_000_000
_NOT_FOUND, _SEE_OTHER = 404, 303
_REFRESH = {"Refresh": "1"}
"""A page of an import at work asks for itself again, without any script."""


def add_import(router: APIRouter, repository: Repository) -> None:
    """The form, the page of an import, and its application."""
    jobs = Jobs(repository)

    def form(_request: Request) -> Shown:
        context = {"importers": list(IMPORTERS.values())}
        names = [{"name": each.name, "label": each.label} for each in IMPORTERS.values()]
        return Shown("importing/form.html", context, lambda: {"importers": names}, writes=True)

    async def check(request: Request) -> Response:
        sent = await posted(request)
        source = texts(sent).get("format", "")
        chosen = files(sent, "fichiers")
        if source not in IMPORTERS:
            raise InvalidData("choisir un format d'import dans la liste")
        if not chosen:
            raise InvalidData("choisir au moins un fichier")
        if sum(file.size or 0 for file in chosen) > MOST_BYTES:
            raise InvalidData("ces fichiers dépassent 200 Mo : les importer par la commande")
        content = [(file.filename or "", await file.read()) for file in chosen]
        await sent.close()
        job = await run_in_threadpool(jobs.check, source, content)
        return RedirectResponse(job_href(job), _SEE_OTHER)

    def show(request: Request, id: str) -> Response:
        id, _, wanted = id.partition(".")
        job = jobs.get(id)
        if job is None or wanted not in ("", "json"):
            return error_page(request, _NOT_FOUND, _FORGOTTEN)
        return answered(_job_page(job), wanted or "html", request)

    async def apply(request: Request, id: str) -> Response:
        await posted(request)
        job = jobs.get(id)
        if job is None:
            return error_page(request, _NOT_FOUND, _FORGOTTEN)
        jobs.apply(job, author_name())
        return RedirectResponse(job_href(job), _SEE_OTHER)

    add_page(router, links.IMPORT, form, csv=False)
    router.add_api_route(links.IMPORT, check, methods=["POST"], response_model=None)
    path = links.IMPORT + "/{id}"
    router.add_api_route(path, show, methods=["GET", "HEAD"], response_model=None)
    router.add_api_route(path + "/appliquer", apply, methods=["POST"], response_model=None)


_FORGOTTEN = "cet essai n'est plus gardé : choisir à nouveau les fichiers"


def job_href(job: Job) -> str:
    """The page of an import."""
    return f"{links.IMPORT}/{job.id}"


def _job_page(job: Job) -> Shown:
    report = job.report
    context: dict[str, Any] = {
        "job": job,
        "href": job_href(job),
        "label": IMPORTERS[job.source].label,
        "change": change_href(report.change_set) if report and report.change_set else "",
    }
    headers = _REFRESH if job.is_running else {}
    return Shown("importing/job.html", context, lambda: _json(job), headers=headers, writes=True)


def _json(job: Job) -> Json:
    report, error = job.report, job.error
    return {
        "state": job.state,
        "step": job.step,
        "done": job.done,
        "report": None
        if report is None
        else {
            "changeSet": report.change_set,
            "created": report.created,
            "changed": report.changed,
            "unchanged": report.unchanged,
            "refused": report.refused,
        },
        "error": None if error is None else {"code": error.code, "message": str(error)},
    }
