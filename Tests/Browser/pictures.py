"""Makes the pictures of the README: real pages of a demo network, in Debian's Chromium."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from commonhour import ROOT, Demo, Server, find_binary
from playwright.sync_api import Browser, sync_playwright

FOLDER = ROOT / "docs" / "pictures"


def launch(playwright: object) -> Browser:
    """Debian's Chromium, or the one that CHROMIUM names."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "Chromium is not installed. Run `make setup`."
    # Chromium refuses to put root in its sandbox, and in a container people often are root.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=path, args=arguments)  # type: ignore


def take(browser: Browser, server: Server, folder: Path) -> None:
    """A member's first page on a small phone, without JavaScript, as `home.png`."""
    context = browser.new_context(
        base_url=server.url,
        java_script_enabled=False,
        locale="en-GB",
        viewport={"width": 360, "height": 740},
        device_scale_factor=1.5,
    )
    page = context.new_page()
    member = server.demo.all("member")[1]
    page.goto(f"/{server.demo.network}/sign-in")
    page.locator("[name=login]").fill(member.login)
    page.locator("[name=password]").fill(member.password)
    page.locator("form:has([name=password]) button").click()
    page.locator(".ring").first.wait_for()
    page.screenshot(path=folder / "home.png")
    context.close()


def main() -> None:
    """Makes a demo network, serves it, and takes the pictures."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        store = Path(scratch) / "store" / "commonhour.sqlite"
        server = Server.start(Demo.make(find_binary(), store))
        try:
            FOLDER.mkdir(parents=True, exist_ok=True)
            browser = launch(playwright)
            take(browser, server, FOLDER)
            browser.close()
        finally:
            server.stop()
    print(FOLDER / "home.png")


if __name__ == "__main__":
    sys.exit(main())
