/** An example program for the TypeScript client, run against a suite. */
import { ChangesApi, Configuration, InstitutionsApi, MandatesApi, ResponseError, StreamName } from "@mandateatlas/client";

const MANDATE = "iom-forum";
const [address, token] = process.argv.slice(2);
const configuration = new Configuration({ basePath: address, accessToken: token });
const institutions = new InstitutionsApi(configuration);
const mandates = new MandatesApi(configuration);
const changes = new ChangesApi(configuration);

function check(holds: boolean, details: unknown): void {
  if (!holds) {
    throw new Error(JSON.stringify(details));
  }
}

async function lists(): Promise<void> {
  const page = await mandates.listMandates({ institution: ["iom"], limit: 5 });
  check(page.items.length === 5, page);
  check(page.items.every((mandate) => mandate.institution === "iom"), page);
}

async function pagesToTheEnd(): Promise<void> {
  const seen: (string | undefined)[] = [];
  let cursor: string | undefined;
  let total: number | null;
  do {
    const page = await institutions.listInstitutions({ limit: 20, withTotal: true, cursor });
    seen.push(...page.items.map((institution) => institution.id));
    cursor = page.next === null ? undefined : (new URL(page.next).searchParams.get("cursor") ?? undefined);
    total = page.total;
  } while (cursor !== undefined);
  check(seen.length === total && new Set(seen).size === total, [seen.length, total]);
}

async function readsAtADate(): Promise<void> {
  const then = await institutions.getInstitution({ id: "iom", validAt: new Date("1975-06-01") });
  check(then.abbreviation === "ICEM", then);
}

async function patch(title: string, version: number): Promise<number> {
  const written = await mandates.patchMandate({ id: MANDATE, ifMatch: `"${version}"`, mandatePatch: { title } });
  return written.version;
}

async function writesConditionally(): Promise<void> {
  const read = await mandates.getMandateRaw({ id: MANDATE });
  const tag = read.raw.headers.get("ETag") ?? "";
  const { version, recordedAt, status, ...mandate } = await read.value();
  const mandateInput = { ...mandate, title: `${mandate.title} (TypeScript)` };
  try {
    await mandates.putMandate({ id: MANDATE, mandateInput, ifMatch: '"999"' });
    throw new Error("a write with a wrong condition was accepted");
  } catch (rejection) {
    check(rejection instanceof ResponseError && rejection.response.status === 412, String(rejection));
  }
  const written = await mandates.putMandate({ id: MANDATE, mandateInput, ifMatch: tag, changeNote: "Smoke test" });
  check(written.version === version + 1, written);
  await patch(mandate.title, written.version);
}

async function followsTheFeed(): Promise<void> {
  let { position } = await changes.listChanges({ fromNow: true });
  const before = await mandates.getMandate({ id: MANDATE });
  const version = await patch(before.title, await patch(`${before.title} (feed)`, before.version));
  for (let tries = 0; tries < 100; tries++) {
    const page = await changes.listChanges({ after: position, stream: [StreamName.Mandate], subject: [MANDATE] });
    position = page.position;
    if (page.items.some((event) => event.data.version === version)) {
      return;
    }
  }
  throw new Error("the write did not appear in the feed");
}

let failed = 0;
const steps = [lists, pagesToTheEnd, readsAtADate, writesConditionally, followsTheFeed];
for (const step of steps) {
  try {
    await step();
  } catch (failure) {
    failed++;
    console.error(`${step.name}: ${String(failure)}`);
  }
}
console.log(`typescript: ${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
