"""Plays one recording at a time. QtMultimedia is loaded at the first one and may be missing: then it is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal


class Player(QObject):
    """`play` a file or `stop`; `changed` is sent when what plays, or how far it is, changed."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media: Any = None
        self._path: Path | None = None
        self.heard: set[Path] = set()

    def playing(self) -> Path | None:
        """The file that plays now."""
        return self._path

    def position(self) -> tuple[int, int]:
        """Seconds played and seconds in all; zeros while nothing plays."""
        if self._media is None or self._path is None:
            return 0, 0
        return self._media.position() // 1000, self._media.duration() // 1000

    def play(self, path: Path) -> bool:
        """Play `path` from the start; the one that plays stops. False when this laptop has no sound."""
        self.stop()
        try:
            self._media = self._media or load_media(self)
        except ImportError:
            return False
        self._path = path
        self._media.setSource(QUrl.fromLocalFile(str(path)))
        self._media.play()
        self.changed.emit()
        return True

    def stop(self) -> None:
        """Silence."""
        if self._path is not None:
            self._path = None
            self._media.stop()
            self.changed.emit()

    def ended(self) -> None:
        """The recording came to its end."""
        if self._path is not None:
            self.heard.add(self._path)
            self._path = None
            self.changed.emit()


def load_media(player: Player) -> Any:
    """A QMediaPlayer; ImportError when QtMultimedia or a library it needs is not on this computer."""
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

    media = QMediaPlayer(player)
    media.setAudioOutput(QAudioOutput(media))
    media.positionChanged.connect(lambda _at: player.changed.emit())
    status = QMediaPlayer.MediaStatus
    media.mediaStatusChanged.connect(
        lambda now: player.ended() if now in (status.EndOfMedia, status.InvalidMedia) else None
    )
    return media
