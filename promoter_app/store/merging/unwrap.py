"""The one place where a file that came in becomes a clear SQLite file: itself, or what a sealed package holds."""

from __future__ import annotations

from pathlib import Path

from promoter_app.domain.refusal import Refusal
from promoter_app.store.keys import packages
from promoter_app.store.keys.packages import Keyring
from promoter_app.store.merging.faults import FaultError
from promoter_app.store.merging.seal import put_seal

_NOBODY = Keyring((), {})


def unwrap(path: Path, temporary_folder: Path, keyring: Keyring | None = None) -> Path:
    """The clear package inside `path`: itself, or a new file in `temporary_folder`. Raises FaultError when it cannot.

    A sealed package is verified first: sealed to us, signed, unchanged, by a key that its laptop used before (a laptop
    never heard of is believed). Never changes `path`. `temporary_folder` is removed with the plan.
    """
    if not packages.is_sealed(path):
        return path
    inside, clear = temporary_folder / "sellado.part", temporary_folder / "abierto.part"
    try:
        packages.decrypt_pages(packages.read_sealed(path, inside, keyring or _NOBODY), clear)
        put_seal(clear)
    except Refusal as refusal:
        raise FaultError(refusal.code) from refusal
    except ValueError as error:
        raise FaultError("tampered") from error
    finally:
        inside.unlink(missing_ok=True)
    return clear
