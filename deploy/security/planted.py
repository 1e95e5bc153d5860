"""Checks that vulnerabilities.py finds vulnerabilities planted in a small database, and nothing else.

Usage: planted.py BOM FOLDER, where the folder is replaced.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent


def record(identifier, name, events=(), versions=(), ecosystem="Maven", **more):
    affected = {"package": {"ecosystem": ecosystem, "name": name}, "versions": list(versions)}
    if events:
        affected["ranges"] = [{"type": "ECOSYSTEM", "events": list(events)}]
    return {"schema_version": "1.7.0", "id": identifier, "modified": "2026-01-01T00:00:00Z", "summary": "Planted", "affected": [affected], **more}


def planted(name, version):
    """Returns records that affect the library, and records that do not."""
    found = [
        record("PLANTED-from-the-beginning", name, [{"introduced": "0"}]),
        record("PLANTED-not-fixed-yet", name, [{"introduced": "0.0.1"}, {"fixed": "9999"}]),
        record("PLANTED-last-affected", name, [{"introduced": "0"}, {"last_affected": version}]),
        record("PLANTED-listed", name, versions=[version]),
        record("PLANTED-again", name, [{"introduced": "0"}, {"fixed": "0.0.1"}, {"introduced": version}]),
    ]
    others = [
        record("OTHER-fixed", name, [{"introduced": "0"}, {"fixed": version}]),
        record("OTHER-pre-release", name, [{"introduced": "0"}, {"last_affected": version + "-alpha-1"}]),
        record("OTHER-later", name, [{"introduced": "9999"}]),
        record("OTHER-withdrawn", name, [{"introduced": "0"}], withdrawn="2026-01-02T00:00:00Z"),
        record("OTHER-ecosystem", name, [{"introduced": "0"}], ecosystem="npm"),
        record("OTHER-library", "org.example:absent", [{"introduced": "0"}]),
    ]
    return found, others


def write(folder, records):
    """Writes the first record as a file and the others as the archive that OSV publishes."""
    folder.mkdir(parents=True)
    (folder / f"{records[0]['id']}.json").write_text(json.dumps(records[0]))
    with zipfile.ZipFile(folder / "all.zip", "w") as archive:
        for one in records[1:]:
            archive.writestr(f"{one['id']}.json", json.dumps(one))


def check(bom, folder, expected):
    """Runs the check and returns what is wrong with its outcome."""
    result = subprocess.run(
        [sys.executable, HERE / "vulnerabilities.py", bom, folder], capture_output=True, text=True, check=False
    )
    reported = {word for word in result.stdout.split() if word.startswith(("PLANTED-", "OTHER-"))}
    if result.returncode == (1 if expected else 0) and reported == expected:
        return []
    return [f"{folder.name}: exit code {result.returncode}, reported {sorted(reported)}\n{result.stdout}{result.stderr}"]


def main(bom, folder):
    library = next(one for one in json.loads(bom.read_text())["components"] if one["name"] == "netty-codec-http")
    found, others = planted(f"{library['group']}:{library['name']}", library["version"])
    shutil.rmtree(folder, ignore_errors=True)
    write(folder / "affected", found + others)
    write(folder / "unaffected", others)
    wrong = check(bom, folder / "affected", {one["id"] for one in found}) + check(bom, folder / "unaffected", set())
    print(*wrong, sep="\n", end="\n" if wrong else "", file=sys.stderr)
    print(f"{len(found)} planted vulnerabilities found" if not wrong else "planted vulnerabilities are not found")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(argument) for argument in sys.argv[1:])))
