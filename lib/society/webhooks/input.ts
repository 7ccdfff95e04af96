import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";
import { lineBox } from "@/lib/foundation/text-box";
import { cleanToken } from "@/lib/foundation/typed-text";
import { EVENTS } from "./webhook";

const told = {
  address: lineBox(500, { missing: "Enter the address." }).min(1, "Enter the address."),
  events: z
    .array(z.enum(EVENTS, { error: "Choose from the list." }))
    .max(EVENTS.length, "Choose from the list.")
    .min(1, "Choose at least one event."),
};

export const AddEndpointInput = z.object({
  /** Made with the form, so that pressing the button twice adds one endpoint. */
  endpointId: IdInput,
  ...told,
});
export type AddEndpointInput = z.infer<typeof AddEndpointInput>;

/** `seen`: the endpoint as it was on the page. */
export const EditEndpointInput = z.object({ endpointId: IdInput, seen: z.string().max(1000).overwrite(cleanToken), ...told });
export type EditEndpointInput = z.infer<typeof EditEndpointInput>;

export const EndpointInput = z.object({ endpointId: IdInput });

export const SwitchInput = z.object({ endpointId: IdInput, on: z.enum(["yes", "no"], { error: "Choose from the list." }) });

export const ReplayInput = z.object({ endpointId: IdInput, deliveryId: IdInput });

export const ReplaySinceInput = z.object({ endpointId: IdInput, since: z.iso.date("Enter a day.") });
