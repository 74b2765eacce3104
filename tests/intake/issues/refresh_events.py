"""Rewrites what is expected of every event: `python tests/intake/issues/refresh_events.py`, then read the diff."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.append(str(Path(__file__).parents[3]))

from tests.intake.issues.event_cases import CASES, expected, outcome
from tests.toy_project import toy_project


def main() -> None:
    with TemporaryDirectory() as folder:
        project = toy_project(Path(folder) / "toy")
        for case in CASES:
            wanted = outcome(project, case)
            path = expected(case)
            if not path.is_file() or path.read_text(encoding="utf-8") != wanted:
                path.write_text(wanted, encoding="utf-8", newline="\n")
                print(path.name)


if __name__ == "__main__":
    main()
