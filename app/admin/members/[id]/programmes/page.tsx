import { notFound } from "next/navigation";
import { RadioGroup } from "@/components/ui/choices";
import { SelectField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { listProgrammes } from "@/lib/pairing/programmes/queries";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { WHOLE_SOCIETY } from "@/lib/people/rights/row";
import { RIGHTS } from "@/lib/staff/coordinating/coordinating";
import { listHoldings } from "@/lib/staff/coordinating/queries";
import { RIGHT_WORDS, sayHolding, WHOLE_SOCIETY_LABEL } from "@/lib/staff/coordinating/wording";
import { findEntry } from "@/lib/staff/members/entry/queries";
import { giveRight, takeRight } from "./actions";

/** Which programmes a member looks after, or whose figures they read, without being staff. */
export default async function ProgrammeRightsPage({ params, searchParams }: PageProps<"/admin/members/[id]/programmes">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }, { done }] = await Promise.all([readRequest(), params, searchParams]);
  const entry = await findEntry(viewer, id);
  if (!entry || entry.erasedAt) notFound();
  const [holdings, programmes] = await Promise.all([listHoldings(viewer, id), listProgrammes(now)]);
  const options = programmes
    .filter(({ status }) => status !== "archived")
    .map((programme) => ({ value: programme.id, label: programme.name }));
  const title = `Programmes that ${entry.name} looks after`;
  const refusal = refusalOf(entry, viewer.memberId);
  return (
    <Page
      settings={settings}
      title={title}
      heading={<span className="prose-plain">{title}</span>}
      lede="A coordinator works with one programme as staff do, and sees nothing of the others. A reader sees only numbers."
      back={{ href: `/admin/members/${id}`, label: entry.name }}
      done={done}
      isNarrow
    >
      {holdings.length === 0 ? (
        <p>{entry.name} looks after no programme and reads no figures.</p>
      ) : (
        <ul className="grid grid-cols-1 border-b border-rule">
          {holdings.map((holding) => (
            <li key={holding.programmeId} className="grid max-w-none grid-cols-1 gap-2 border-t border-rule py-4">
              <p className="prose-plain font-semibold">{sayHolding(holding)}</p>
              <p className="text-soft">
                Since <Time at={holding.givenAt} now={now} timeZone={viewer.timeZone} />
              </p>
              <Form
                action={takeRight}
                submit="Take this away"
                kind="plain"
                title={titleOf(title, settings)}
                isOneOfSeveral
                className="-mx-1"
              >
                <input type="hidden" name="memberId" value={id} />
                <input type="hidden" name="programmeId" value={holding.programmeId} />
              </Form>
            </li>
          ))}
        </ul>
      )}
      {refusal ? (
        <Note kind="plain">
          <p>{refusal}</p>
        </Note>
      ) : (
        <section aria-labelledby="give" className="grid grid-cols-1 gap-4 border-t border-rule pt-6">
          <h2 id="give">Give a right</h2>
          <Form action={giveRight} submit="Give this right" title={titleOf(title, settings)} isOneOfSeveral>
            <input type="hidden" name="memberId" value={id} />
            <RadioGroup
              name="right"
              legend="What they may do"
              options={RIGHTS.map((value) => ({
                value,
                label: RIGHT_WORDS[value].label,
                hint: RIGHT_WORDS[value].about,
              }))}
            />
            <SelectField
              name="programmeId"
              label="For which programme"
              none="Choose one"
              options={[...options, { value: WHOLE_SOCIETY, label: WHOLE_SOCIETY_LABEL }]}
            />
          </Form>
          <p className="text-soft">They are told by e-mail, and the audit trail keeps who gave it.</p>
        </section>
      )}
    </Page>
  );
}

function refusalOf({ id, staff, status }: { id: string; staff: string; status: string }, viewerId: string): string | null {
  if (id === viewerId) return "A colleague has to change your own rights.";
  if (staff !== "none") return "Staff may do all of this anyway, for every programme.";
  return status === "active" ? null : "Only members with an active account can be given a right.";
}
