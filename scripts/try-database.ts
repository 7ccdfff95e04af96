import pg from "pg";

const CONNECT_MILLISECONDS = 5000;

/** What to do about it, by the code of PostgreSQL, Node or OpenSSL. */
const FAULTS: Readonly<Record<string, string>> = {
  "28P01": "has a password that the database does not accept; percent-encode special characters in it, such as %40 for @",
  "28000": "names a role that the database does not let in from this machine; pg_hba.conf on the server says who may",
  "3D000": "names a database that does not exist; create it with createdb --encoding=UTF8 --template=template0",
  "53300": "leads to a database that has no connection left; raise max_connections or use a pooler",
  "57P03": "leads to a database that is still starting",
  ENOTFOUND: "names a host that is not known",
  EAI_AGAIN: "names a host that cannot be looked up at present",
  ECONNREFUSED: "names a host and port at which no database answers",
  ETIMEDOUT: "names a host that does not answer; a firewall may be in between",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "names a host that is not the one in the database's certificate; use the name in the certificate",
  CERT_HAS_EXPIRED: "leads to a database whose certificate has expired",
};

const PRIVATE_AUTHORITY = "leads to a database whose certificate is from an authority that this machine does not know; ".concat(
  "put that authority's certificate into a file and add sslrootcert=/path/to/ca.pem to it",
);
const UNKNOWN_AUTHORITY = [
  ...["SELF_SIGNED_CERT_IN_CHAIN", "DEPTH_ZERO_SELF_SIGNED_CERT"],
  ...["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "UNABLE_TO_GET_ISSUER_CERT", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
];

/** Why nobody can connect with this DATABASE_URL, as a sentence about it; null when it works. */
export async function findDatabaseFault(url: string): Promise<string | null> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MILLISECONDS });
    client.on("error", () => {});
    await client.connect();
    await client.end();
    return null;
  } catch (error) {
    return `DATABASE_URL ${sayFault(error)}`;
  }
}

function sayFault(error: unknown): string {
  // Node tries each address of a host, and reports all that failed together.
  if (error instanceof AggregateError && error.errors.length > 0) return sayFault(error.errors[0]);
  const { code = "", message } = error as { code?: string; message: string };
  if (UNKNOWN_AUTHORITY.includes(code)) return PRIVATE_AUTHORITY;
  if (code === "ENOENT") return `names a file that cannot be read: ${message}`;
  if (message.includes("does not support SSL")) return "asks for TLS, which the database does not offer; see sslmode";
  if (message.includes("timeout")) return FAULTS.ETIMEDOUT ?? message;
  return FAULTS[code] ?? `does not work: ${message}`;
}
