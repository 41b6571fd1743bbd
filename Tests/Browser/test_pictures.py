"""The pictures of the README are real, small, and can be made again."""

from __future__ import annotations

from pathlib import Path

import pictures
from commonhour import Server
from playwright.sync_api import Browser


def test_the_picture_of_the_readme_can_be_made_again(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    """`scripts/pictures` does the same; a phone's page, below 100 kB."""
    pictures.take(browser, server, tmp_path)
    for picture in (tmp_path / "home.png", pictures.FOLDER / "home.png"):
        data = picture.read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < 100_000, f"{picture}: {len(data)} bytes"
        assert int.from_bytes(data[16:20], "big") == 540


def test_the_readme_shows_it() -> None:
    """A picture that nobody sees is no use, nor a link to none."""
    readme = (pictures.ROOT / "README.md").read_text(encoding="utf-8")
    assert 'src="docs/pictures/home.png"' in readme
