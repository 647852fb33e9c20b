"""XML written element by element, so that a large graph is never held as a tree."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO
from xml.etree.ElementTree import Element, tostring
from xml.sax.saxutils import quoteattr

from api.exports.network import Scalar


class XmlStream:
    """An XML document under way."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._depth = 0
        self._line('<?xml version="1.0" encoding="UTF-8"?>')

    @contextmanager
    def inside(self, name: str, **attributes: str) -> Iterator[None]:
        """What is written meanwhile stands inside this element."""
        given = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
        self._line(f"<{name}{given}>")
        self._depth += 1
        yield
        self._depth -= 1
        self._line(f"</{name}>")

    def put(self, whole: Element) -> None:
        """Write an element with what it holds."""
        self._line(tostring(whole, encoding="unicode"))

    def put_all(self, elements: Iterable[Element]) -> None:
        """Write elements one after the other."""
        for each in elements:
            self.put(each)

    def _line(self, text: str) -> None:
        self._stream.write(f"{' ' * self._depth}{text}\n".encode())


def element(
    name: str, *children: Element, text: str | None = None, **attributes: str | None
) -> Element:
    """An element; attributes that are None are left out."""
    made = Element(name, {key: value for key, value in attributes.items() if value is not None})
    made.text = text
    made.extend(children)
    return made


def text_of(value: Scalar) -> str:
    """A value as XML schema types write it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
