import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";

/** For both buttons, “Keep my place” and “Leave the queue”. */
export const PlaceInput = z.object({ proposalId: IdInput });
