import { CheckboxGroup } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import { type Endpoint, EVENTS } from "@/lib/society/webhooks/webhook";
import { EVENT_LABELS } from "@/lib/society/webhooks/wording";

/** Where another system listens, and to what. */
export function EndpointFields({ initial }: { initial?: Pick<Endpoint, "address" | "events"> }) {
  return (
    <>
      <TextField
        name="address"
        label="Address"
        hint="For example: https://members.example.org/connect"
        initial={initial?.address}
        maxLength={500}
      />
      <CheckboxGroup
        name="events"
        legend="What it is told"
        options={EVENTS.map((value) => ({ value, label: EVENT_LABELS[value] }))}
        initial={initial?.events ?? []}
      />
    </>
  );
}
