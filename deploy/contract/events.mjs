// Parses an AsyncAPI document with the official parser and prints the diagnostics; any of them fails. The document is of
// version 3.0.0, which more tools read than the latest.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const { document, diagnostics } = await new Parser({ ruleset: { rules: { "asyncapi-latest-version": "off" } } }).parse(readFileSync(process.argv[2], "utf8"));
for (const { severity, code, path, message } of diagnostics) {
  console.error(`${severity} ${code} at /${path.join("/")}: ${message}`);
}
process.exitCode = document && diagnostics.length === 0 ? 0 : 1;
