"""Run as a script in a process of its own: the text of a DOCX or ODT, as JSON lines.

    python office_child.py FILE

One line holds the text: paragraphs by line ends, cells of a table row on one line with bars between
them. Headers, footers, notes, comments and deleted text are left out. Document type declarations
are refused, so that no entity is ever expanded. A refusal is a line ``{"error"}``. It imports
nothing of the product.
"""

import json
import sys
import zipfile
import zlib
from typing import Any
from xml.parsers import expat

_MOST_UNFOLDED = 150_000_000
_DEEPEST = 400
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ROLES = {
    f"{_W}p": "paragraph",
    f"{_W}t": "text",
    f"{_W}tab": "tab",
    f"{_W}br": "break",
    f"{_W}cr": "break",
    f"{_W}noBreakHyphen": "hyphen",
    f"{_W}numPr": "bullet",
    f"{_W}tr": "row",
    f"{_W}tc": "cell",
    "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback": "skip",
    f"{_ODF}text:1.0 p": "textual",
    f"{_ODF}text:1.0 h": "textual",
    f"{_ODF}text:1.0 tab": "tab",
    f"{_ODF}text:1.0 line-break": "break",
    f"{_ODF}text:1.0 s": "space",
    f"{_ODF}text:1.0 list-item": "item",
    f"{_ODF}text:1.0 tracked-changes": "skip",
    f"{_ODF}text:1.0 note": "skip",
    f"{_ODF}office:1.0 annotation": "skip",
    f"{_ODF}table:1.0 table-row": "row",
    f"{_ODF}table:1.0 table-cell": "cell",
}
_SAID = {"tab": "\t", "break": "\n", "space": " ", "hyphen": "-"}


class Refused(Exception):
    """A file that is not read, by the name of the reason."""


class _Text:
    """Handlers that gather the text of a document."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self._roles: list[str] = []
        self._skipping = 0
        self._texts = 0
        self._paragraphs: list[list[str]] = []
        self._rows: list[list[list[str]]] = []
        """The rows being read (a table may stand in a cell), as cells of paragraphs."""
        self._items = 0

    def start(self, name: str, _attributes: Any) -> None:
        """An element begins."""
        role = _ROLES.get(name, "")
        self._roles.append(role)
        if len(self._roles) > _DEEPEST:
            raise Refused("too deep")
        if role == "skip":
            self._skipping += 1
        elif self._skipping:
            return
        elif role in ("paragraph", "textual"):
            self._paragraphs.append(["- "] if self._items else [])
            self._items = 0
            self._texts += role == "textual"
        elif role == "text":
            self._texts += 1
        elif role == "bullet" and self._paragraphs and not self._paragraphs[-1]:
            self._paragraphs[-1].append("- ")
        elif role == "item":
            self._items = 1
        elif role in _SAID and self._paragraphs:
            self._paragraphs[-1].append(_SAID[role])
        elif role == "row":
            self._rows.append([])
        elif role == "cell" and self._rows:
            self._rows[-1].append([])

    def end(self, _name: str) -> None:
        """An element ends."""
        role = self._roles.pop()
        if role == "skip":
            self._skipping -= 1
        elif self._skipping:
            return
        elif role in ("paragraph", "textual"):
            self._texts -= role == "textual"
            self._say("".join(self._paragraphs.pop()).strip())
        elif role == "text":
            self._texts -= 1
        elif role == "row":
            row = self._rows.pop()
            cells = [" ".join(cell) for cell in row[:-1]] + ["\n".join(cell) for cell in row[-1:]]
            self._say(" | ".join(filter(None, cells)))

    def data(self, text: str) -> None:
        """Characters."""
        if self._texts > 0 and not self._skipping and self._paragraphs:
            self._paragraphs[-1].append(text)

    def _say(self, text: str) -> None:
        if self._rows and self._rows[-1]:
            if text:
                self._rows[-1][-1].append(text)
        else:
            self.out.append(text)


def main() -> None:
    """Write the text of the file named first."""
    try:
        told: Any = {"text": _text(sys.argv[1])}
    except Refused as refused:
        told = {"error": str(refused)}
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError):
        told = {"error": "broken"}
    except (expat.ExpatError, RuntimeError, ValueError):
        told = {"error": "broken"}
    sys.stdout.write(json.dumps(told, ensure_ascii=True) + "\n")


def _text(path: str) -> str:
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        part = next((name for name in ("word/document.xml", "content.xml") if name in names), None)
        if part is None:
            raise Refused("unknown")
        if archive.getinfo(part).flag_bits & 1 or _is_locked(archive, names):
            raise Refused("encrypted")
        with archive.open(part) as stream:
            content = stream.read(_MOST_UNFOLDED + 1)
    if len(content) > _MOST_UNFOLDED:
        raise Refused("too large")
    found = _Text()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = _forbidden
    parser.StartElementHandler = found.start
    parser.EndElementHandler = found.end
    parser.CharacterDataHandler = found.data
    parser.Parse(content, True)
    return "\n".join(found.out)


def _is_locked(archive: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether an ODT says that its parts are encrypted."""
    manifest = "META-INF/manifest.xml"
    return manifest in names and b"encryption-data" in archive.open(manifest).read(1_000_000)


def _forbidden(*_: Any) -> None:
    raise Refused("entities")


if __name__ == "__main__":
    main()
