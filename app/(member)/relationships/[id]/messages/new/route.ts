import type { NextRequest } from "next/server";
import { NewsInput } from "@/lib/pairing/conversations/input";
import { findNews } from "@/lib/pairing/conversations/queries";
import { readRequest } from "@/lib/people/auth/session";

/**
 * For a conversation that is open: 204 while there is nothing that the page does not show, else how far it has come. The page
 * then asks for itself anew. 401 for nobody, 404 for everybody but the two. Two queries.
 */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<"/relationships/[id]/messages/new">,
): Promise<Response> {
  const { viewer } = await readRequest();
  if (!viewer) return empty(401);
  const { after, read } = Object.fromEntries(request.nextUrl.searchParams);
  const input = NewsInput.safeParse({ relationshipId: (await params).id, after, read });
  const news = input.success ? await findNews(viewer, input.data.relationshipId) : null;
  if (!input.success || !news) return empty(404);
  if (news.newest === input.data.after && news.partnerReadTo === input.data.read) return empty(204);
  return Response.json(news, { headers: NOT_KEPT });
}

const NOT_KEPT = { "cache-control": "no-store" };

function empty(status: number): Response {
  return new Response(null, { status, headers: NOT_KEPT });
}
