import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";

export const EndSessionInput = z.object({ session: IdInput });
