"""PDFs printed by a real browser: columns, tables, hyphenation, running headers and footers."""

import subprocess
from pathlib import Path

from scripts.prepare_browser import FLAGS

_ROOT = Path(__file__).parents[4]


def printed(html: str, folder: Path) -> bytes:
    """What the browser prints of a page; its own header and footer stand on each sheet."""
    browser = (_ROOT / ".browser").read_text(encoding="utf-8").strip()
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(f"<!doctype html><html lang='fr'><meta charset='utf-8'>{html}", "utf-8")
    command = [browser, "--headless", *FLAGS, f"--user-data-dir={folder / 'profile'}"]
    subprocess.run(
        [*command, f"--print-to-pdf={target}", source.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return target.read_bytes()
