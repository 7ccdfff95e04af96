import { isIPv4, isIPv6 } from "node:net";
import { headers } from "next/headers";
import { env } from "@/lib/foundation/env";

/** The network address that a request comes from, for the limits; null when no trusted proxy has told us. */
export async function readCaller(): Promise<string | null> {
  return callerOf((await headers()).get("x-forwarded-for"), env().TRUSTED_PROXIES);
}

/**
 * Each proxy adds the address that called it to the end of the list, so anything before the entries of the proxies we trust
 * may be invented. An IPv6 network (/64) counts as one address, because a household has no less.
 */
export function callerOf(forwardedFor: string | null, trustedProxies: number): string | null {
  if (trustedProxies === 0 || forwardedFor === null) return null;
  const hops = forwardedFor.split(",").map((hop) => hop.trim());
  const address = hops.at(-trustedProxies) ?? hops[0] ?? "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return mapped;
  return isIPv6(mapped) ? networkOf(mapped) : null;
}

function networkOf(address: string): string {
  const [before = "", after] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const first = before === "" ? [] : before.split(":");
  const last = after === undefined || after === "" ? [] : after.split(":");
  const zeros = after === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => "0");
  const groups = [...first, ...zeros, ...last].map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.slice(0, 4).join(":")}::/64`;
}
