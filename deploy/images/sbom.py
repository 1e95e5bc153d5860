"""Prints the bill of materials (CycloneDX) of a packaged component: the libraries that the build copied, with checksums and licenses.

Usage: sbom.py COMPONENT VERSION FOLDER BOM, where the folder is quarkus-app, and the bill of materials of all components has the licenses.
"""

import hashlib
import json
import pathlib
import sys

component, version, folder, bom = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
described = {(one.get("group"), one["name"]): one for one in json.loads(bom.read_text())["components"]}
jars = {jar.name: jar for jar in folder.glob("lib/**/*.jar")}


def library(line):
    group, artifact, classifier, kind, number = line.split(":")
    suffix = f"-{classifier}" if classifier else ""
    jar = jars.pop(f"{group}.{artifact}-{number}{suffix}.{kind}", None)
    if not jar:
        sys.exit(f"{component}: no file of {line}")
    qualifiers = f"?classifier={classifier}&type={kind}" if classifier else f"?type={kind}"
    reference = f"pkg:maven/{group}/{artifact}@{number}{qualifiers}"
    if (group, artifact) not in described:
        sys.exit(f"{component}: {bom} has no {line}")
    checksum = hashlib.sha256(jar.read_bytes()).hexdigest()
    return {
        "type": "library",
        "bom-ref": reference,
        "group": group,
        "name": artifact,
        "version": number,
        "purl": reference,
        "hashes": [{"alg": "SHA-256", "content": checksum}],
        "licenses": described[group, artifact].get("licenses", []),
    }


lines = (folder / "quarkus-app-dependencies.txt").read_text().split()
libraries = [library(line) for line in sorted(lines)]
if any("quarkus-bootstrap-runner" not in name for name in jars):
    sys.exit(f"{component}: libraries without coordinates: {sorted(jars)}")
subject = {"type": "application", "group": "org.mandateatlas", "name": component, "version": version}
json.dump(
    {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": subject}, "components": libraries},
    sys.stdout,
    indent=1,
)
