"""Adds to a bill of materials the libraries that Quarkus adds to a component by itself, which Maven does not know.

Usage: complete.py BOM FILE..., where each file is the quarkus-app-dependencies.txt of a packaged component. Such a library has the licenses
of the others of its group and version.
"""

import json
import pathlib
import sys


def main(bom, files):
    document = json.loads(bom.read_text())
    known = {(one.get("group"), one["name"]) for one in document["components"]}
    licenses = {(one.get("group"), one["version"]): one.get("licenses", []) for one in document["components"]}
    for line in sorted({line for file in files for line in file.read_text().split()}):
        group, artifact, _, kind, version = line.split(":")
        if (group, artifact) in known:
            continue
        known.add((group, artifact))
        reference = f"pkg:maven/{group}/{artifact}@{version}?type={kind}"
        document["components"].append(
            {
                "type": "library",
                "bom-ref": reference,
                "group": group,
                "name": artifact,
                "version": version,
                "licenses": licenses.get((group, version), []),
                "purl": reference,
            }
        )
    bom.write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    paths = [pathlib.Path(argument) for argument in sys.argv[1:]]
    main(paths[0], paths[1:])
