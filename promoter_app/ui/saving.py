"""Files that leave the app: where to, with the folder of last time; how far they are; what came of them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.progress import ProgressPanel

PRINT_TO = "print_to"


def remember_place(folder: Folder, setting: str, path: Path) -> Path:
    """Keep the folder of `path` as the one to begin with next time; gives `path` back."""
    set_laptop_setting(folder, setting, str(path.parent))
    return path


def place_to_begin(last: str = "") -> Path:
    """Folder of last time, or of documents, or home: the first that exists (Qt takes another for a file's name)."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((Path(place) for place in (last, documents) if place and Path(place).is_dir()), Path.home())


def open_outside(path: Path) -> None:
    """Let the system's own program show a file."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class SavePlace(QObject):
    """Asks where a file goes; `setting` is the laptop setting that knows the folder of last time ("": nobody does)."""

    def __init__(self, desk: Desk, setting: str, window: QWidget) -> None:
        super().__init__(window)
        self.desk, self.setting, self.window = desk, setting, window

    def ask(self, name: str, kinds: str, then: Callable[[Path], None], words: str = "") -> None:
        """Ask for the place of `name` in the folder of last time; `then` gets it unless the person thought better."""

        def choose(last: str) -> None:
            out = self.choose(last, name, kinds, words)
            if out is not None:
                then(out)

        self.desk.road.ask(lambda folder: laptop_setting(folder, self.setting, ""), choose)

    def choose(self, last: str, name: str, kinds: str, words: str = "") -> Path | None:
        """The dialog, in the folder `last` if it is there (`place_to_begin`); a missing suffix is that of `name`."""
        title = words or self.tr("¿Dónde lo guardo?")
        chosen, _kind = QFileDialog.getSaveFileName(self.window, title, str(place_to_begin(last) / name), kinds)
        if not chosen:
            return None
        out, suffix = Path(chosen), Path(name).suffix
        return out if out.suffix.lower() == suffix else out.with_name(f"{out.name}{suffix}")


class Saving(SavePlace):
    """Owns one writing at a time; says what came of it in `banner` and how far it is in `progress`."""

    _advanced = Signal(int, int)

    def __init__(self, desk: Desk, setting: str, banner: Banner, progress: ProgressPanel, window: QWidget) -> None:
        super().__init__(desk, setting, window)
        self.banner, self.progress = banner, progress
        self._stop = threading.Event()
        self._last: Path | None = None
        progress.cancelled.connect(self._stop.set)
        self._advanced.connect(progress.advance)
        banner.acted.connect(self._act)

    def begin(self, words: str, cancel_word: str = "") -> tuple[Callable[[int, int], None], Callable[[], bool]]:
        """Writing begins: who is told how far it is, and who knows whether it should stop."""
        self._stop.clear()
        self.banner.clear()
        self.progress.begin(words, cancel_word=cancel_word)
        return self._advanced.emit, self._stop.is_set

    def written(self, path: Path, title: str, *, opens: bool = True) -> None:
        """The file is there; with `opens` the banner offers to open it."""
        self.progress.end()
        self._last = path
        actions = (("open", self.tr("Abrir")),) if opens else ()
        self.banner.tell("green", title, str(path.parent), (*actions, ("close", self.tr("Entendido"))))

    def refused(self, refusal: Refusal) -> None:
        """It did not go, or somebody stopped it."""
        self.progress.end()
        kind = "blue" if refusal.code == "stopped" else "red"
        self.banner.tell(kind, *self.desk.said(refusal), (("close", self.tr("Entendido")),))

    def _act(self, action: str) -> None:
        if action == "open" and self._last is not None:
            open_outside(self._last)
        elif action == "close":
            self.banner.clear()
