"""What somebody was not allowed to do, in words: one for each name that a service gives to `office_only`."""

from __future__ import annotations

from PySide6.QtCore import QObject


class RefusedWords(QObject):
    """Words of the trace's refusals; a name of another version of Surco is said as it is."""

    def of(self, what: str) -> str:
        """What was asked for."""
        return (self._of_work() | self._of_office()).get(what, what)

    def _of_work(self) -> dict[str, str]:
        return {
            "accept_plan": self.tr("Aceptar un plan"),
            "accept_moves": self.tr("Aceptar cambios del plan"),
            "tell_by_hand": self.tr("Anotar una cifra a mano"),
            "rate": self.tr("Valorar un avance"),
            "log_adaptation": self.tr("Anotar un cambio de rumbo"),
            "freeze_sample": self.tr("Fijar una muestra"),
            "close_period": self.tr("Cerrar un periodo"),
            "give_reason": self.tr("Escribir el motivo de un cambio"),
            "comment": self.tr("Comentar una cifra"),
            "receive": self.tr("Recibir entregas"),
            "merge": self.tr("Unir entregas"),
            "return_to_copy": self.tr("Volver a una copia"),
            "new_topic": self.tr("Hacer un tema nuevo"),
            "put_in": self.tr("Poner un tema en el camino"),
            "take_out": self.tr("Quitar un tema del camino"),
            "save_version": self.tr("Guardar una versión de un tema"),
            "add_recording": self.tr("Agregar una grabación"),
            "merge_record": self.tr("Guardar el acta de una unión"),
            "publish": self.tr("Publicar en la base de la oficina"),
            "decide_conflict": self.tr("Decidir una diferencia"),
            "copy_last_week": self.tr("Copiar la semana pasada"),
            "session_of_others": self.tr("Cambiar una sesión de otra persona"),
        }

    def _of_office(self) -> dict[str, str]:
        return {
            "set_up": self.tr("Preparar el proyecto"),
            "name_project": self.tr("Poner nombre al proyecto"),
            "set_rules": self.tr("Cambiar las reglas del proyecto"),
            "set_plan_rules": self.tr("Cambiar las reglas del plan"),
            "block": self.tr("Bloquear los datos de una persona"),
            "suppress": self.tr("Borrar los datos de una persona"),
            "access_report": self.tr("Guardar los datos de una persona para ella"),
            "export_clear": self.tr("Entregar sin sellar"),
            "give_roster": self.tr("Dar una lista a una laptop"),
            "start_season": self.tr("Empezar una temporada"),
            "add_person": self.tr("Agregar a quien entra"),
            "remove_person": self.tr("Quitar a quien entra"),
            "renew_recovery": self.tr("Cambiar la hoja de recuperación"),
            "make_project_keys": self.tr("Hacer las llaves del proyecto"),
            "bring_office_key": self.tr("Traer la llave de la oficina"),
            "set_safeguarding": self.tr("Decir a quién van las notas selladas"),
            "follow_keys": self.tr("Aceptar otras llaves del proyecto"),
            "unite_people": self.tr("Unir a dos personas"),
            "keep_people_apart": self.tr("Dejar separadas a dos personas"),
            "part_people": self.tr("Separar a dos personas unidas"),
            "carry_out": self.tr("Traer una lista de personas"),
        }
