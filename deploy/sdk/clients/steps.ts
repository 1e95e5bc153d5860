/** Steps of a job, run one after the other; a failed step does not prevent the next. */

export const DAY = "2004-12-31";

export function check(holds: boolean, details: unknown): asserts holds {
  if (!holds) {
    throw new Error(JSON.stringify(details));
  }
}

export function cursorOf(next: string | null): string | undefined {
  return next === null ? undefined : (new URL(next).searchParams.get("cursor") ?? undefined);
}

export async function perform(name: string, steps: (() => Promise<void>)[]): Promise<void> {
  let failed = 0;
  for (const step of steps) {
    try {
      await step();
    } catch (failure) {
      failed++;
      console.error(`${step.name}: ${String(failure)}`);
    }
  }
  console.log(`${name}: ${steps.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
