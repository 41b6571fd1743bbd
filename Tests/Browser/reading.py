"""What every page has to be, whoever looks at it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PATIENCE = 60_000
"""How many milliseconds a page may take: a browser on a busy machine can be very slow."""

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""The rules that every page has to pass."""


def check_page(page: Page) -> None:
    """Asserts that axe finds nothing, nor is the page wider than its screen; needs JavaScript."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert found.violations_count == 0, f"{page.url}\n{found.generate_report()}"
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{page.url} is {wide} pixels wider than its screen"
