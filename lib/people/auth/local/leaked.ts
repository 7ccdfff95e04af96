import { createHash } from "node:crypto";
import { env } from "@/lib/foundation/env";
import { describeDefect, log } from "@/lib/foundation/log";
import { readBody } from "@/lib/foundation/read-body";
import { findPasswordFault, type Owner, type PasswordFault } from "./password";

/** Somebody is waiting for their password to be saved. */
const PATIENCE_MILLISECONDS = 2000;
const PREFIX_CHARACTERS = 5;
/** A range has about a thousand lines of forty characters; padding makes it longer. */
const MOST_BYTES = 1024 * 1024;

/** Why a password is refused: what findPasswordFault says, and of one that is fine otherwise whether it has leaked. */
export async function findFault(password: string, owner: Owner): Promise<PasswordFault | null> {
  return findPasswordFault(password, owner) ?? ((await isLeaked(password)) ? "leaked" : null);
}

/**
 * Whether the password is in the list of leaked ones that the society has named, if it has. The list is asked for all hashes that begin
 * with the same five characters, so it does not learn which one we are looking for. When it does not answer, the password counts as not
 * leaked: nobody should be kept out because another service is down.
 */
export async function isLeaked(password: string): Promise<boolean> {
  const { LEAKED_PASSWORDS_URL } = env();
  if (!LEAKED_PASSWORDS_URL) return false;
  // SHA-1 is how such lists are kept; it protects nothing here.
  const hash = createHash("sha1").update(password.normalize("NFKC")).digest("hex").toUpperCase();
  try {
    const lines = await askFor(`${LEAKED_PASSWORDS_URL.replace(/\/$/, "")}/${hash.slice(0, PREFIX_CHARACTERS)}`);
    return lines.some((line) => isLineOf(line, hash.slice(PREFIX_CHARACTERS)));
  } catch (error) {
    log().warn({ defect: describeDefect(error) }, "the list of leaked passwords could not be asked");
    return false;
  }
}

async function askFor(address: string): Promise<string[]> {
  const answer = await fetch(address, {
    // So that the length of the answer does not tell the network which range it was.
    headers: { "add-padding": "true", "user-agent": "Connect" },
    redirect: "error",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  });
  if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
  const body = await readBody(answer, MOST_BYTES);
  if (!body) throw new Error("It answered with more than a range.");
  return Buffer.from(body).toString("latin1").split(/\r?\n/);
}

/** "0018A45C4D1DEF81644B54AB7F969B88D65:3"; what is there only as padding has been seen 0 times. */
function isLineOf(line: string, rest: string): boolean {
  const [suffix = "", count = ""] = line.trim().split(":");
  return suffix.toUpperCase() === rest && Number(count) > 0;
}
