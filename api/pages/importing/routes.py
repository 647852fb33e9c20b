"""Addresses of the import."""

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData

from api.pages import links
from api.pages.forms import files, posted, texts
from api.pages.importing.content import job_href, job_page
from api.pages.importing.jobs import Job, Jobs
from api.pages.security import error_page
from api.pages.serving import Shown, add_page, answered
from api.settings import author_name
from graph.errors import InvalidData, Place
from graph.repository import Repository
from importers import IMPORTERS, ListImporter
from importers.table.layout import Layout, layout_text, parsed_layout

MOST_BYTES = 200_000_000
_BAD_REQUEST, _NOT_FOUND, _SEE_OTHER = 400, 404, 303
_FORGOTTEN = "cet essai n'est plus gardé : choisir à nouveau les fichiers"
_MAPPING = "correspondance"


def add_import(router: APIRouter, repository: Repository) -> None:
    """The form, the page of an import, and what its buttons do."""
    jobs = Jobs(repository)

    def form(request: Request) -> Shown:
        return _form(request.query_params)

    async def check(request: Request) -> Response:
        sent = await posted(request)
        try:
            job = await _checked(jobs, sent)
        except InvalidData as error:
            return answered(_form(texts(sent), error), "html", request)
        finally:
            await sent.close()
        return RedirectResponse(job_href(job), _SEE_OTHER)

    def show(request: Request, id: str) -> Response:
        id, _, wanted = id.partition(".")
        job = jobs.get(id)
        if job is None or wanted not in ("", "json", "csv"):
            return error_page(request, _NOT_FOUND, _FORGOTTEN)
        seen = request.query_params.get("vu", "")
        shown = job_page(job, repository.view(), int(seen) if seen.isdecimal() else 0)
        if wanted == "csv" and shown.table is None:
            return error_page(request, _NOT_FOUND, "cet import n'a pas de lignes à exporter")
        return answered(shown, wanted or "html", request)

    def mapping(request: Request, id: str) -> Response:
        job = jobs.get(id)
        if job is None or not job.guesses:
            return error_page(request, _NOT_FOUND, _FORGOTTEN)
        return Response(
            layout_text(job.guesses[0], job.layout),
            media_type="application/yaml; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{_MAPPING}.yaml"'},
        )

    def add_button(address: str, press: Any) -> None:
        """A button of an import's page: what it does, then the page again."""

        async def pressed(request: Request, id: str) -> Response:
            sent = await posted(request)
            job = jobs.get(id)
            if job is None:
                return error_page(request, _NOT_FOUND, _FORGOTTEN)
            await press(job, sent)
            await sent.close()
            return RedirectResponse(job_href(job), _SEE_OTHER)

        router.add_api_route(
            f"{links.IMPORT}/{{id}}/{address}", pressed, methods=["POST"], response_model=None
        )

    async def apply(job: Job, _sent: FormData) -> None:
        jobs.apply(job, author_name())

    async def stop(job: Job, _sent: FormData) -> None:
        await run_in_threadpool(job.stop)

    async def map_again(job: Job, sent: FormData) -> None:
        jobs.check_again(job, layout=await _layout(sent))

    async def name_list(job: Job, sent: FormData) -> None:
        named = texts(sent).get("liste", "").strip()
        if not named:
            raise InvalidData("nommer la liste dont ce fichier est une édition")
        jobs.check_again(job, named=named)

    add_page(router, links.IMPORT, form, csv=False)
    router.add_api_route(links.IMPORT, check, methods=["POST"], response_model=None)
    path = links.IMPORT + "/{id}"
    router.add_api_route(path, show, methods=["GET", "HEAD"], response_model=None)
    router.add_api_route(
        f"{path}/{_MAPPING}.yaml", mapping, methods=["GET", "HEAD"], response_model=None
    )
    add_button("appliquer", apply)
    add_button("interrompre", stop)
    add_button(_MAPPING, map_again)
    add_button("liste", name_list)


def _form(filled: Mapping[str, str], error: InvalidData | None = None) -> Shown:
    importers = list(IMPORTERS.values())
    names = [{"name": each.name, "label": each.label} for each in importers]
    return Shown(
        "importing/form.html",
        {"importers": importers, "chosen": filled.get("format", ""), "error": error},
        lambda: {"importers": names},
        status=200 if error is None else _BAD_REQUEST,
        writes=True,
    )


async def _checked(jobs: Jobs, sent: FormData) -> Job:
    """The trial of the files that a form sent; InvalidData says what the form lacks."""
    source = texts(sent).get("format", "")
    chosen = files(sent, "fichiers")
    if source not in IMPORTERS:
        raise InvalidData("choisir un format d'import dans la liste")
    if not chosen:
        raise InvalidData("choisir au moins un fichier")
    if sum(file.size or 0 for file in chosen) > MOST_BYTES:
        raise InvalidData("ces fichiers dépassent 200 Mo : les importer par la commande")
    layout = await _layout(sent) if files(sent, _MAPPING) else Layout()
    named = texts(sent).get("liste", "").strip()
    if named and not isinstance(IMPORTERS[source], ListImporter):
        raise InvalidData("nommer une liste ne sert pas à ce format")
    content = [(file.filename or "", await file.read()) for file in chosen]
    return await run_in_threadpool(jobs.check, source, content, layout, named)


async def _layout(sent: FormData) -> Layout:
    """The mapping that a form sent; InvalidData when it is none, or was not chosen."""
    chosen = files(sent, _MAPPING)
    if not chosen:
        raise InvalidData("choisir un fichier de correspondance (YAML)")
    return parsed_layout(await chosen[0].read(), Place(chosen[0].filename))
