"""Texts to small codes and back: a column of texts holds codes."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from graph.dates import FIRST_DAY, LAST_DAY, first_day, last_day


class Interned:
    """Texts to small codes and back; append-only, so views of all revisions share one."""

    def __init__(self) -> None:
        self.texts: list[str | None] = [None]
        self._codes: dict[str | None, int] = {None: 0}

    def code(self, text: str | None) -> int:
        """The code of a text, minted when it is new; None is 0."""
        code = self._codes.get(text)
        if code is None:
            code = self._codes[text] = len(self.texts)
            self.texts.append(text)
        return code

    def known(self, texts: Iterable[str]) -> list[int]:
        """The codes of those texts that have one."""
        return [code for text in texts if (code := self._codes.get(text)) is not None]

    def copy(self) -> "Interned":
        """The same texts with the same codes, apart from then on."""
        copied = Interned()
        copied.texts, copied._codes = self.texts.copy(), self._codes.copy()
        return copied

    def codes(self, texts: Sequence[str | None]) -> NDArray[np.int32]:
        """The codes of texts as an array."""
        for text in dict.fromkeys(texts):
            self.code(text)
        return np.fromiter(map(self._codes.__getitem__, texts), dtype=np.int32, count=len(texts))

    def days(self, codes: NDArray[np.int32], *, end: bool) -> NDArray[np.int32]:
        """Ordinals of interned dates: first days, or last days when ``end``."""
        bound = last_day if end else first_day
        table = np.full(len(self.texts), LAST_DAY if end else FIRST_DAY, dtype=np.int32)
        for code in np.flatnonzero(np.bincount(codes)).tolist():
            text = self.texts[code]
            if text is not None:
                table[code] = bound(text)
        return table[codes]
