/** A job for the types of openapi-typescript with openapi-fetch: list, page, write conditionally, simulate, and handle errors. */
import createClient from "openapi-fetch";
import { check, cursorOf, DAY, perform } from "./steps.js";
import type { paths } from "./atlas.js";

const MANDATE = "iom-area-migration-and-development";
const [address, token] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: address, headers: { Authorization: `Bearer ${token}` } });

async function pagesToTheEnd(): Promise<void> {
  const seen: string[] = [];
  let total: number | null = null;
  let cursor: string | undefined;
  do {
    const { data, error } = await client.GET("/v1/mandates", {
      params: { query: { institution: ["iom"], validAt: DAY, limit: 5, withTotal: true, cursor } },
    });
    check(data !== undefined && data.items.length <= 5, error);
    check(data.items.every((mandate) => mandate.institution === "iom"), data);
    seen.push(...data.items.map((mandate) => mandate.id));
    total = data.total;
    cursor = cursorOf(data.next);
  } while (cursor !== undefined);
  check(seen.length > 5 && seen.length === total && new Set(seen).size === total, [seen, total]);
}

async function patch(title: string, tag: string) {
  const { data, error } = await client.PATCH("/v1/mandates/{id}", {
    params: { path: { id: MANDATE }, header: { "If-Match": tag } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body: { title },
  });
  check(data !== undefined, error);
  return data;
}

async function writesConditionally(): Promise<void> {
  const { data, error, response } = await client.GET("/v1/mandates/{id}", { params: { path: { id: MANDATE } } });
  check(data !== undefined, error);
  const after = await patch(`${data.title} (openapi-fetch)`, response.headers.get("ETag") ?? "");
  check(after.version === data.version + 1 && after.title.endsWith("(openapi-fetch)"), after);
  check((await patch(data.title, `"${after.version}"`)).title === data.title, data);
}

async function writesWithTheDefaultMediaType(): Promise<void> {
  const { data } = await client.GET("/v1/mandates/{id}", { params: { path: { id: MANDATE } } });
  check(data !== undefined, "not found");
  const { error, response } = await client.PATCH("/v1/mandates/{id}", {
    params: { path: { id: MANDATE }, header: { "If-Match": `"${data.version}"` } },
    body: { title: data.title },
  });
  check(response.ok, error);
}

async function rejectsAWrongCondition(): Promise<void> {
  const { error, response } = await client.PATCH("/v1/mandates/{id}", {
    params: { path: { id: MANDATE }, header: { "If-Match": '"999"' } },
    body: { title: "Unwritten" },
  });
  check(response.status === 412 && error?.status === 412, error);
}

async function reportsWhatDoesNotExist(): Promise<void> {
  const { error, response } = await client.GET("/v1/mandates/{id}", { params: { path: { id: "no-such-mandate" } } });
  check(response.status === 404 && error?.status === 404 && error.title.length > 0, error);
}

async function simulates(): Promise<void> {
  const { data, error } = await client.POST("/v1/simulations", {
    params: { query: { validAt: DAY } },
    body: { operations: [{ type: "end-institution", institution: "iom" }] },
  });
  check(data !== undefined && data.institutionsTouched.includes("iom"), error);
  check(data.mandatesTouched.length > 0 && data.before.functions.length === data.after.functions.length, data);
}

await perform("openapi-typescript", [
  pagesToTheEnd,
  writesConditionally,
  writesWithTheDefaultMediaType,
  rejectsAWrongCondition,
  reportsWhatDoesNotExist,
  simulates,
]);
