import { z } from "zod";
import { env } from "@/lib/foundation/env";
import { askSociety } from "@/lib/people/auth/society";
import { chooseClientAuth, type Description } from "@/lib/people/auth/society-choices";

const Answer = z.object({
  error: z.string().optional(),
  error_description: z.string().optional(),
  id_token: z.string().optional(),
  access_token: z.string().optional(),
});

export type TokenAnswer = z.infer<typeof Answer> & { status: number };

/** The address to which the society sends people back; the doctor uses the product's own, which is the one that is registered. */
export function redirectAddress(): string {
  return `${env().APP_URL}/api/auth/callback/society`;
}

/** Redeems a code at the society's token endpoint, introducing us as the product would. */
export async function askToken(told: Description, code: string, verifier: string): Promise<TokenAnswer> {
  const { oidc, OIDC_CLIENT_AUTH } = env();
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectAddress(),
    code_verifier: verifier,
  });
  const headers: Record<string, string> = { accept: "application/json" };
  if (chooseClientAuth(told, OIDC_CLIENT_AUTH) === "client_secret_post") {
    body.set("client_id", oidc.clientId);
    body.set("client_secret", oidc.clientSecret);
  } else {
    const pair = [oidc.clientId, oidc.clientSecret].map((word) => encodeURIComponent(word).replace(/%20/g, "+")).join(":");
    headers.authorization = `Basic ${Buffer.from(pair).toString("base64")}`;
  }
  const response = await askSociety(z.url().parse(told.token_endpoint), { method: "POST", headers, body });
  const said = Answer.safeParse(await response.json().catch(() => ({})));
  return { ...said.data, status: response.status };
}
