import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";

export const BlockInput = z.object({ memberId: IdInput });
