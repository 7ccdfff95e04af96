/** Whether the database is on another machine and its certificate is not verified. Only DATABASE_TLS=off lets that pass. */
export function isDatabaseInTheOpen(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? decodeURIComponent(hostname);
  // An empty host or a folder means a socket on this machine.
  if (host === "" || host.startsWith("/") || ["localhost", "127.0.0.1", "[::1]"].includes(host)) return false;
  return searchParams.get("sslmode") !== "verify-full";
}

/** Without TLS, passwords and tokens may only travel within this machine. */
export function isSafe(address: string): boolean {
  return new URL(address).protocol === "https:" || (new URL(address).protocol === "http:" && isLoopback(address));
}

export function isLoopback(address: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}
