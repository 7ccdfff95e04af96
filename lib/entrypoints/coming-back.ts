import { headers } from "next/headers";

/**
 * Whether this request returns a form that was sent without scripts. The page must then show the form with the text as typed, even if
 * it can no longer be saved.
 */
export async function isComingBack(): Promise<boolean> {
  return (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
}
