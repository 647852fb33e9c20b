"""Districts (*quartiers*) that a text names as such: *QPV Les Vernes et Centre-Ville*."""

import re
from collections.abc import Iterator

_NAME = (
    r"(?:L(?:es? |a |['’]))?(?!(?:Prioritaires?|Politique|Ville|Engagements?|"
    r"QPV)\b)[A-ZÀ-Þ][\w'’-]+"
    r"(?:(?: – | - | (?:de |du |des |la |le |les |d['’])?)[A-ZÀ-Þ][\w'’-]+){0,4}"
)
_OF = r"(?:(?:de|du|des) (?:la |l['’])?|d['’])?"
_DISTRICTS = re.compile(
    r"\b(?:QPV|[Qq]uartiers? prioritaires?(?: de la politique de la ville)?|[Qq]uartiers?) "
    rf"(?P<names>{_OF}{_NAME}(?:(?:, | et |, et ){_OF}(?:QPV )?{_NAME})*)"
)
_ONE = re.compile(_NAME)


def districts(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the names of districts, in order."""
    for found in _DISTRICTS.finditer(text):
        for name in _ONE.finditer(text, *found.span("names")):
            if "\x00" not in name[0]:
                yield name.span()
