import { z } from "zod";
import type { Discovery, Resend } from "./diagnosis";

const PATIENCE_MILLISECONDS = 5000;
const RESEND = "https://api.resend.com";

const Domains = z.object({ data: z.array(z.object({ name: z.string(), status: z.string() })) });
const Refusal = z.object({ name: z.string() });

/** The OpenID Connect discovery document of the society's sign-in. */
export async function examineSignIn(issuer: string): Promise<Discovery> {
  const response = await get(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  if (response.status !== 200) throw new Error(`${response.url} answers ${response.status}`);
  return z.record(z.string(), z.unknown()).parse(await response.json().catch(() => null), {
    error: () => "what it answers is no document in JSON",
  });
}

/** Whether Resend knows the key, and which domains it has. Costs nothing and sends nothing. */
export async function examineResend(apiKey: string, baseUrl = RESEND): Promise<Resend> {
  const response = await get(`${baseUrl}/domains`, { authorization: `Bearer ${apiKey}` });
  const body: unknown = await response.json().catch(() => null);
  return {
    status: response.status,
    problem: Refusal.safeParse(body).data?.name ?? null,
    domains: Domains.safeParse(body).data?.data ?? [],
  };
}

/** How the product answers from outside, as visitors reach it. */
export async function examineAddress(appUrl: string): Promise<{ status: number; hasTransportSecurity: boolean }> {
  const { status, headers } = await get(`${appUrl}/api/health`);
  return { status, hasTransportSecurity: headers.has("strict-transport-security") };
}

function get(url: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
}
