"""Compares the licenses in a bill of materials with those that are allowed, and writes a list.

Usage: licenses.py BOM ALLOWED LIST. A library with several licenses may be used under any of them. Exits with 1 if a library has none that is
allowed, or if an exception is not needed any more.
"""

import collections
import json
import pathlib
import sys

OWN = "org.mandateatlas"


def coordinates(component):
    return f"{component.get('group', '')}:{component['name']}"


def stated(component):
    for choice in component.get("licenses", []):
        license = choice.get("license", {})
        yield choice.get("expression") or license.get("id") or license.get("name") or license.get("url") or ""


def licenses(component, rules):
    """Returns the SPDX ids of the licenses of a library."""
    exception = rules["libraries"].get(coordinates(component))
    names = [exception["license"]] if exception else stated(component)
    return [rules["names"].get(name, name) for name in names]


def main(bom, rules, target):
    libraries = [one for one in json.loads(bom.read_text())["components"] if one.get("group") != OWN]
    found = [f"the list is empty: {bom}"] if not libraries else []
    rows = collections.defaultdict(list)
    for component in libraries:
        allowed = [id for id in licenses(component, rules) if id in rules["allowed"]]
        if allowed:
            rows[allowed[0]].append(f"{coordinates(component)} {component['version']}")
        else:
            found.append(f"{coordinates(component)} {component['version']}: {list(stated(component)) or 'no license'}")
    known = {coordinates(component) for component in libraries}
    found += [f"{name} is not a library of any component" for name in rules["libraries"] if name not in known]
    lines = ["# Licenses of the libraries", ""]
    for license, names in sorted(rows.items()):
        lines += [f"## {license} ({len(names)})", "", *(f"- {name}" for name in sorted(names)), ""]
    target.write_text("\n".join(lines))
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    summary = ", ".join(f"{license} {len(names)}" for license, names in sorted(rows.items(), key=lambda row: -len(row[1])))
    print(f"{len(libraries)} libraries: {summary}")
    return 1 if found else 0


if __name__ == "__main__":
    arguments = [pathlib.Path(argument) for argument in sys.argv[1:]]
    sys.exit(main(arguments[0], json.loads(arguments[1].read_text()), arguments[2]))
