"""Rewrites the expected report of every invalid case: `python tests/reading/refresh_invalid.py`, then read the diff."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.append(str(Path(__file__).parents[2]))

from tests.reading.invalid_cases import INVALID, invalid_cases, report
from tests.toy_project import toy_project


def main() -> None:
    changed = 0
    with TemporaryDirectory() as folder:
        project = toy_project(Path(folder))
        for case in invalid_cases():
            wanted = report(project, case).encode("utf-8")
            if not case.expected.is_file() or case.expected.read_bytes() != wanted:
                case.expected.write_bytes(wanted)
                print(case.expected.relative_to(INVALID))
                changed += 1
    print(f"{changed} of {len(invalid_cases())} expected reports rewritten.")


if __name__ == "__main__":
    main()
