"""A PDF page by page inside the window, and on to a printer. QtPdf and the printing library come at first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.paint import draw_wrapped, fill_box

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

PRINT_DPI = 300
SAFE = Sentence("El papel está bien y se puede guardar.", "The paper is fine and can be saved.")


class Pdf:
    """An open PDF that lives in memory only: names never lie in a temporary folder."""

    def __init__(self, data: bytes, owner: QWidget) -> None:
        try:
            from PySide6.QtPdf import QPdfDocument
        except ImportError as error:
            raise Refusal(
                "no_preview",
                Sentence(
                    f"Este sistema no tiene con qué mostrar el PDF ({error}).",
                    f"This system lacks what shows the PDF ({error}).",
                ),
                SAFE,
                Sentence("Guarda el PDF y ábrelo con otro programa.", "Save the PDF and open it elsewhere."),
            ) from error
        self.data = data
        self._bytes = QByteArray(data)
        self._buffer = QBuffer(self._bytes, owner)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document: QPdfDocument = QPdfDocument(owner)
        self._document.load(self._buffer)

    @property
    def pages(self) -> int:
        """How many pages."""
        return self._document.pageCount()

    def size(self, page: int) -> tuple[float, float]:
        """Width and height of a page in points."""
        size = self._document.pagePointSize(page)
        return size.width(), size.height()

    def picture(self, page: int, width: int, height: int) -> QImage:
        """The page rendered on white at this size in pixels."""
        drawn = self._document.render(page, QSize(width, height))
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(tokens.SOL.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        return paper

    def close(self) -> None:
        """Let go of the document and its bytes."""
        self._document.close()
        self._document.deleteLater()
        self._buffer.close()
        self._buffer.deleteLater()


class PdfPreview(QWidget):
    """One page at a time, as large as fits; words in its place when there is nothing to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf: Pdf | None = None
        self._page = 0
        self._words = ""
        self._drawn: tuple[int, QSize, QImage] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)

    def show_pdf(self, pdf: Pdf | None, words: str = "") -> None:
        """Show the first page of `pdf`, or `words`."""
        self._pdf, self._words, self._page, self._drawn = pdf, words, 0, None
        self.setAccessibleName(words)
        self.update()

    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    def pages(self) -> int:
        """How many pages there are."""
        return self._pdf.pages if self._pdf is not None else 0

    def turn(self, step: int) -> None:
        """Show another page."""
        self._page = max(0, min(self._page + step, self.pages() - 1))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill_box(painter, box, tokens.RADIUS_CARD, theme.colour("off"))
        if self._pdf is None or not self._pdf.pages:
            draw_wrapped(painter, box.adjusted(24, 24, -24, -24), self._words, theme.font("body"), theme.colour("ink2"))
        else:
            self._paint_page(painter, box.adjusted(16, 16, -16, -16), self._pdf)
        painter.end()

    def _paint_page(self, painter: QPainter, room: QRectF, pdf: Pdf) -> None:
        width, height = pdf.size(self._page)
        scale = min(room.width() / width, room.height() / height)
        ratio = self.devicePixelRatioF()
        size = QSize(round(width * scale * ratio), round(height * scale * ratio))
        if self._drawn is None or self._drawn[:2] != (self._page, size):
            self._drawn = (self._page, size, pdf.picture(self._page, size.width(), size.height()))
        place = QRectF(0, 0, width * scale, height * scale)
        place.moveCenter(room.center())
        painter.drawImage(place, self._drawn[2])
        painter.setPen(theme.colour("line"))
        painter.drawRect(place)


def printers() -> list[str]:
    """Printers that the system has."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return [str(name) for name in QPrinterInfo.availablePrinterNames()]


def print_pdf(pdf: Pdf, printer: QPrinter) -> None:
    """Every page at its real size (cards must fit their cut marks), turned as the page is."""
    from PySide6.QtCore import QMarginsF, QSizeF
    from PySide6.QtGui import QPageLayout, QPageSize

    painter = QPainter()
    for page in range(pdf.pages):
        width, height = pdf.size(page)
        sheet = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
        way = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
        printer.setPageLayout(QPageLayout(sheet, way, QMarginsF(0, 0, 0, 0)))
        printer.setFullPage(True)
        if page:
            printer.newPage()
        elif not painter.begin(printer):
            raise _printer_failed()
        dots = printer.resolution() / 72
        image = pdf.picture(page, round(width / 72 * PRINT_DPI), round(height / 72 * PRINT_DPI))
        painter.drawImage(QRectF(0, 0, width * dots, height * dots), image)
    painter.end()


def _printer_failed() -> Refusal:
    return Refusal(
        "printer_failed",
        Sentence("La impresora no respondió.", "The printer did not answer."),
        SAFE,
        Sentence("Revisa que esté encendida, o guarda el PDF.", "Check that it is on, or save the PDF."),
    )
