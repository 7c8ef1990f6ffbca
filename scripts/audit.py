"""``make audit``: look every pinned dependency up among known vulnerabilities, with pip-audit.

It asks PyPI's advisories and, if they cannot be reached, OSV's. Status 1 if a pinned version has a known vulnerability;
if neither service can be reached, this is said and the status is 0, so that a machine without one can run the rest.
A fault of the audit itself, such as a requirement file that cannot be read, is told as what it is, with status 2.
pip-audit has an environment of its own, because it pins another pip than the one that installs Onrecord.
"""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".cache" / "audit"
FILES = ("runtime", "dev", "build", "spark", "audit")
"""Names of the requirement files whose pins are looked up."""
SERVICES = ("pypi", "osv")
_SECONDS = 120
"""How long one service may take for all files."""
_UNREACHABLE = (
    "ConnectionError",
    "ServiceError",
    "Could not connect",
    "timed out",
    "HTTPError",
    "Max retries exceeded",
)
"""What pip-audit prints when a service does not answer."""


class AuditError(Exception):
    """pip-audit ended with a fault of its own."""


def main() -> int:
    """Print what is known of the pinned versions."""
    try:
        program = _installed()
    except subprocess.CalledProcessError:
        print("Not audited: pip-audit could not be installed")
        return 0
    for service in SERVICES:
        try:
            found = _asked(program, service)
        except AuditError as error:
            print(f"Not audited: {error}", file=sys.stderr)
            return 2
        if found is None:
            continue
        named, faulty = {item["name"] for item in found}, vulnerable(found)
        for line in faulty:
            print(line)
        print(f"{len(named)} dependencies looked up with {service}: {len(faulty) or 'no'} known vulnerabilities")
        return 1 if faulty else 0
    print(f"Not audited: none of the services {', '.join(SERVICES)} can be reached from here")
    return 0


def _installed() -> Path:
    program = HOME / "bin" / "pip-audit"
    if not program.exists():
        venv.create(HOME, with_pip=True, clear=True)
        pinned = ["--require-hashes", "--no-deps", "-r", str(ROOT / "requirements" / "audit.txt")]
        subprocess.run([HOME / "bin" / "python", "-m", "pip", "install", "-qq", *pinned], check=True)
    return program


def _asked(program: Path, service: str) -> list[dict[str, Any]] | None:
    """What `service` knows of each dependency; None if it cannot be reached. Raises AuditError for any other fault."""
    files = [part for name in FILES for part in ("-r", str(ROOT / "requirements" / f"{name}.txt"))]
    options = [
        "--disable-pip",
        "--require-hashes",
        "--format=json",
        "--progress-spinner=off",
        "--vulnerability-service",
    ]
    command = [str(program), *options, service]
    try:
        done = subprocess.run([*command, *files], capture_output=True, text=True, check=False, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    return understood(done.stdout, done.stderr)


def understood(answer: str, faults: str) -> list[dict[str, Any]] | None:
    """The dependencies in what pip-audit answered; None if it says that the service does not answer.

    Raises AuditError, with the last line of `faults`, for any other fault.
    """
    try:
        return looked_up(json.loads(answer))
    except json.JSONDecodeError as error:
        if any(words in faults for words in _UNREACHABLE):
            return None
        raise AuditError((faults.strip().splitlines() or ["pip-audit printed nothing"])[-1]) from error


def looked_up(answer: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The dependencies that the service knows; None if it knows none, which means that it does not answer."""
    return [item for item in answer["dependencies"] if "skip_reason" not in item] or None


def vulnerable(found: list[dict[str, Any]]) -> list[str]:
    """A line for each known vulnerability: the dependency, its version, the vulnerability, the versions without it."""
    return sorted(
        f"{item['name']} {item['version']}: {one['id']}, mended in {', '.join(one['fix_versions']) or 'no version yet'}"
        for item in found
        for one in item["vulns"]
    )


if __name__ == "__main__":
    sys.exit(main())
