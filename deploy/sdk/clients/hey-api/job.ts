/** A job for the client of @hey-api/openapi-ts: list, page, write conditionally, simulate, and handle errors. */
import { check, cursorOf, DAY, perform } from "./steps.js";
import { client } from "./atlas/client.gen.js";
import { getMandate, listMandates, patchMandate, simulateOperations } from "./atlas/index.js";

const MANDATE = "iom-area-regulating-migration";
const [address, token] = process.argv.slice(2);
client.setConfig({ baseUrl: address, auth: token });

async function pagesToTheEnd(): Promise<void> {
  const seen: string[] = [];
  let total: number | null | bigint = null;
  let cursor: string | undefined;
  do {
    const { data, error } = await listMandates({
      query: { institution: ["iom"], validAt: DAY, limit: 5, withTotal: true, cursor },
    });
    check(data !== undefined && data.items.length <= 5, error);
    check(data.items.every((mandate) => mandate.institution === "iom"), data);
    seen.push(...data.items.map((mandate) => mandate.id));
    total = data.total;
    cursor = cursorOf(data.next);
  } while (cursor !== undefined);
  check(seen.length > 5 && seen.length === Number(total) && new Set(seen).size === seen.length, [seen, String(total)]);
}

async function patch(title: string, tag: string) {
  const { data, error } = await patchMandate({ path: { id: MANDATE }, headers: { "If-Match": tag }, body: { title } });
  check(data !== undefined, error);
  return data;
}

async function writesConditionally(): Promise<void> {
  const { data, error, response } = await getMandate({ path: { id: MANDATE } });
  check(data !== undefined, error);
  const after = await patch(`${data.title} (openapi-ts)`, response.headers.get("ETag") ?? "");
  check(after.version === data.version + 1 && after.title.endsWith("(openapi-ts)"), after);
  check((await patch(data.title, `"${after.version}"`)).title === data.title, data);
}

async function rejectsAWrongCondition(): Promise<void> {
  const { error, response } = await patchMandate({
    path: { id: MANDATE },
    headers: { "If-Match": '"999"' },
    body: { title: "Unwritten" },
  });
  check(response.status === 412 && error?.status === 412, error);
}

async function reportsWhatDoesNotExist(): Promise<void> {
  const { error, response } = await getMandate({ path: { id: "no-such-mandate" } });
  check(response.status === 404 && error?.status === 404 && error.title.length > 0, error);
}

async function simulates(): Promise<void> {
  const { data, error } = await simulateOperations({
    query: { validAt: DAY },
    body: { operations: [{ type: "end-institution", institution: "iom" }] },
  });
  check(data !== undefined && data.institutionsTouched.includes("iom"), error);
  check(data.mandatesTouched.length > 0 && data.before.functions.length === data.after.functions.length, data);
}

await perform("hey-api", [
  pagesToTheEnd,
  writesConditionally,
  rejectsAWrongCondition,
  reportsWhatDoesNotExist,
  simulates,
]);
