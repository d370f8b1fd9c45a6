"""
Take the picture of README: a badge of the demo region, checked on the real page.

Run it after the page has changed. The region is made for one fixed day, so that the picture
changes only when the page does. Needs Chromium and the ``dev`` extra.

Example:
    $ python tools/take_pictures.py
"""

import json
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from trust_registry.demo import make_region

DAY = datetime(2026, 11, 22, 12, tzinfo=UTC)
PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
COMMAND = Path(sys.executable).with_name("badge-wallet")
SHOWN = {"verifier-trusted": ("amina-ordinateur.png", "Amina Benali")}
"""Name of the picture: the badge that is dropped, and whose it is said to be."""
SIZE = {"width": 1200, "height": 1290}
"""As far as who recognises the badge: the point of the network."""
COLOURS = 128
"""A page has few; a palette keeps the file below 120 kB."""
ARGUMENTS = ["--no-sandbox", "--disable-gpu"]


def main() -> None:
    """Take every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        make_region(Path(folder) / "region", DAY)
        serve = ["--at", DAY.isoformat(), "--json", "serve", "--demo", folder, "--port", "0"]
        with subprocess.Popen([COMMAND, *serve], stdout=subprocess.PIPE, text=True) as process:
            try:
                told = process.stdout.readline() if process.stdout else ""
                _take_all(json.loads(told)["verifier"], Path(folder) / "region" / "badges")
            finally:
                process.terminate()


def _take_all(address: str, badges: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        page = browser.new_page(viewport=SIZE, locale="fr-FR")
        for name, (badge, who) in SHOWN.items():
            page.goto(address)
            page.set_input_files("#badge", badges / badge)
            page.fill("#who", who)
            _take(page, PICTURES / f"{name}.png")
        browser.close()


def _take(page: Page, picture: Path) -> None:
    page.click("button.next")
    page.wait_for_selector(".verdict")
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=picture)
    with Image.open(picture) as full:
        full.convert("RGB").quantize(COLOURS).save(picture, optimize=True)
    print(f"{picture.name}: {picture.stat().st_size} bytes")


if __name__ == "__main__":
    main()
