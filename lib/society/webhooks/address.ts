import { BlockList, isIP } from "node:net";

/** Networks that are not the public internet: what answers there may trust whoever asks from inside. */
const CLOSED = new BlockList();
for (const [network, bits] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
  ] as const),
  ...([
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const),
  ...([
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
] as const)
  CLOSED.addSubnet(network, bits, "ipv4");
// Tunnels and documentation among the public addresses.
for (const [network, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  CLOSED.addSubnet(network, bits, "ipv6");
const PUBLIC_6 = new BlockList();
PUBLIC_6.addSubnet("2000::", 3, "ipv6");

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1)$/;

/** Whether we may connect to an address of the network. A machine's own only where `isLoopbackAllowed`. */
export function isOpen(address: string, isLoopbackAllowed: boolean): boolean {
  if (LOOPBACK.test(address)) return isLoopbackAllowed;
  switch (isIP(address)) {
    case 4:
      return !CLOSED.check(address, "ipv4");
    case 6:
      return PUBLIC_6.check(address, "ipv6") && !CLOSED.check(address, "ipv6");
    default:
      return false;
  }
}

/** What was typed as the address of an endpoint, in its one spelling; null for what is no https address without a password. */
export function readAddress(typed: string, isLoopbackAllowed: boolean): URL | null {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  const isOurs = isLoopbackAllowed && (LOOPBACK.test(hostOf(url)) || hostOf(url) === "localhost");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isOurs)) return null;
  if (url.username || url.password) return null;
  url.hash = "";
  return url;
}

/** Without the brackets that an IPv6 address has in a URL. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}
