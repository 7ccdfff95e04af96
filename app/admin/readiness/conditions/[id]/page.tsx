import { notFound } from "next/navigation";
import { ConditionFields } from "@/components/readiness/condition-fields";
import { Draft } from "@/components/ui/draft";
import { Facts } from "@/components/ui/facts";
import { DateField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Page, titleOf } from "@/components/ui/page";
import { TickBox } from "@/components/ui/tick-box";
import { Time } from "@/components/ui/time";
import { VersionField } from "@/components/ui/version-field";
import { dayOf } from "@/lib/foundation/dates";
import { capital } from "@/lib/foundation/wording";
import { findCondition, listTraining } from "@/lib/pairing/readiness/conditions/queries";
import { KIND_WORDS } from "@/lib/pairing/readiness/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { editCondition, retireCondition } from "../../actions";

export default async function ConditionPage({ params, searchParams }: PageProps<"/admin/readiness/conditions/[id]">) {
  const viewer = await requireStaff("readiness");
  const scope = scopeOf(viewer, "readiness") ?? [];
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const condition = await findCondition(scope, id);
  if (!condition) notFound();
  const { name, programme, role, kind, countsAt, retiredAt, version } = condition;
  const title = titleOf(name, settings);
  const isRetired = retiredAt !== null;
  return (
    <Page
      settings={settings}
      {...(isRetired ? { title: name } : {})}
      heading={<span className="prose-plain">{name}</span>}
      lede={KIND_WORDS[kind]}
      back={{ href: "/admin/readiness/conditions", label: "Conditions" }}
      done={done}
      isNarrow
    >
      <Facts
        facts={[
          ["Programme", programme],
          ["Who needs it", capital(settings.words[`${role}s`])],
          ["Counts from", <Time key="from" at={countsAt} now={now} timeZone={viewer.timeZone} as="date" />],
          ["Retired", retiredAt && <Time key="retired" at={retiredAt} now={now} timeZone={viewer.timeZone} as="date" />],
        ]}
      />
      {isRetired ? (
        <p className="prose-plain">{condition.text}</p>
      ) : (
        <>
          <p>
            <Link href={`/admin/readiness?condition=${id}`} className="inline-block py-1">
              See who lacks it
            </Link>
          </p>
          <Form action={editCondition} submit="Save" title={title}>
            <Which id={id} version={version} />
            <Draft memberId={viewer.memberId} place={`admin/readiness/conditions/${id}`} />
            <ConditionFields wording={condition} kind={kind} training={kind === "training" ? await listTraining() : []} />
            {kind === "declaration" && (
              <>
                <TickBox
                  name="again"
                  value="yes"
                  label="Ask those who have accepted it to accept the new words too"
                  hint="They are told once. Without this tick, their acceptance of the earlier words still counts."
                />
                <DateField
                  name="countsOn"
                  label="The new words count from (optional)"
                  hint="Only with the tick above. Until then, those who accepted the earlier words stay listed and can send proposals."
                  earliest={dayOf(now, settings.society.timeZone)}
                />
              </>
            )}
          </Form>
          <section aria-labelledby="retire" className="grid gap-4 border-t border-rule pt-6">
            <h2 id="retire">Retire it</h2>
            <p>
              Members are no longer asked for it, and it holds nobody back. The record of who met it is kept. It cannot be
              brought back.
            </p>
            <Form action={retireCondition} submit="Retire it" kind="danger" title={title} isOneOfSeveral>
              <Which id={id} version={version} />
            </Form>
          </section>
        </>
      )}
    </Page>
  );
}

/** The version that is on the page: somebody else's change since then is not overwritten. */
function Which({ id, version }: { id: string; version: number }) {
  return (
    <>
      <input type="hidden" name="id" value={id} />
      <VersionField name="seen" initial={version} />
    </>
  );
}
