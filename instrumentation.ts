/** Once per process, before the first request: the environment is checked, and off Vercel the clock is started. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/env");
  if (env().SCHEDULER === "external") return;
  const { startScheduler } = await import("@/lib/scheduler");
  startScheduler();
}
