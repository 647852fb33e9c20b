"""Findings: overlaps, gaps, articulations and cut points; a list of each, a page for each one.

``families`` has one row per list, ``listing`` shows it, ``detail`` shows one finding,
``hypothesis`` asks « et si cette convention prend fin ? ».
"""

from api.pages.findings.routes import add_findings

__all__ = ["add_findings"]
