import { headers } from "next/headers";

/**
 * Whether this page is made to bring back a form that was sent without scripts. Then the form has to be on it, with what was typed,
 * whatever has become of its matter meanwhile.
 */
export async function isComingBack(): Promise<boolean> {
  return (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
}
