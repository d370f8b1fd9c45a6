"""
Take the pictures of docs/wallet.md, and note what stood on each screen.

The pages are taken as a telephone shows them, the terminal at 80 columns and 24 lines.  What
is noted lets a test say whether a screen has changed since its picture was taken.

Example:
    $ python -m tools.wallet_pictures
"""

import asyncio
import hashlib
import html
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.wallet.carnets import ARun, amina
from tests.wallet.snapshots import WAY, file_of
from tests.wallet.terminal import SMALL, a_terminal
from tools.take_pictures import ARGUMENTS, COLOURS, COMMAND, DAY, PICTURES
from trust_registry.demo import make_region

NOTED = PICTURES / "wallet.json"
WIDTH = 360
"""Of a small telephone."""
PAGES = {
    "wallet-start": "/carnet/",
    "wallet-add": "/carnet/add",
    "wallet-claim": "/carnet/claim",
    "wallet-pathway": "/carnet/pathways/fondamentaux",
    "wallet-share": "/carnet/share",
    "wallet-shared": "/carnet/shared",
    "wallet-key": "/carnet/key",
}
"""Name of the picture: the page of the learner of the demo."""
TOP = {"width": WIDTH, "height": 720}
"""The first screen of a page: enough to know it again."""
TERMINAL = {"terminal-opening": "opening", "terminal-badges": "badges", "terminal-badge": "badge"}
"""Name of the picture: the screen of ``tests/wallet/snapshots``."""
SAID = re.compile(
    r'<(h1|h2|legend|button|summary|a class="(?:next|button|quiet)")[^>]*>(.*?)</', re.DOTALL
)
TAG = re.compile(r"<[^>]*>")


def said(page: str) -> list[str]:
    """The titles and the buttons of a page, in order."""
    main = page.partition("<main")[2]
    texts = (html.unescape(TAG.sub(" ", text)) for _, text in SAID.findall(main))
    return [" ".join(text.split()) for text in texts if text.strip()]


def noted_screen(name: str) -> str:
    """The hash of a screen of the terminal, as it was looked at."""
    return hashlib.sha256(file_of(name, "80x24").read_bytes()).hexdigest()


def main() -> None:
    """Take every picture."""
    noted: dict[str, object] = {}
    drawn = asyncio.run(_screens())
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=ARGUMENTS
        )
        make_region(Path(folder) / "region", DAY)
        noted |= _served(browser, "--demo", folder, PAGES)
        (Path(folder) / "spaces").mkdir()
        noted |= _served(browser, "--spaces", f"{folder}/spaces", {"wallet-who": "/carnet/who"})
        for name, screen in TERMINAL.items():
            page = browser.new_page(viewport={"width": 1000, "height": 640})
            page.set_content(drawn[screen])
            page.locator("svg").first.screenshot(path=PICTURES / f"{name}.png")
            _smaller(PICTURES / f"{name}.png")
            noted[name] = noted_screen(screen)
        browser.close()
    NOTED.write_text(json.dumps(noted, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _served(browser: Browser, option: str, folder: str, pages: dict[str, str]) -> dict[str, object]:
    command = [COMMAND, "--at", DAY.isoformat(), "--json", "serve", option, folder, "--port", "0"]
    noted: dict[str, object] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            told = json.loads(process.stdout.readline() if process.stdout else "")
            for name, path in pages.items():
                address = urlunsplit(urlsplit(told["carnet"])._replace(path=path))
                page = browser.new_page(viewport=TOP, locale="fr-FR")
                noted[name] = _taken(page, name, address)
        finally:
            process.terminate()
    return noted


def _taken(page: Page, name: str, address: str) -> list[str]:
    page.goto(address)
    page.screenshot(path=PICTURES / f"{name}.png")
    _smaller(PICTURES / f"{name}.png")
    return said(page.request.get(address).text())


async def _screens() -> dict[str, str]:
    """Walk to the screens of the terminal; each as the SVG that Textual draws."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        run = amina(ARun(Path(folder) / "space"))
        async with a_terminal(run, size=SMALL) as terminal:
            for name, keys, text in WAY:
                await terminal.go(*keys, to=text)
                await terminal.settle()
                if name in TERMINAL.values():
                    found[name] = terminal.app.export_screenshot()
                if len(found) == len(TERMINAL):
                    break
        run.close()
    return found


def _smaller(picture: Path) -> None:
    with Image.open(picture) as full:
        full.convert("RGB").quantize(COLOURS).save(picture, optimize=True)
    print(f"{picture.name}: {picture.stat().st_size} bytes")


if __name__ == "__main__":
    main()
