import { readRequest } from "@/lib/people/auth/session";
import { sayToRobots } from "@/lib/society/settings/search-engines";

/** What search engines may read. */
export async function GET(): Promise<Response> {
  const { settings } = await readRequest();
  return new Response(sayToRobots(settings), {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "public, max-age=3600" },
  });
}
