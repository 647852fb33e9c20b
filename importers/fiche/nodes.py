"""YAML as text cells with line numbers: nothing is interpreted, so ``2013-07`` stays text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from graph.errors import InvalidData, Place
from graph.ontology import LIST_SEPARATOR
from graph.ontology.values import shown
from graph.system_errors import french

MOST_BYTES = 5_000_000
_MOST_DEPTH = 20
_OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


class Entry:
    """One YAML mapping: keys in order, values kept as nodes, the place of its first line."""

    def __init__(self, node: yaml.MappingNode, file: str) -> None:
        self._file = file
        self.place = _place(node, file)
        self._nodes: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise InvalidData(
                    "une clé est un simple mot, suivi de « : »",
                    code="INVALID_YAML",
                    place=_place(key, file),
                )
            name = str(key.value)
            if name in self._nodes:
                raise InvalidData(
                    "clé en double : n'en garder qu'une",
                    code="DUPLICATE_COLUMN",
                    place=_place(key, file).at_column(shown(name)),
                )
            self._nodes[name] = value

    def check_keys(self, allowed: Sequence[str]) -> None:
        """Raise InvalidData when a key is not among those allowed."""
        for name, node in self._nodes.items():
            if name not in allowed:
                raise InvalidData(
                    f"clé inconnue ; clés admises : {', '.join(allowed)}",
                    code="UNKNOWN_COLUMN",
                    place=_place(node, self._file).at_column(shown(name)),
                )

    def text(self, name: str) -> str:
        """A required text."""
        node = self._nodes.get(name)
        text = _cell(node, self._file).strip() if node is not None else ""
        if not text:
            raise InvalidData(
                f"il manque « {name} »", code="MISSING_VALUE", place=self.place.at_column(name)
            )
        return text

    def cells(self, without: Sequence[str] = ()) -> dict[str, str]:
        """The texts by key, lists joined as in a bundle's cell, empty ones left out."""
        cells = {
            name: _cell(node, self._file)
            for name, node in self._nodes.items()
            if name not in without
        }
        return {name: text for name, text in cells.items() if text}

    def entry(self, name: str) -> Entry:
        """A required mapping."""
        node = self._nodes.get(name)
        if node is None:
            raise InvalidData(
                f"il manque « {name}: »", code="MISSING_VALUE", place=self.place.at_column(name)
            )
        return _entry(node, self._file)

    def entries(self, name: str) -> list[Entry]:
        """The mappings of a list; none when the key is absent."""
        node = self._nodes.get(name)
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return []
        if not isinstance(node, yaml.SequenceNode):
            raise InvalidData(
                f"« {name} » doit être une liste (des lignes qui commencent par « - »)",
                place=_place(node, self._file),
            )
        return [_entry(item, self._file) for item in node.value]


def read_fiche(path: Path) -> Entry:
    """The top mapping of a YAML file; InvalidData when it is not one."""
    file = str(path)
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise InvalidData(
            f"le fichier ne s'ouvre pas, {french(error)}", code="MISSING_FILE", place=Place(file)
        ) from None
    if len(content) > MOST_BYTES:
        raise InvalidData(
            f"la fiche dépasse {MOST_BYTES} octets : la partager en plusieurs",
            code="FILE_TOO_LONG",
            place=Place(file),
        )
    if not content.strip():
        raise InvalidData(
            "le fichier est vide : il faut « document: » puis « entities: »",
            code="EMPTY_FILE",
            place=Place(file),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise InvalidData(
            "la ligne n'est pas en UTF-8 : enregistrer le fichier en UTF-8",
            code="WRONG_ENCODING",
            place=Place(file, row),
        ) from None
    return _entry(_compose(text, file), file)


def _compose(text: str, file: str) -> yaml.Node | None:
    try:
        depth = 0
        for token in yaml.scan(text):
            depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
            if depth > _MOST_DEPTH:
                raise InvalidData(
                    "trop de niveaux imbriqués : une fiche en compte quatre ou cinq",
                    code="INVALID_YAML",
                    place=Place(file, token.start_mark.line + 1),
                )
            if isinstance(token, yaml.AliasToken | yaml.TagToken):
                raise InvalidData(
                    "une fiche n'emploie ni alias ni étiquette YAML : mettre entre guillemets "
                    "un texte qui commence par « * » ou « ! »",
                    code="INVALID_YAML",
                    place=Place(file, token.start_mark.line + 1),
                )
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.reader.ReaderError as error:
        row = text[: error.position].count("\n") + 1
        raise InvalidData(
            "caractère interdit dans une fiche : l'ôter", code="NUL_BYTE", place=Place(file, row)
        ) from None
    except (yaml.MarkedYAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise InvalidData(
            "le fichier ne se lit pas comme du YAML : vérifier les retraits et les guillemets",
            code="INVALID_YAML",
            place=Place(file, mark.line + 1 if mark else None),
        ) from None
    return node


def _entry(node: yaml.Node | None, file: str) -> Entry:
    if not isinstance(node, yaml.MappingNode):
        place = _place(node, file) if node is not None else Place(file)
        raise InvalidData("il faut ici des lignes « clé: valeur »", place=place)
    return Entry(node, file)


def _cell(node: yaml.Node, file: str) -> str:
    if isinstance(node, yaml.SequenceNode):
        parts = [_cell(item, file) for item in node.value]
        if any(LIST_SEPARATOR in part for part in parts):
            raise InvalidData(
                f"un élément de liste ne peut pas contenir « {LIST_SEPARATOR} »",
                place=_place(node, file),
            )
        return LIST_SEPARATOR.join(parts)
    if not isinstance(node, yaml.ScalarNode):
        raise InvalidData("il faut ici un texte ou une liste de textes", place=_place(node, file))
    if node.tag == "tag:yaml.org,2002:null":
        return ""
    return str(node.value)


def _place(node: yaml.Node, file: str) -> Place:
    return Place(file, node.start_mark.line + 1)
