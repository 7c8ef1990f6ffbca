"""Check the page's modules with the TypeScript compiler (types are in JSDoc); for developers, needs npm.

Nothing is compiled here; scripts/bundle.py joins the modules into what the page runs.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "graph/onrecord/network/page"
COMPILER = "typescript@5.9.3"


def main() -> int:
    """Exit code of the compiler; 0 with a word where npm is not there."""
    npm = shutil.which("npm")
    if npm is None:
        print("page: no npm on this machine, types not checked")
        return 0
    command = [npm, "exec", "--yes", f"--package={COMPILER}", "--", "tsc", "-p", str(PAGE / "jsconfig.json")]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
