import { z } from "zod";
import type { Given } from "./claims";
import { askSociety, describeSociety } from "./society";
import { readSignedUserinfo } from "./society-signature";

/**
 * What the society's userinfo endpoint says of the person whom the ID token names, in JSON or as a signed JWT.
 * @throws when it fails, makes no sense, or speaks of somebody else.
 */
export async function askUserinfo(accessToken: string, subject: string): Promise<Given> {
  const { userinfo_endpoint: address } = await describeSociety(z.object({ userinfo_endpoint: z.url() }));
  const headers = { authorization: `Bearer ${accessToken}`, accept: "application/json, application/jwt" };
  const response = await askSociety(address, { headers });
  if (response.status !== 200) throw new Error(`The society's userinfo endpoint answered ${response.status}.`);
  const isSigned = response.headers.get("content-type")?.toLowerCase().startsWith("application/jwt");
  const said = isSigned
    ? await readSignedUserinfo((await response.text()).trim())
    : z.record(z.string(), z.unknown()).parse(await response.json());
  if (said.sub !== subject) throw new Error("The userinfo is of somebody else than the ID token (sub).");
  return said;
}
