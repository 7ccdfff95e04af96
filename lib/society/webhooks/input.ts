import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { lineBox } from "@/lib/foundation/text-box";
import { EVENTS } from "./webhook";

export const AddEndpointInput = z.object({
  /** Made with the form, so that pressing the button twice adds one endpoint. */
  endpointId: IdInput,
  address: lineBox(500, { missing: "Enter the address." }).min(1, "Enter the address."),
  events: z
    .array(z.enum(EVENTS, { error: "Choose from the list." }))
    .max(EVENTS.length, "Choose from the list.")
    .min(1, "Choose at least one event."),
});
export type AddEndpointInput = z.infer<typeof AddEndpointInput>;

export const EndpointInput = z.object({ endpointId: IdInput });

export const SwitchInput = z.object({ endpointId: IdInput, on: z.enum(["yes", "no"], { error: "Choose from the list." }) });

export const ReplayInput = z.object({ endpointId: IdInput, deliveryId: IdInput });

export const ReplaySinceInput = z.object({ endpointId: IdInput, since: z.iso.date("Enter a day.") });
