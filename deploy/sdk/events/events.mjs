// Reads the change feed with the CloudEvents SDK for JavaScript, as a batch and as structured events.
//
//   events.mjs <address of a gateway>
import assert from "node:assert/strict";
import { CloudEvent, HTTP } from "cloudevents";

const BATCH = "application/cloudevents-batch+json";
const response = await fetch(`${process.argv[2]}/v1/changes?limit=500`, { headers: { Accept: BATCH } });
const headers = Object.fromEntries(response.headers);
const body = await response.text();
const sent = JSON.parse(body);

// The SDK reduces times to milliseconds.
function compare(received, event) {
  const { time, ...attributes } = JSON.parse(JSON.stringify(received));
  const { time: recordedAt, ...expected } = event;
  assert.ok(received instanceof CloudEvent && received.validate());
  assert.deepEqual(attributes, expected);
  assert.equal(Date.parse(time), Date.parse(recordedAt));
  assert.equal(recordedAt, event.data.recordedAt);
}

function parsesABatch() {
  assert.ok(headers["content-type"].startsWith(BATCH));
  const events = HTTP.toEvent({ headers, body });
  assert.ok(events.length > 100 && events.length === sent.length);
  events.forEach((event, index) => compare(event, sent[index]));
}

function parsesStructuredEvents() {
  for (const event of sent) {
    compare(HTTP.toEvent({ headers: { "content-type": "application/cloudevents+json" }, body: JSON.stringify(event) }), event);
  }
}

function survivesTheBinaryMode() {
  for (const event of sent) {
    compare(HTTP.toEvent(HTTP.binary(new CloudEvent(event))), event);
  }
}

let failed = 0;
const steps = [parsesABatch, parsesStructuredEvents, survivesTheBinaryMode];
for (const step of steps) {
  try {
    step();
  } catch (failure) {
    failed++;
    console.error(`${step.name}: ${String(failure).slice(0, 2000)}`);
  }
}
console.log(`events-javascript: ${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
