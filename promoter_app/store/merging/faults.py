"""Why a strange file is left out, as code words. Light to import: the child process does."""

from __future__ import annotations


class FaultError(Exception):
    """Why a file is left out; `code` is one of the codes of promoter_app.store.merging.refusals."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
