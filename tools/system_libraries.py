"""The system libraries that Qt's wheels expect, and how Debian and Ubuntu call them.

Qt's wheels bring Qt, not the drawing, keyboard and font libraries of the system. A desktop has
them all; a server, a container or CI often has none.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.environment import SetupError


@dataclass(frozen=True)
class Library:
    """One shared library.

    Attributes:
        soname: The name it is loaded by.
        packages: What Debian and Ubuntu call its package, newest name first.
    """

    soname: str
    packages: tuple[str, ...]


DRAWING = (
    Library("libGL.so.1", ("libgl1",)),
    Library("libEGL.so.1", ("libegl1",)),
    Library("libxkbcommon.so.0", ("libxkbcommon0",)),
    Library("libglib-2.0.so.0", ("libglib2.0-0t64", "libglib2.0-0")),
    Library("libfontconfig.so.1", ("libfontconfig1",)),
    Library("libdbus-1.so.3", ("libdbus-1-3",)),
)
WINDOW = (
    Library("libxkbcommon-x11.so.0", ("libxkbcommon-x11-0",)),
    Library("libxcb-cursor.so.0", ("libxcb-cursor0",)),
    Library("libxcb-icccm.so.4", ("libxcb-icccm4",)),
    Library("libxcb-keysyms.so.1", ("libxcb-keysyms1",)),
    Library("libxcb-shape.so.0", ("libxcb-shape0",)),
)
TRANSLATING = (Library("libgssapi_krb5.so.2", ("libgssapi-krb5-2",)),)  # lupdate and lrelease
FONT_PACKAGES = ("fonts-inter", "fonts-dejavu-core")
FONT_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("~/.local/share/fonts"),
    Path("~/.fonts"),
)
SAY = Callable[[str], None]


def has_display(environ: Mapping[str, str]) -> bool:
    """Whether a window can open here; only Linux and its like can lack a screen."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def missing(libraries: Iterable[Library], is_there: Callable[[str], bool]) -> list[Library]:
    """Those that the machine does not have."""
    return [library for library in libraries if not is_there(library.soname)]


def can_load(soname: str) -> bool:
    """Whether the dynamic linker finds a library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_fonts(folders: Iterable[Path] = FONT_FOLDERS) -> bool:
    """Whether any outline font is installed; without one Qt draws empty boxes."""
    return any(
        path.suffix.lower() in (".ttf", ".otf", ".ttc", ".pfb")
        for folder in folders
        for path in folder.expanduser().rglob("*")
    )


def packages_for(libraries: Iterable[Library], is_known: Callable[[str], bool]) -> list[str]:
    """The packages to ask apt for: of each library's names, the first that apt knows.

    When apt knows none (it has no lists yet) the oldest name is the safest: newer releases
    still answer to it.
    """
    return [next(filter(is_known, library.packages), library.packages[-1]) for library in libraries]


def line_to_type(packages: Sequence[str]) -> str:
    """The one command that an ordinary user types."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"


def provide(libraries: Sequence[Library], say: SAY, *, is_root: bool) -> None:
    """Install the libraries and a font where they are missing, on Debian and Ubuntu.

    Elsewhere nothing happens: `environment.check_qt` tells what Qt misses.

    Raises:
        SetupError: If it takes root's rights (the message holds the line to type), or if apt
            fails.
    """
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return
    absent = missing(libraries, can_load)
    fonts = () if has_fonts() else FONT_PACKAGES
    if not absent and not fonts:
        return
    if is_root:
        _apt_get("update", "-qq")
    packages = [*packages_for(absent, _apt_knows), *fonts]
    if not is_root:
        raise SetupError(
            f"Qt needs system libraries that are missing here. Type\n    {line_to_type(packages)}\n"
            "then try again."
        )
    say(f"Installing system libraries that Qt needs: {' '.join(packages)}")
    _apt_get("install", "-y", "-qq", "--no-install-recommends", *packages)
    if still := missing(libraries, can_load):
        names = ", ".join(library.soname for library in still)
        raise SetupError(f"apt has installed {' '.join(packages)}, yet Qt still misses {names}.")


def _apt_knows(package: str) -> bool:
    look_up = ["apt-cache", "show", "--no-all-versions", package]
    return subprocess.run(look_up, capture_output=True, check=False).returncode == 0


def _apt_get(*words: str) -> None:
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        ["apt-get", *words], env=environ, check=False, stdout=subprocess.PIPE, text=True
    )
    if done.returncode != 0:
        print(done.stdout)
        raise SetupError(
            f"'apt-get {' '.join(words)}' failed; the lines above say why. Mend that, or install "
            "the packages by hand; then try again."
        )
