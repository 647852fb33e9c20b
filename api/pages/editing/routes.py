"""Addresses of the forms that write."""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from api.pages import links
from api.pages.editing.fields import (
    entity_fields,
    relation_fields,
    relation_written,
    written,
)
from api.pages.editing.writing import (
    apply_form,
    entity_change,
    merge_change,
    new_id,
    relation_change,
    split_change,
    standing_relation,
)
from api.pages.facts import Facts, nature
from api.pages.forms import posted, texts
from api.pages.links import Link, entity_link, is_shown, relation_terms
from api.pages.security import error_page
from api.pages.serving import Shown, answered
from graph.errors import InvalidData, MaillageError
from graph.ontology import KINDS, RELATIONS, EntityKind, RelationType, read_kind
from graph.repository import Repository

_BAD_REQUEST, _NOT_FOUND, _SEE_OTHER = 400, 404, 303
_KINDS = tuple(kind for kind in EntityKind if is_shown(kind))


def add_editing(router: APIRouter, repository: Repository) -> None:
    """Add or correct an entity, add a relation, merge and split."""
    forms = Forms(repository)

    def add(path: str, show: Callable[..., Response], write: Callable[..., Any]) -> None:
        router.add_api_route(path, show, methods=["GET", "HEAD"], response_model=None)
        router.add_api_route(path, write, methods=["POST"], response_model=None)

    add(links.CREATE, forms.new, forms.create)
    add(links.EDIT, forms.edit, forms.save)
    add(links.RELATE, forms.relation, forms.relate)
    add(links.MERGE, forms.merging, forms.merge)


