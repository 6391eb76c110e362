"""What can go wrong with keys, as Refusals a person can act on."""

from __future__ import annotations

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

_SAFE = Sentence("Los datos siguen cifrados y completos.", "The data are still encrypted and whole.")


def wrong_passphrase() -> Refusal:
    """The slot is sound and the words are not its own."""
    return Refusal(
        "wrong_passphrase",
        Sentence("Esa contraseña no abre.", "That passphrase does not open it."),
        _SAFE,
        Sentence(
            "Revisa mayúsculas y acentos; si la olvidaste, la oficina la repone con la hoja de recuperación.",
            "Check capitals and accents; if it is forgotten, the office renews it with the recovery sheet.",
        ),
    )


def wait_first(seconds: int) -> Refusal:
    """Too many wrong tries: `seconds` to go."""
    return Refusal(
        "wait",
        Sentence(f"Espera {seconds} segundos para probar otra vez.", f"Wait {seconds} seconds before the next try."),
        _SAFE,
        Sentence("Después escribe la contraseña con calma.", "Then type the passphrase without hurry."),
    )


def damaged_keys() -> Refusal:
    """A file of keys cannot be read: not a matter of the passphrase."""
    return Refusal(
        "keys_damaged",
        Sentence("El archivo de llaves de esta persona está dañado.", "This person's key file is damaged."),
        _SAFE,
        Sentence(
            "Entra con otra persona o con la hoja de recuperación.",
            "Come in as somebody else or with the recovery sheet.",
        ),
    )


def nobody_here() -> Refusal:
    """No slot for whoever was named."""
    return Refusal(
        "unknown_person",
        Sentence("Esa persona no entra en esta laptop.", "That person does not use this laptop."),
        _SAFE,
        Sentence("Elige a otra persona de la lista.", "Choose somebody on the list."),
    )


def wrong_sheet() -> Refusal:
    """The recovery key is sound and opens another project, or an older sheet."""
    return Refusal(
        "wrong_sheet",
        Sentence("Esa hoja de recuperación no es de esta carpeta.", "That recovery sheet is not for this folder."),
        _SAFE,
        Sentence("Busca la hoja más reciente del proyecto.", "Look for the project's latest sheet."),
    )


def unreadable_words() -> Refusal:
    """What was typed or scanned is no recovery key."""
    return Refusal(
        "not_a_recovery_key",
        Sentence("Faltan palabras o alguna está mal escrita.", "Words are missing or misspelt."),
        NOTHING_CHANGED,
        Sentence("Son 24 palabras: revísalas una por una.", "There are 24 words: check them one by one."),
    )


def no_recovery_copy() -> Refusal:
    """This folder was protected without a recovery key."""
    return Refusal(
        "no_recovery_copy",
        Sentence("Esta carpeta no tiene copia de recuperación.", "This folder has no recovery copy."),
        _SAFE,
        Sentence("Solo se abre con una contraseña.", "Only a passphrase opens it."),
    )


def not_for_us() -> Refusal:
    """A sealed thing that none of our keys opens."""
    return Refusal(
        "sealed_for_others",
        Sentence("Está sellado para otra oficina, o dañado.", "It is sealed for another office, or damaged."),
        NOTHING_CHANGED,
        Sentence("Pide la entrega otra vez, hecha para este proyecto.", "Ask for it again, made for this project."),
    )


def wrong_words() -> Refusal:
    """The words typed are not those of the package."""
    return Refusal(
        "wrong_words",
        Sentence("Esas palabras no abren esta lista.", "Those words do not open this list."),
        NOTHING_CHANGED,
        Sentence(
            "Son seis palabras, en orden: revísalas con la oficina.",
            "There are six words, in order: check them with the office.",
        ),
    )


def words_wanted() -> Refusal:
    """The package waits for its words."""
    return Refusal(
        "words_wanted",
        Sentence("Es una lista que se abre con seis palabras.", "It is a list that opens with six words."),
        NOTHING_CHANGED,
        Sentence(
            "Tráela en la laptop a la que va, con las palabras que dio la oficina.",
            "Bring it on the laptop it is for, with the words that the office gave.",
        ),
    )


def changed_package() -> Refusal:
    """A sealed package whose bytes are not those that were written."""
    return Refusal(
        "tampered",
        Sentence(
            "El paquete cambió después de firmarse, o está incompleto.",
            "The package changed after it was signed, or is cut short.",
        ),
        NOTHING_CHANGED,
        Sentence("Pide que lo entreguen otra vez desde esa laptop.", "Ask for it again from that laptop."),
    )
