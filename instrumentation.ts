import type { Instrumentation } from "next";

/**
 * Once per process, before the first request: the environment is checked, bodies are bound, pages get their policy, those that end in an
 * error get words, and where no platform has one the clock is started.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { envOrEnd } = await import("@/lib/foundation/env");
  const { isDatabaseInTheOpen } = await import("@/lib/foundation/this-machine");
  const { APP_URL, DATABASE_URL, SCHEDULER } = envOrEnd();
  // next-auth would otherwise take the address it listens on, or one that a header names, for where members come back to.
  process.env.AUTH_URL = new URL(APP_URL).origin;
  if (isDatabaseInTheOpen(DATABASE_URL)) {
    const { log } = await import("@/lib/foundation/log");
    log().warn(
      "DATABASE_TLS is off, so whoever reaches the network between here and the database could intercept the connection",
    );
  }
  const { guardBodies } = await import("@/lib/entrypoints/body-guard");
  const { readTokenFrom } = await import("@/lib/people/auth/token");
  guardBodies(async (headers) => (await readTokenFrom(headers))?.memberId ?? null);
  // There, proxy.ts runs before the process that makes the page.
  if (!process.env.VERCEL) {
    const { openPageDoor } = await import("@/lib/entrypoints/page-door");
    openPageDoor();
  }
  const { fillEmptyPages } = await import("@/lib/entrypoints/empty-pages");
  fillEmptyPages();
  if (SCHEDULER === "external") return;
  const { startScheduler } = await import("@/lib/entrypoints/scheduler");
  startScheduler();
}

/** A page, a route or an action that failed beside the doors: the whole of it for the log, under the reference that the page shows. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { describeDefect, log } = await import("@/lib/foundation/log");
  const { digest } = error as { digest?: string };
  log().error({ reference: digest, at: routePath, of: routeType, defect: describeDefect(error) }, "a page failed");
};
