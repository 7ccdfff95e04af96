/** Once per process, before the first request: the environment is checked, and where no platform has one the clock is started. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env, isDatabaseInTheOpen } = await import("@/lib/env");
  // next-auth would otherwise take the address it listens on, or one that a header names, for where members come back to.
  process.env.AUTH_URL = new URL(env().APP_URL).origin;
  if (isDatabaseInTheOpen(env().DATABASE_URL)) {
    const { log } = await import("@/lib/log");
    log().warn("DATABASE_URL leaves this machine without sslmode=verify-full: whoever is on the way could read along");
  }
  if (env().SCHEDULER === "external") return;
  const { startScheduler } = await import("@/lib/scheduler");
  startScheduler();
}
