"""Make a headless Chromium available to the tests: scripts/prepare_browser.py.

In this order: the program that MAILLAGE_TEST_BROWSER names, an installed Chromium or Chrome,
Playwright's own download, Debian's package when this is root. The first that really opens a page
is printed and written to .browser, where the tests read it; none is an error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
ANSWER = ROOT / ".browser"
VARIABLE = "MAILLAGE_TEST_BROWSER"
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
PLACES = [
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    *(
        Path(os.environ[folder]) / "Google/Chrome/Application/chrome.exe"
        for folder in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        if folder in os.environ
    ),
]
# The browser alone would draw no letters.
PACKAGES = ["chromium", "fonts-liberation"]
# No sandbox: tests open pages of this machine only, and containers often run as root.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> int:
    """Find or bring a browser, and say where it is."""
    chosen = os.environ.get(VARIABLE)
    if chosen and not opens(Path(chosen)):
        print(f"{VARIABLE}={chosen} does not open a page", file=sys.stderr)
        return 1
    browser = Path(chosen) if chosen else remembered() or next(found(), None)
    if browser is None:
        print(
            "no browser for the tests: install Chromium or Chrome (Debian: apt-get install"
            f" chromium), or give the path of one in {VARIABLE}",
            file=sys.stderr,
        )
        return 1
    ANSWER.write_text(f"{browser}\n", encoding="utf-8")
    print(browser)
    return 0


def remembered() -> Path | None:
    """Return the browser of the last run, if it is still there."""
    if not ANSWER.is_file():
        return None
    browser = Path(ANSWER.read_text(encoding="utf-8").strip())
    return browser if browser.is_file() else None


def found() -> Iterator[Path]:
    """Yield each browser that opens a page, from the least to the most work to get it."""
    yield from filter(opens, installed())
    if run([sys.executable, "-m", "playwright", "install", "chromium"]):
        yield from filter(opens, downloaded())
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        run(["apt-get", "-qq", "update"], quiet)
        run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", *PACKAGES], quiet)
        yield from filter(opens, installed())


def installed() -> Iterator[Path]:
    """Yield the browsers that this machine has."""
    yield from (Path(path) for name in NAMES if (path := shutil.which(name)))
    yield from (path for path in PLACES if path.is_file())
    yield from downloaded()


def downloaded() -> Iterator[Path]:
    """Yield Playwright's own Chromium, if an earlier download left one."""
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    if path.is_file():
        yield path


def opens(browser: Path) -> bool:
    """Tell whether Playwright can drive this program."""
    try:
        with sync_playwright() as playwright:
            window = playwright.chromium.launch(
                executable_path=browser, args=FLAGS, headless=True, timeout=60_000
            )
            page = window.new_page()
            page.set_content("<h1>Maillage</h1>")
            right = page.inner_text("h1") == "Maillage"
            window.close()
    except (Error, OSError) as error:
        print(f"{browser}: {str(error).splitlines()[0]}", file=sys.stderr)
        return False
    return right


def run(command: list[str], environment: dict[str, str] | None = None) -> bool:
    """Run an installer, its words on stderr, for ten minutes at most."""
    print(" ".join(command), file=sys.stderr)
    try:
        done = subprocess.run(command, env=environment, stdout=sys.stderr, timeout=600, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"{command[0]}: {error}", file=sys.stderr)
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
