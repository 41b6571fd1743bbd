"""Takes a picture of every page that each role can reach, to be looked at one by one.

    make gallery ARGS="--roles till member --kinds till"

Pictures go to `gallery/`, with an `index.html` that shows them side by side.
"""

from __future__ import annotations

import argparse
import html
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pictures
from commonhour import ROOT, Demo, Server, find_binary
from playwright.sync_api import Browser, Page, sync_playwright
from reading import LARGE_TEXT, PATIENCE, kind_of, links_of, sign_in

FOLDER = ROOT / "gallery"
ROLES = ("visitor", "member", "guardian", "lead", "till", "coordinator", "funder", "operator")


@dataclass(frozen=True)
class Look:
    """One way in which a page is looked at."""

    width: int
    language: str
    scheme: str = "light"
    large: bool = False

    @property
    def name(self) -> str:
        """The end of the file's name."""
        return f"{self.width}-{self.language}-{self.scheme}{'-large' if self.large else ''}"


LOOKS = [
    *(Look(width, language) for width in (320, 768, 1280) for language in ("en", "pl")),
    Look(320, "en", "dark"),
    Look(1280, "pl", "dark"),
    Look(320, "en", large=True),
    Look(320, "pl", large=True),
]


def crawl(page: Page, home: str, kinds: list[str]) -> dict[str, str]:
    """An address of each kind of page that can be reached from here, by kind."""
    found: dict[str, str] = {}
    waiting = [home]
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        if kind in found:
            continue
        found[kind] = path
        page.goto(path)
        waiting += links_of(page)
    return {
        kind: path for kind, path in found.items() if not kinds or any(k in kind for k in kinds)
    }


def take(browser: Browser, server: Server, role: str, kinds: list[str]) -> list[Path]:
    """Pictures of every page of a role, in every look."""
    home = f"/{server.demo.network}/"
    context = browser.new_context(base_url=server.url, locale="en-GB")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    if role != "visitor":
        sign_in(page, server, server.demo.one(role))
    pages = crawl(page, home, kinds)
    cookies = context.cookies()
    context.close()
    made: list[Path] = []
    for look in LOOKS:
        context = browser.new_context(
            base_url=server.url,
            viewport={"width": look.width, "height": 800},
            color_scheme="dark" if look.scheme == "dark" else "light",
        )
        context.set_default_timeout(PATIENCE)
        language = {"name": "language", "value": look.language, "url": server.url}
        context.add_cookies([*cookies, language])
        page = context.new_page()
        for kind, path in pages.items():
            page.goto(path)
            if look.large:
                page.evaluate(LARGE_TEXT)
            name = kind.replace(home, "", 1).replace("/", "_").replace(":", "") or "home"
            file = FOLDER / role / f"{name}-{look.name}.png"
            file.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=file, full_page=True)
            made.append(file)
        context.close()
    return made


def write_index(files: list[Path]) -> None:
    """A page with all pictures, by role and page."""
    items = "".join(
        f'<figure><img src="{html.escape(str(file.relative_to(FOLDER)))}" loading="lazy">'
        f"<figcaption>{html.escape(str(file.relative_to(FOLDER)))}</figcaption></figure>"
        for file in sorted(files)
    )
    style = "figure{display:inline-block;vertical-align:top;margin:8px}img{max-width:420px}"
    page = f"<!doctype html><meta charset=utf-8><style>{style}</style>{items}"
    (FOLDER / "index.html").write_text(page, encoding="utf-8")


def main() -> None:
    """Makes a demo network, serves it, and takes the pictures."""
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    words.add_argument("--roles", nargs="+", choices=ROLES, default=list(ROLES))
    words.add_argument("--kinds", nargs="+", default=[], help="parts of addresses; all without")
    chosen = words.parse_args()
    made: list[Path] = []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        store = Path(scratch) / "store" / "commonhour.sqlite"
        server = Server.start(Demo.make(find_binary(), store))
        try:
            browser = pictures.launch(playwright)
            for role in chosen.roles:
                made += take(browser, server, role, chosen.kinds)
                print(f"{role}: {len(made)} pictures", file=sys.stderr)
            browser.close()
        finally:
            server.stop()
    write_index(made)
    print(FOLDER / "index.html")


if __name__ == "__main__":
    main()
