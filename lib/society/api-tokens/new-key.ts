import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";

/** A key that was just made, on its way by the browser to the one page that shows it. */
export const NEW_KEY = {
  purpose: "connect.new-key",
  seconds: 10 * 60,
  schema: z.object({ memberId: IdInput, kind: z.enum(["token", "secret"]), name: z.string(), key: z.string() }),
};
