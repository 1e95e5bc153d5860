"""Checks the configuration of an image (buildah inspect on standard input) and its bill of materials in the unpacked root."""

import hashlib
import json
import pathlib
import sys

component, root = sys.argv[1], pathlib.Path(sys.argv[2])
config = json.load(sys.stdin)["OCIv1"]["config"]
home = root / "opt/mandate-atlas"
errors = []

if config["User"] != "10001:10001":
    errors.append(f"user {config['User']}")
for label in ("title", "description", "licenses", "vendor", "version", "revision", "created", "base.name"):
    if not config["Labels"].get(f"org.opencontainers.image.{label}"):
        errors.append(f"no label {label}")

bill = json.loads((home / "sbom.json").read_text())
if bill["bomFormat"] != "CycloneDX" or bill["metadata"]["component"]["name"] != component:
    errors.append("no bill of materials of the component")
listed = {item["content"] for each in bill["components"] for item in each["hashes"]}
jars = list(home.glob("lib/**/*.jar"))
for jar in jars:
    if hashlib.sha256(jar.read_bytes()).hexdigest() not in listed:
        errors.append(f"not in the bill of materials: {jar.name}")

for error in errors:
    print(f"{component}: {error}", file=sys.stderr)
sys.exit(bool(errors))
