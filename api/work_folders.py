"""The folders of readings in progress: what is in them is for ``api.pages.convention.works``."""

import re
from pathlib import Path

WORK_ID = re.compile(r"[A-Za-z0-9_-]{16}")
META = "meta.json"
"""The file that each has from its beginning."""


def works_in(folder: Path) -> list[Path]:
    """The folders of the readings in progress that are kept in a folder."""
    places = folder.iterdir() if folder.is_dir() else ()
    return [each for each in places if WORK_ID.fullmatch(each.name) and (each / META).is_file()]
