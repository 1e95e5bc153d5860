#!/usr/bin/env python3
"""Checks that each environment variable ATLAS_… on standard input is a setting of the code.

Prints each unknown name and exits with 1 if there is any, or if there is no name.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def properties():
    """Returns the names of the properties atlas.… in configuration files, mappings and injection points."""
    for path in ROOT.glob("*/src/main/resources/application.properties"):
        yield from re.findall(r"^(atlas\.[\w.-]+)=", path.read_text(), re.M)
    for path in ROOT.glob("**/src/main/java/**/*.java"):
        text = path.read_text()
        yield from re.findall(r'@ConfigProperty\(\s*name = "(atlas\.[\w.-]+)"', text)
        mapping = re.search(r'@ConfigMapping\(prefix = "(atlas\.[\w.-]+)"\)', text)
        if mapping:
            for method in re.findall(r"^    [\w<>., ]+ (\w+)\(\);", text, re.M):
                yield mapping[1] + "." + re.sub("([A-Z])", r"-\1", method).lower()


def main():
    known = {re.sub(r"\W", "_", name).upper() for name in properties()}
    used = set(re.findall(r"\bATLAS_[A-Z_]+\b", sys.stdin.read()))
    unknown = sorted(used - known)
    print(*(f"{name} is not a setting" for name in unknown), sep="\n", end="\n" if unknown else "")
    return 0 if used and not unknown else 1


if __name__ == "__main__":
    sys.exit(main())
