"""A project of a stranger who has installed the client as it is published."""

import json
import re
from pathlib import Path

from tests import node

# What a careful project has, also for what it has installed (`skipLibCheck`).
COMPILER = {
    "strict": True,
    "skipLibCheck": False,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "verbatimModuleSyntax": True,
    "noEmit": True,
    "module": "nodenext",
    "target": "esnext",
    "lib": ["esnext", "dom"],
    "types": [],
}


def make_project(folder: Path) -> Path:
    """Build and pack the client, and install it below ``folder``; return the folder."""
    npm("run", "build", cwd=node.CLIENT)
    packed = npm("pack", "--json", "--pack-destination", folder, cwd=node.CLIENT)
    archive = json.loads(packed)[0]["filename"]
    (folder / "package.json").write_text('{"type": "module", "private": true}')
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": COMPILER}))
    # What it depends on is in npm's cache, since the client itself was installed.
    npm("install", "--prefer-offline", "--no-audit", f"./{archive}", cwd=folder)
    return folder


def generate(description: Path | str, file: Path) -> str:
    """Write the types of a description, a file or an address; return them."""
    program = "openapi-typescript/bin/cli.js"
    ran = node.run(program, description, "--output", file, package=node.CLIENT)
    assert (ran.returncode, ran.stderr) == (0, "")
    return file.read_text()


def npm(*arguments: str | Path, cwd: Path) -> str:
    ran = node.start(node.NPM, *arguments, cwd=cwd)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def complaints(project: Path, *options: str) -> str:
    """Return what the compiler says of all that is written in the project."""
    compiler = "typescript/bin/tsc"
    return node.run(compiler, *options, package=node.CLIENT, cwd=project).stdout


def examples_in(document: Path) -> str:
    """Return the examples in TypeScript of a document, as one module."""
    fences = re.findall(r"```ts\n(.*?)```", document.read_text(), re.DOTALL)
    return "\n".join(fences)
