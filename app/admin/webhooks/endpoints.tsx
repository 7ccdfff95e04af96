import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import type { Endpoint } from "@/lib/society/webhooks/webhook";
import { EVENT_LABELS, sayEndpointState } from "@/lib/society/webhooks/wording";

/** Which systems are told what happens. */
export function Endpoints({ endpoints }: { endpoints: readonly Endpoint[] }) {
  return (
    <section aria-labelledby="webhooks" className="grid gap-4 border-t border-rule pt-6">
      <h2 id="webhooks">Systems that are told</h2>
      {endpoints.length === 0 ? (
        <EmptyState heading="No webhooks">
          A webhook tells another system within minutes that a member has registered, or that a relationship has begun or ended.
        </EmptyState>
      ) : (
        <ul className="grid border-t border-rule">
          {endpoints.map((endpoint) => (
            <li key={endpoint.id} className="grid max-w-none gap-1 border-b border-rule py-3">
              <Link href={`/admin/webhooks/${endpoint.id}`} className="py-1 font-[650] break-all">
                {endpoint.address}
              </Link>
              <span className="prose-plain text-soft">
                {sayEndpointState(endpoint)}. {endpoint.events.map((event) => EVENT_LABELS[event]).join(". ")}.
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <LinkButton href="/admin/webhooks/new" kind="quiet">
          Add a webhook
        </LinkButton>
      </p>
    </section>
  );
}
