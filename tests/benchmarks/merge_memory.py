"""A fresh process that unites files and tells its own peak of memory and its child's: `... FOLDER FILE...`."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from promoter_app.edge import Edge
from promoter_app.services.folder import open_folder
from promoter_app.services.merging import receiving


def main(place: Path, files: list[Path]) -> None:
    """Prints two numbers of MiB: this process, and at most that of the process that opened the files.

    What getrusage says of a process counts what its parent weighed when it began: nothing for its own, see VmHWM.
    """
    folder, edge = open_folder(place), Edge("Coordinación", role="coordinator")
    plan = receiving.look_at(folder, edge.stamp(), files)
    receiving.unite(folder, edge.stamp(), plan)
    folder.close()
    own = next(line for line in Path("/proc/self/status").read_text("utf-8").splitlines() if line.startswith("VmHWM"))
    print(int(own.split()[1]) / 1024, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
