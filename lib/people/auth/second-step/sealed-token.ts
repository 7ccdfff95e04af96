import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import type { z } from "zod";
import { env } from "@/lib/foundation/env";
import { isBehindTls, ownName } from "../token";

/** A short message of ours to ourselves that travels by the browser, encrypted. `purpose` keeps one kind from passing for another. */
export interface SealedToken<Schema extends z.ZodType> {
  purpose: string;
  seconds: number;
  schema: Schema;
}

export function sealToken<Schema extends z.ZodType<object>>(
  { purpose, seconds }: SealedToken<Schema>,
  token: z.infer<Schema>,
): Promise<string> {
  return encode({ token: { ...token }, secret: env().authSecrets, salt: purpose, maxAge: seconds });
}

/** Null for anything but one of this purpose that has not expired. */
export async function openToken<Schema extends z.ZodType>(
  { purpose, schema }: SealedToken<Schema>,
  sealed: unknown,
): Promise<z.infer<Schema> | null> {
  if (typeof sealed !== "string" || sealed === "") return null;
  const token = await decode({ token: sealed, secret: env().authSecrets, salt: purpose }).catch(() => null);
  const parsed = schema.safeParse(token);
  return parsed.success ? parsed.data : null;
}

/** The same in a cookie of this browser, under the name of its purpose. */
export async function writeSealedCookie<Schema extends z.ZodType<object>>(
  kind: SealedToken<Schema>,
  token: z.infer<Schema>,
): Promise<void> {
  (await cookies()).set(ownName(kind.purpose), await sealToken(kind, token), { ...options(), maxAge: kind.seconds });
}

export async function readSealedCookie<Schema extends z.ZodType>(kind: SealedToken<Schema>): Promise<z.infer<Schema> | null> {
  return openToken(kind, (await cookies()).get(ownName(kind.purpose))?.value);
}

export async function dropSealedCookie({ purpose }: Pick<SealedToken<z.ZodType>, "purpose">): Promise<void> {
  (await cookies()).set(ownName(purpose), "", { ...options(), maxAge: 0 });
}

function options() {
  return { httpOnly: true, sameSite: "lax", secure: isBehindTls(), path: "/" } as const;
}
