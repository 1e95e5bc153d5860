"""Compares the libraries in a bill of materials with a local copy of the OSV database, without network.

Usage: vulnerabilities.py BOM DATABASE. The database is a directory with records of OSV (https://ossf.github.io/osv-schema) as JSON files, or
with the archive all.zip of the ecosystem Maven. Exits with 1 if a library is affected, and with 2 if there are no records.
"""

import json
import pathlib
import re
import subprocess
import sys
import zipfile

ECOSYSTEM = "Maven"


def records(directory):
    """Yields all records of a directory and of the archives in it."""
    for path in sorted(directory.rglob("*.json")):
        yield json.loads(path.read_text())
    for path in sorted(directory.rglob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith(".json"):
                    yield json.loads(archive.read(name))


class Versions:
    """The order of versions, which Maven itself decides."""

    def __init__(self):
        home = re.search(r"Maven home: (.*)", subprocess.run(["mvn", "-v"], capture_output=True, text=True, check=True).stdout)[1]
        self.command = ["java", "-cp", f"{home}/lib/*", "org.apache.maven.artifact.versioning.ComparableVersion"]

    def is_before(self, one, other):
        output = subprocess.run([*self.command, one, other], capture_output=True, text=True, check=True).stdout
        return re.search(r"^\s+\S+ ([<=>]+) \S+$", output, re.M)[1] == "<"

    def is_within(self, version, events):
        """Whether a version is affected by a range, whose events are in ascending order."""
        affected = False
        for event in events:
            if "introduced" in event and (event["introduced"] == "0" or not self.is_before(version, event["introduced"])):
                affected = True
            elif "fixed" in event and not self.is_before(version, event["fixed"]):
                affected = False
            elif "last_affected" in event and self.is_before(event["last_affected"], version):
                affected = False
        return affected


def affects(package, version, versions):
    ranges = [one["events"] for one in package.get("ranges", []) if one["type"] == "ECOSYSTEM"]
    return version in package.get("versions", []) or any(versions.is_within(version, events) for events in ranges)


def main(bom, directory):
    libraries = {}
    for component in json.loads(bom.read_text())["components"]:
        libraries.setdefault(f"{component.get('group', '')}:{component['name']}", set()).add(component["version"])
    versions = Versions()
    count = 0
    found = []
    for record in records(directory):
        count += 1
        if "withdrawn" in record:
            continue
        for package in record.get("affected", []):
            name = package.get("package", {}).get("name")
            if package.get("package", {}).get("ecosystem") != ECOSYSTEM or name not in libraries:
                continue
            for version in sorted(libraries[name]):
                if affects(package, version, versions):
                    aliases = ", ".join(record.get("aliases", []))
                    found.append(f"{name} {version}: {record['id']} ({aliases}) {record.get('summary', '')}")
    print(*sorted(found), sep="\n", end="\n" if found else "")
    print(f"{sum(map(len, libraries.values()))} libraries, {count} records, {len(found)} findings")
    return 2 if count == 0 else 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(argument) for argument in sys.argv[1:])))
