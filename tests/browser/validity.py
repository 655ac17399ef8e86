"""Whether HTML is valid, as html-validate judges it."""

import json

from tests import node

RULES = {
    "extends": ["html-validate:standard", "html-validate:document"],
    "rules": {
        # Scripts and styles are the site's own.
        "require-sri": ["error", {"target": "crossorigin"}],
        # How a text is laid out in the source, and what HTML leaves to taste.
        "long-title": "off",
        "no-trailing-whitespace": "off",
    },
}


def complaints(folder):
    """Sentences, each with the file and the line it is about."""
    (folder / ".htmlvalidate.json").write_text(json.dumps({"root": True, **RULES}))
    report = folder / "report.json"
    ran = node.run(
        "html-validate/bin/html-validate.mjs",
        # Through a pipe, the end of a long report is lost.
        *("--formatter", f"json={report}", "."),
        cwd=folder,
    )
    assert ran.stderr == ""
    return [
        f"{file['filePath']}:{found['line']} {found['ruleId']}: {found['message']}"
        for file in json.loads(report.read_text())
        for found in file["messages"]
    ]
