import { notFound } from "next/navigation";
import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { capital } from "@/lib/foundation/wording";
import { listOwnItems } from "@/lib/pairing/readiness/queries";
import { sayNeeds, sayOwnStatus, sayWhatMissing } from "@/lib/pairing/readiness/wording";
import { readRequest, requireViewer } from "@/lib/people/auth/session";

/** All that the viewer's roles need. Where nothing is asked there is no such page. */
export default async function ReadinessPage() {
  const viewer = await requireViewer();
  const [{ settings, now }, items] = await Promise.all([readRequest(), listOwnItems(viewer)]);
  if (items.length === 0) notFound();
  const roles = (["mentor", "mentee"] as const).filter((role) => items.some((item) => item.role === role));
  return (
    <Page
      settings={settings}
      title="What your roles need"
      heading={roles.length === 1 && roles[0] ? sayNeeds(roles[0], settings.words) : "What your roles need"}
      lede={sayWhatMissing(items, settings.words)}
      back={{ href: "/", label: "Home" }}
    >
      {roles.map((role) => (
        <section key={role} aria-labelledby={role} className="grid grid-cols-1 gap-3">
          <h2 id={role} className={roles.length === 1 ? "sr-only" : ""}>{`As ${settings.words[role]}`}</h2>
          <Table
            caption={`${capital(settings.words[role])}: conditions`}
            columns={["Needed", "Status", "Counts from", "Valid until"].map((label) => ({ label }))}
            rows={items
              .filter((item) => item.role === role)
              .map(({ conditionId, name, kind, programme, status, countsAt, expiresAt }) => ({
                key: conditionId,
                cells: [
                  <span key="name" className="grid">
                    <Link href={`/readiness/${conditionId}`} className="inline-block py-0.5 wrap-anywhere">
                      {name}
                    </Link>
                    {programme && <span className="text-soft wrap-anywhere">{programme}</span>}
                  </span>,
                  sayOwnStatus({ kind, status }),
                  <Time key="from" at={countsAt} now={now} timeZone={viewer.timeZone} as="date" />,
                  expiresAt ? <Time key="until" at={expiresAt} now={now} timeZone={viewer.timeZone} as="date" /> : "–",
                ],
              }))}
          />
        </section>
      ))}
    </Page>
  );
}
