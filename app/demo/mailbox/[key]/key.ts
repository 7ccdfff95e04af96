import { cleanToken } from "@/lib/foundation/typed-text";

/** The key of a mail from its address; one that was not encoded well is the key of none. */
export async function readKey(params: Promise<{ key: string }>): Promise<string> {
  const { key } = await params;
  try {
    return cleanToken(decodeURIComponent(key));
  } catch {
    return "";
  }
}
