"""A child process for a disk that fills up: `python -m tests.faults.full_disk_child FOLDER SESSION CODES...`.

Files may not grow beyond 64 kB more than the log has now; each card's answer is a line `present NAME` or
`refused CODE SENTENCES`. After the first refusal the space comes back and the cards go on from the refused one.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.folder import open_folder
from promoter_app.services.sessions import attendance, sessions

ROOM = 64 * 1024


def main(place: str, name: str, codes: list[str]) -> None:
    """Scan until the disk is full, free it, go on."""
    folder, edge = open_folder(Path(place)), Edge("Lupita Ramos")
    session = sessions.find_session(folder, name)
    sessions.start_session(folder, edge.stamp(), session.id)
    log = (Path(place) / "surco.db-wal").stat().st_size
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log + ROOM, hard))
    waiting = list(codes)
    while waiting:
        try:
            outcome = attendance.record_scan(folder, edge.stamp(), session.id, waiting[0]).outcome
        except Refusal as refusal:
            print("refused", refusal.code, refusal.text("es"), sep="\t", flush=True)
            print("here", attendance.tally(folder, session.id).present, sep="\t", flush=True)
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
            continue
        assert outcome.person is not None
        print(outcome.state.value, outcome.person.name, sep="\t", flush=True)
        waiting.pop(0)
    folder.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
