// Parses an AsyncAPI document with the official parser and prints the diagnostics; errors and warnings fail.
import { readFileSync } from "node:fs";
import { Parser } from "@asyncapi/parser";

const WARNING = 1;
const { document, diagnostics } = await new Parser().parse(readFileSync(process.argv[2], "utf8"));
for (const { severity, code, path, message } of diagnostics) {
  console.error(`${severity} ${code} at /${path.join("/")}: ${message}`);
}
process.exitCode = document && diagnostics.every(({ severity }) => severity > WARNING) ? 0 : 1;
