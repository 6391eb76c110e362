"""What a coordinator does with a topic at one press: pieces taken away or moved, topics put in a course or taken out.

Each press saves a new version, or the last word on a course; Ctrl+Z takes it back. Forms are in `edit_part`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from promoter_app.domain.curriculum import composing, editing
from promoter_app.domain.curriculum.course import ItemKind, Module
from promoter_app.domain.curriculum.editing import Editable, Values
from promoter_app.domain.done import Done
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.topics import courses, versions
from promoter_app.ui.desk import Desk
from promoter_app.ui.topics.edit_part import EditPart


class Changing(QObject):
    """One per page. `done` hears what to show next: a topic's code, "" for the same one."""

    def __init__(self, desk: Desk, edit: EditPart, done: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.edit, self._done = desk, edit, done

    # forms
    def topic(self, module: Module, *, taught: bool) -> None:
        """Its titles and minutes; its level only while no course has it."""
        if taught:
            self._begin(self.tr("Título y minutos"), editing.module_form(module), module, editing.with_module)
        else:
            self._begin(self.tr("Título, nivel y minutos"), composing.topic_form(module), module,
                        composing.with_topic_form)  # fmt: skip

    def new_topic(self, crop: str) -> None:
        """A topic that begins beside the course."""
        content = self.desk.courses

        def work(folder: Folder, stamp: Stamp, values: Values) -> Done[str]:
            return courses.new_topic(folder, stamp, content, crop, values)

        form = composing.topic_form(composing.new_topic(""))
        self.edit.begin(self.tr("Tema nuevo"), form, work, self._began)

    def card(self, module: Module, at: int) -> None:
        """Word a card otherwise."""
        heading, form = self.tr("Ficha {0}").format(at + 1), editing.card_form(module.cards[at])
        self._begin(heading, form, module, lambda whole, values: editing.with_card(whole, at, values))

    def new_card(self, module: Module, after: int) -> None:
        """One more card after this one."""
        form = editing.card_form(composing.new_card())
        self._begin(self.tr("Ficha nueva"), form, module, lambda whole, v: composing.with_new_card(whole, after, v))

    def item(self, module: Module, at: int) -> None:
        """Change a question, its answers and the right one."""
        heading, form = self.tr("Pregunta {0}").format(at + 1), editing.item_form(module.items[at])
        self._begin(heading, form, module, lambda whole, values: editing.with_item(whole, at, values))

    def new_item(self, module: Module, kind: ItemKind) -> None:
        """One more question, under a name that none ever had."""
        content = self.desk.courses

        def work(folder: Folder, stamp: Stamp, values: Values) -> Done[int]:
            used = courses.used_items(folder, module)
            made = composing.with_new_item(module, kind, values, used)
            return versions.save_version(folder, stamp, content, made)

        form = editing.item_form(composing.new_item(kind))
        self.edit.begin(self.tr("Pregunta nueva"), form, work, self._saved)

    def law(self, module: Module, at: int) -> None:
        """When a law was compared, and what it says."""
        form = editing.legal_form(module.legal[at])
        self._begin(module.legal[at].ref, form, module, lambda whole, values: editing.with_legal(whole, at, values))

    def _begin(
        self, heading: str, form: Editable, module: Module, change: Callable[[Module, Values], Module]
    ) -> None:
        content = self.desk.courses

        def work(folder: Folder, stamp: Stamp, values: Values) -> Done[int]:
            return versions.save_version(folder, stamp, content, change(module, values))

        self.edit.begin(heading, form, work, self._saved)

    # at one press
    def remove_card(self, module: Module, at: int) -> None:
        """The card goes from the next version on."""
        self._save(composing.without_card(module, at))

    def move_card(self, module: Module, at: int, by: int) -> None:
        """The card comes earlier (-1) or later (1)."""
        self._save(composing.with_card_moved(module, at, by))

    def remove_item(self, module: Module, at: int) -> None:
        """The question goes from the next version on; what was answered stays."""
        self._save(composing.without_item(module, at))

    def place(self, crop: str, module: Module, *, taught: bool) -> None:
        """Put the topic in the course, or take it out."""
        content, act = self.desk.courses, courses.put_in if taught else courses.take_out
        words = self.tr("El tema está en el curso") if taught else self.tr("El tema salió del curso")
        detail = self.tr("Lo que ya se dio se queda. Ctrl+Z lo deshace.")

        def placed(_none: None) -> None:
            self.desk.tell("green", words, detail)
            self._done("")

        self.desk.road.do(lambda folder, stamp: act(folder, stamp, content, crop, module), placed)

    def _save(self, module: Module) -> None:
        content = self.desk.courses
        self.desk.road.do(lambda folder, stamp: versions.save_version(folder, stamp, content, module), self._saved)

    def _saved(self, version: object) -> None:
        self.desk.tell("green", self.tr("Guardado como versión {0}").format(version), self.tr("Ctrl+Z lo deshace."))
        self._done("")

    def _began(self, code: object) -> None:
        self.desk.tell("green", self.tr("El tema nuevo está al final, fuera del curso"),
                       self.tr("Ponle fichas y tres preguntas; después ponlo en el curso."))  # fmt: skip
        self._done(str(code))


