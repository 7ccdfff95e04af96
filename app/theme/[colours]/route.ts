import { accentCss } from "@/lib/society/settings/accent";

/** The society's accent as a style sheet: the policy allows no styles in the page itself. */
export async function GET(_request: Request, { params }: { params: Promise<{ colours: string }> }): Promise<Response> {
  const css = accentCss((await params).colours);
  if (!css) return new Response(null, { status: 404 });
  return new Response(css, {
    headers: { "content-type": "text/css; charset=utf-8", "cache-control": "public, max-age=31536000, immutable" },
  });
}
