"""Cards: blanks are numbered in blocks per laptop, so that no server hands out numbers; a lost card is replaced."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from promoter_app.domain.cards import BLOCK_SIZE, BLOCKS, MAX_TAG, CodeKind, card_label, make_code
from promoter_app.domain.done import Done
from promoter_app.domain.markers import marker_number
from promoter_app.domain.papers.cards import CardBatch, Matrix, WorkerCard
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder, project_tag
from promoter_app.store import people as store
from promoter_app.store.writer import Writer

MOST_AT_ONCE = 5000
Draw = Callable[[int], int]


@dataclass(frozen=True)
class Blanks:
    """Cards numbered just now: their batch and (number, code) in order."""

    batch: str
    cards: tuple[tuple[int, str], ...]

    def on_paper(self) -> CardBatch:
        """The same, ready to print, without names, with the markers on their backs."""
        cards = tuple(WorkerCard(code, card_label(number), "", marker_of(number)) for number, code in self.cards)
        return CardBatch(self.batch, cards)


def marker_of(number: int) -> Matrix:
    """The square on the back of card `number`, with which its holder answers in a test of the whole crew."""
    from promoter_app.capture.crew_markers import marker_matrix

    return marker_matrix(marker_number(number))


def issue_blanks(folder: Folder, stamp: Stamp, count: int, draw: Draw) -> Done[Blanks]:
    """Number `count` new blank cards from this laptop's blocks; `draw(n)` gives a random number below n.

    A block that is used up is followed by another drawn one; numbers never come twice on one laptop. Raises
    Refusal for a count that is not 1..5000 or when the folder has no project.
    """
    if not 1 <= count <= MOST_AT_ONCE:
        raise Refusal(
            "impossible_count",
            Sentence(f"Se pueden numerar de 1 a {MOST_AT_ONCE} tarjetas.", f"From 1 to {MOST_AT_ONCE} cards at once."),
            NOTHING_CHANGED,
            Sentence("Pide otra cantidad.", "Ask for another number."),
        )
    tag = project_tag(folder)
    if tag is None or not 0 <= tag <= MAX_TAG:
        raise Refusal(
            "no_project",
            Sentence("Esta carpeta todavía no tiene proyecto.", "This folder has no project yet."),
            NOTHING_CHANGED,
            Sentence("Abre Surco una vez y repite.", "Open Surco once and repeat."),
        )
    batch = f"{stamp.today}-{stamp.wall % 100_000:05d}"
    with folder.book.writing(stamp) as write:
        device = folder.book.device(stamp)
        numbers = _free_numbers(folder, write, device, count, draw)
        cards = tuple((number, make_code(CodeKind.CARD, tag, number).text) for number in numbers)
        write.add_many("card", [{"number": number, "code": code, "batch": batch} for number, code in cards])
    label = Sentence(f"Deshacer: {count} tarjetas en blanco", f"Undo: {count} blank cards")
    return Done(Blanks(batch, cards), write.changes, write.undo(label))


def _free_numbers(folder: Folder, write: Writer, device: bytes, count: int, draw: Draw) -> list[int]:
    numbers: list[int] = []
    for block in store.card_blocks(folder.book, device):
        numbers += _rest_of(folder, block["first"], block["size"])
    taken = {block["first"] // BLOCK_SIZE for block in store.card_blocks(folder.book, None)}
    while len(numbers) < count:
        chosen = draw(BLOCKS)
        if chosen in taken:
            continue
        taken.add(chosen)
        first = chosen * BLOCK_SIZE
        write.add("card_block", device=device, first=first, size=BLOCK_SIZE)
        numbers += _rest_of(folder, first, BLOCK_SIZE)
    return numbers[:count]


def _rest_of(folder: Folder, first: int, size: int) -> list[int]:
    highest = store.highest_card_number(folder.book, first, size)
    return list(range(first if highest is None else highest + 1, first + size))


def report_lost(folder: Folder, stamp: Stamp, card: bytes, reason: str = "lost") -> Done[None]:
    """Cancel a card that was lost; a scan of it says so from now on."""
    with folder.book.writing(stamp) as write:
        write.add("card_cancel", card=card, reason=reason)
    return Done(None, write.changes, write.undo(Sentence("Deshacer: tarjeta anulada", "Undo: cancelled card")))
