import { notFound } from "next/navigation";
import { ActFields } from "@/components/readiness/act-fields";
import { Draft } from "@/components/ui/draft";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { writeTick } from "@/lib/foundation/ticks";
import { capital } from "@/lib/foundation/wording";
import { isTheirTurn } from "@/lib/pairing/readiness/decide";
import { findItem, type RefereeLine } from "@/lib/pairing/readiness/queries";
import { KIND_WORDS, STATUS_WORDS } from "@/lib/pairing/readiness/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { actOnReadiness } from "../actions";

/** One member and one condition: what is known, the referee's words, and what staff can do. */
export default async function ReadinessOfMemberPage({ params, searchParams }: PageProps<"/admin/readiness/[id]">) {
  const viewer = await requireStaff("readiness");
  const scope = scopeOf(viewer, "readiness") ?? [];
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const item = await findItem(scope, id);
  if (!item) notFound();
  const { name, memberId, condition, kind, programme, role, status, countsAt, metAt, expiresAt, words, note, referees } = item;
  const title = `${name}: ${condition}`;
  const day = (at: Date | null) => at && <Time at={at} now={now} timeZone={viewer.timeZone} as="date" />;
  return (
    <Page
      settings={settings}
      title={title}
      heading={<span className="prose-plain">{title}</span>}
      lede={`${KIND_WORDS[kind]}, as ${settings.words[role]}${programme ? ` in ${programme}` : ""}`}
      back={{ href: "/admin/readiness", label: "Readiness" }}
      done={done}
      isNarrow
    >
      <Facts
        facts={[
          [
            "Member",
            <Link key="member" href={`/admin/members/${memberId}`}>
              {name}
            </Link>,
          ],
          ["As", capital(settings.words[role])],
          ["Status", STATUS_WORDS[status]],
          ["Needed from", day(countsAt)],
          ["Done", day(metAt)],
          ["Valid until", day(expiresAt)],
          ["Why it was not approved", status === "refused" ? words : null],
          ["Note for staff", note],
        ]}
      />
      {referees.length > 0 && (
        <section aria-labelledby="referees" className="grid gap-4 border-t border-rule pt-6">
          <h2 id="referees">Referees</h2>
          {referees.map((referee) => (
            <Referee key={referee.id} referee={referee} day={day} />
          ))}
        </section>
      )}
      {memberId === viewer.memberId ? (
        <p>This is about you, so another member of staff has to do it.</p>
      ) : (
        <section aria-labelledby="decide" className="grid grid-cols-1 gap-4 border-t border-rule pt-6">
          <h2 id="decide">Decide</h2>
          <Form action={actOnReadiness} title={titleOf(title, settings)} isOneOfSeveral>
            <HiddenField name="who" initial={writeTick({ id, seen: item.version })} />
            <Draft memberId={viewer.memberId} place={`admin/readiness/${id}`} />
            <ActFields kinds={[kind]} several={false} isTheirTurn={isTheirTurn(item, kind)} />
          </Form>
        </section>
      )}
    </Page>
  );
}

function Referee({ referee, day }: { referee: RefereeLine; day: (at: Date | null) => React.ReactNode }) {
  const { name, email, askedAt, answer, answeredAt, words } = referee;
  return (
    <Facts
      facts={[
        ["Name", name],
        ["Address", email],
        ["Asked", day(askedAt)],
        ["Answer", answer === null ? "None yet" : answer === "yes" ? "Yes" : "No"],
        ["Answered", day(answeredAt)],
        ["In their words", words],
      ]}
    />
  );
}
