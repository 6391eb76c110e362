"""The scanner's self-test: scan a printed card, read what is right and what to mend."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from promoter_app.ui.kit.announcing import announce
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Chip, Text
from promoter_app.ui.settings.scanner_check import Finding, ScannerListener

_TONES = {Finding.GOOD: ("green", "ph.check-circle-fill"), Finding.TAB_SUFFIX: ("green", "ph.check-circle-fill")}


class ScannerCard(Card):
    """A card of Ajustes and of the first start. It listens only after its button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self.words = Text("", "body", wrap=True)
        self.result = Chip("")
        self.advice = Text("", "strong", wrap=True)
        self.start_button = KeyButton("", "ph.barcode-bold", size="small")
        self._finding: Finding | None = None
        self._listener: ScannerListener | None = None
        for part in (self.words, self.result, self.advice):
            self.body.addWidget(part)
        self.body.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.start_button.clicked.connect(self._toggle)
        self.result.hide()
        self.advice.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        listening = self._listener is not None and self._listener.is_listening
        self.set_heading(self.tr("Lector de tarjetas"))
        self.words.setText(
            self.tr("Escanea ahora una tarjeta impresa. Esc termina.")
            if listening
            else self.tr("Conecta el lector USB, aprieta el botón y escanea cualquier tarjeta impresa de Surco.")
        )
        self.start_button.setText(self.tr("Terminar la prueba") if listening else self.tr("Probar el lector"))
        if self._finding is not None:
            self._say(self._finding)

    def finding(self) -> Finding | None:
        """What the last scan showed, or None before one."""
        return self._finding

    def _toggle(self) -> None:
        if self._listener is not None and self._listener.is_listening:
            self._stop()
            return
        app = QApplication.instance()
        if app is None:
            return
        if self._listener is None:
            self._listener = ScannerListener(app, parent=self)
            self._listener.heard.connect(self._heard)
        self._listener.start()
        self.retranslate()
        announce(self, self.words.text())

    def _stop(self) -> None:
        if self._listener is not None:
            self._listener.stop()
        self.retranslate()

    def _heard(self, finding: Finding, _letters: str) -> None:
        self._finding = finding
        self._stop()

    def _say(self, finding: Finding) -> None:
        good = self.tr("El lector sirve")
        trouble = self.tr("Hay que arreglar algo")
        tone, icon = _TONES.get(finding, ("amber", "ph.warning-fill"))
        self.result.set_chip(good if tone == "green" else trouble, icon, tone)
        self.advice.setText(self._advice(finding))
        self.result.show()
        self.advice.show()
        announce(self, f"{self.result.text()}. {self.advice.text()}")

    def _advice(self, finding: Finding) -> str:
        return {
            Finding.GOOD: self.tr("Leyó la tarjeta y terminó con Enter. No hay nada que cambiar."),
            Finding.TAB_SUFFIX: self.tr("Leyó la tarjeta y terminó con Tab. Así también se entiende."),
            Finding.NO_SUFFIX: self.tr(
                "Leyó la tarjeta y no manda Enter al final. Se entiende, más despacio. Escanea «Add Enter» o «CR "
                "suffix» en la hoja del lector."
            ),
            Finding.LAYOUT: self.tr(
                "Leyó la tarjeta con las letras cambiadas: está puesto Bloq Mayús o el lector espera otro teclado. "
                "Se entiende; quita Bloq Mayús o escanea «USA keyboard» en la hoja del lector."
            ),
            Finding.SLOW: self.tr(
                "Escribió despacio, como una persona. Escanea «no delay» o «fast» en la hoja del lector."
            ),
            Finding.FOREIGN: self.tr(
                "Lo que llegó no es una tarjeta de Surco. Si lo era, el lector espera otro teclado: escanea "
                "«USA keyboard» en su hoja y prueba otra vez."
            ),
        }[finding]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._listener is not None and self._listener.is_listening:
            self._stop()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._listener is not None and self._listener.is_listening:
            self._stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_listener"):
            self.retranslate()
