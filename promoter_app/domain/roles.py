"""Who may do what: the office decides on plans, people, texts and numbers; a promoter teaches and registers."""

from __future__ import annotations

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Role, Stamp


def require_coordinator(stamp: Stamp) -> None:
    """Refuse (`not_allowed`) an intention of the office to anybody else; call it first in the service."""
    if stamp.role != "coordinator":
        raise Refusal(
            "not_allowed",
            Sentence("Eso lo hace la coordinación.", "That is for a coordinator to do."),
            NOTHING_CHANGED,
            Sentence(
                "Pídelo en la oficina, o entra como coordinación.",
                "Ask at the office, or come in as a coordinator.",
            ),
        )


def role_named(text: str) -> Role:
    """The role that a kept word means; anything unknown is a promoter, who may do least."""
    return "coordinator" if text == "coordinator" else "promoter"