class Forms:
    """The forms; each write is one change set, journalled and revertible."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository

    def new(self, request: Request, type: str = "ACTOR") -> Response:
        """The form of a new entity."""
        return self._entity_form(request, _kind(type), None, {})

    async def create(self, request: Request) -> Response:
        """Add an entity, its id made from its name."""
        form = texts(await posted(request))
        kind, view = _kind(form.get("type", "")), self._repository.view()
        id_ = new_id(view, kind, form.get("name", ""))

        def write() -> str | None:
            made = entity_change(view, id_, kind, form)
            return apply_form(self._repository, made, f"Ajout de {form.get('name', '')}")

        return await self._written(
            write, id_, lambda error: self._entity_form(request, kind, None, form, error)
        )

    def edit(self, request: Request, id: str = "") -> Response:
        """The form of an entity."""
        view = self._repository.view()
        row = view.row(id)
        if row is None or not is_shown(view.kind(row)):
            return error_page(request, _NOT_FOUND)
        record = view.entity(row)
        return self._entity_form(request, record.kind, entity_link(view, row), written(record))

    async def save(self, request: Request) -> Response:
        """Correct an entity."""
        form = texts(await posted(request))
        view = self._repository.view()
        row = view.row(form.get("id", ""))
        if row is None or not is_shown(view.kind(row)):
            return error_page(request, _NOT_FOUND)
        link, kind = entity_link(view, row), view.kind(row)

        def write() -> str | None:
            made = entity_change(view, link.id, kind, form)
            return apply_form(self._repository, made, f"Correction de {link.name}")

        return await self._written(
            write, link.id, lambda error: self._entity_form(request, kind, link, form, error)
        )

    def relation(self, request: Request) -> Response:
        """The form of a relation, from the entity that the address names."""
        return self._relation_form(request, request.query_params)

    async def relate(self, request: Request) -> Response:
        """Add or correct a relation."""
        form = texts(await posted(request))

        def write() -> str | None:
            made = relation_change(self._repository.view(), form)
            return apply_form(self._repository, made, "Relation ajoutée ou corrigée")

        return await self._written(
            write,
            form.get("from", ""),
            lambda error: self._relation_form(request, form, error),
        )

    def merging(self, request: Request) -> Response:
        """The form that merges two entities, or splits a merged one."""
        return self._merge_form(request, request.query_params)

    async def merge(self, request: Request) -> Response:
        """Merge ``id`` into ``dans``, or take back the merge of ``separer``."""
        form = texts(await posted(request))
        apart = form.get("separer", "").strip()
        id_, into = form.get("id", "").strip(), form.get("dans", "").strip()

        def write() -> str | None:
            if apart:
                return apply_form(self._repository, split_change(apart), f"Séparation de {apart}")
            made = merge_change(self._repository.view(), id_, into)
            return apply_form(self._repository, made, f"Fusion de {id_} dans {into}")

        return await self._written(
            write, apart or into, lambda error: self._merge_form(request, form, error)
        )

    async def _written(
        self,
        write: Callable[[], str | None],
        id_: str,
        again: Callable[[MaillageError], Response],
    ) -> Response:
        """To the page of the entity, or back to the form with what is wrong."""
        try:
            await run_in_threadpool(write)
        except MaillageError as error:
            return again(error)
        return RedirectResponse(links.entity_href(id_), _SEE_OTHER)

    def _entity_form(
        self,
        request: Request,
        kind: EntityKind,
        entity: Link | None,
        filled: Mapping[str, str],
        error: MaillageError | None = None,
    ) -> Response:
        context = {
            "entity": entity,
            "kind": kind,
            "label": KINDS[kind].label,
            "kinds": [(each.value, KINDS[each].label) for each in _KINDS],
            "fields": entity_fields(kind, filled),
            "source": filled.get("source", ""),
        }
        return _form(request, "editing/entity.html", context, error)

    def _relation_form(
        self, request: Request, filled: Mapping[str, str], error: MaillageError | None = None
    ) -> Response:
        view = self._repository.view()
        standing = standing_relation(view, filled)
        if standing is not None:
            filled = {**relation_written(view.relation(standing)), **filled}
        ends = {}
        for end in ("from", "to"):
            row = view.row(filled.get(end, ""))
            if row is not None and is_shown(view.kind(row)):
                ends[end] = {"link": entity_link(view, row), "nature": nature(view.entity(row))}
        origin = view.row(filled.get("from", ""))
        kind = None if origin is None else view.kind(origin)
        context = {
            "filled": {name: filled.get(name, "") for name in ("type", "from", "to", "role")},
            "ends": ends,
            "types": _types(kind),
            "fields": relation_fields(filled, standing is not None),
            "fact": None if standing is None else Facts(self._repository, view).fact(standing, -1),
            "identity": {} if standing is None else relation_terms(view.relation(standing)),
            "source": filled.get("source", ""),
        }
        return _form(request, "editing/relation.html", context, error)

    def _merge_form(
        self, request: Request, filled: Mapping[str, str], error: MaillageError | None = None
    ) -> Response:
        view = self._repository.view()
        row = view.row(filled.get("id", ""))
        context = {
            "entity": None if row is None else entity_link(view, row),
            "filled": {name: filled.get(name, "") for name in ("id", "dans", "separer")},
            "merged": [] if row is None else _merged(self._repository, row),
        }
        return _form(request, "editing/merge.html", context, error)


def _kind(text: str) -> EntityKind:
    """The kind named; InvalidData for none and for contacts."""
    try:
        kind = read_kind(text)
    except ValueError as error:
        raise InvalidData(str(error), code="INVALID_VALUE") from None
    if not is_shown(kind):
        raise InvalidData("les contacts ne se saisissent pas ici", code="CONTACT_REFUSED")
    return kind


def _types(kind: EntityKind | None) -> list[dict[str, Any]]:
    """The relations that may start at a kind, with the roles that each knows."""
    return [
        {
            "value": type_.value,
            "label": rule.label,
            "to": ", ".join(
                sorted({KINDS[to].label for start, to in rule.ends if kind in (start, None)})
            ),
            "roles": list((rule.roles or {}).items()),
        }
        for type_, rule in RELATIONS.items()
        if type_ is not RelationType.HOLDS_POST
        and (kind is None or any(start is kind for start, _ in rule.ends))
    ]


def _merged(repository: Repository, row: int) -> list[dict[str, str]]:
    """The entities that were merged into one."""
    view = repository.view()
    return [
        {"id": record.id, "name": record.name}
        for other, survivor in view.merges.survivors.items()
        if survivor == row
        for record in (view.entities.records[other],)
    ]


def _form(
    request: Request, template: str, context: dict[str, Any], error: MaillageError | None
) -> Response:
    status = 200 if error is None else _BAD_REQUEST
    shown = Shown(template, {**context, "error": error}, lambda: {}, status=status, writes=True)
    return answered(shown, "html", request)
