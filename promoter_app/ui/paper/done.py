"""What stands in place of the questions: what is read here, or that all is clear and which page still lacks."""

from __future__ import annotations

from promoter_app.services.sheets.reading import ATTENDANCE, SheetPage, SheetReading
from promoter_app.ui.kit.frames import Card, Text


class DoneCard(Card):
    """Nothing is asked: before pictures come, and when every doubt is answered."""

    def __init__(self) -> None:
        super().__init__(padding=24)
        self.words = Text("", "heading", wrap=True)
        self.detail = Text("", "body", "ink2", wrap=True)
        self.body.addWidget(self.words)
        self.body.addWidget(self.detail)
        self.body.addStretch(1)

    def tell(self, reading: SheetReading) -> None:
        """Say what can be done now."""
        if not any(page.people for page in reading.pages):
            self.words.setText(self.tr("Aquí se leen las hojas que vuelven del campo."))
            self.detail.setText(
                self.tr("Listas de asistencia y hojas de respuestas de esta laptop. Solo se pregunta lo dudoso.")
            )
            return
        self.words.setText(self.tr("Todo está claro. Revisa y guarda."))
        sessions = ", ".join(dict.fromkeys(page.session.code for page in reading.pages))
        lacking = [self._lacks(page, number) for page, number in reading.missing()]
        self.detail.setText("\n".join([self.tr("Sesión: {0}").format(sessions), *lacking]))

    def _lacks(self, page: SheetPage, number: int) -> str:
        if page.kind == ATTENDANCE:
            words = self.tr("Falta la hoja {0} de la lista {1}. Puedes leerla ahora o después.")
        else:
            words = self.tr("Falta la hoja {0} de las respuestas {1}. Puedes leerla ahora o después.")
        return words.format(number, page.session.code)
