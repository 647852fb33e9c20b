"""How long a document takes to read, and the memory of it: a page of text, a PDF of 100 pages.

    python -m bench.reading

The text is made of sentences as conventions write them. The peak is that of the largest process,
this one or the child that reads the PDF.
"""

import resource
import time

from importers.document.read import read_document
from tests.importers.document.made.pdf import pdf_of_pages

_SENTENCE = (
    "Le Département du Cher et la CAF du Cher cofinancent l'accueil des jeunes enfants de Vierzon, "
    "en partenariat avec l'association Les Mains Unies et le CCAS de Bourges, dans le cadre du "
    "contrat de ville 2015-2022 et de la convention territoriale globale signée le 3 mars 2020. "
)
_LINES = 45
_MIB = 1024


def main() -> None:
    """Print the table."""
    page = "\n".join([_SENTENCE.strip()] * 12)
    line = _SENTENCE[:92]
    pages = [[f"Article {number}", *([line] * _LINES)] for number in range(1, 101)]
    print("| what | seconds | peak (MiB) |\n|---|---:|---:|")
    _row("a page of text, first of the process", "page.txt", page.encode())
    _row("a page of text", "page.txt", page.encode())
    told = _row("a PDF of 100 pages", "cent.pdf", pdf_of_pages(pages))
    print(f"\nProgress was told {told} times while the PDF was read.")


def _row(what: str, name: str, content: bytes) -> int:
    """Read a document and print its row; how many times progress was told."""
    told: list[int] = []
    start = time.perf_counter()
    read_document(name, content, None, lambda _what, done: told.append(done))
    seconds = time.perf_counter() - start
    print(f"| {what} | {seconds:.2f} | {_peak():.0f} |")
    return len(told)


def _peak() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(own, children) / _MIB


if __name__ == "__main__":
    main()
