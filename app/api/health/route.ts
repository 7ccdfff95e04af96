import { readHealth } from "@/lib/health";

/** For a monitor: 200 and ok, or 503 and what is wrong in a word. Tells a stranger nothing more. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, { status: health.ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
