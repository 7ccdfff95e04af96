import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { sayNumber } from "@/lib/foundation/wording";
import type { Delivery, Endpoint } from "@/lib/society/webhooks/webhook";
import { EVENT_LABELS, sayAnswer, sayDeliveryState } from "@/lib/society/webhooks/wording";
import { replayOne } from "../actions";

interface DeliveriesProps {
  endpoint: Endpoint & { deliveries: Delivery[] };
  title: string;
  now: Date;
  timeZone: string;
}

/** What the endpoint was told last, and what became of it. */
export function Deliveries({ endpoint, title, now, timeZone }: DeliveriesProps) {
  const time = (at: Date | null) => at && <Time at={at} now={now} timeZone={timeZone} as="date-time" />;
  const columns = ["Event", "Happened", "State", "Tried", "Last tried", "Answer", ""];
  return (
    <section aria-labelledby="deliveries" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="deliveries">Latest events</h2>
      {endpoint.deliveries.length === 0 ? (
        <EmptyState heading="No events yet">What this address is told is listed here.</EmptyState>
      ) : (
        <Table
          caption="Latest events, newest first"
          columns={columns.map((label) => ({ label: label || "Again", isNumber: label === "Tried" }))}
          rows={endpoint.deliveries.map((delivery) => ({
            key: delivery.id,
            cells: [
              EVENT_LABELS[delivery.event],
              time(delivery.happenedAt),
              sayDeliveryState(delivery),
              sayNumber(delivery.attempts),
              time(delivery.lastAttemptAt),
              sayAnswer(delivery.lastAnswer),
              delivery.state !== "waiting" && (
                <Form key="again" action={replayOne} kind="plain" title={title} isOneOfSeveral submit="Send again">
                  <input type="hidden" name="endpointId" value={endpoint.id} />
                  <input type="hidden" name="deliveryId" value={delivery.id} />
                </Form>
              ),
            ],
          }))}
        />
      )}
    </section>
  );
}
