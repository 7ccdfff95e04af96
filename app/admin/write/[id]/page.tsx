import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Page, titleOf } from "@/components/ui/page";
import { WhoReads } from "@/components/ui/who-reads";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { isPrepared, PREPARED_LABELS, prepare, preparedFor } from "@/lib/staff/relationships/letters/prepared";
import { findAddressees } from "@/lib/staff/relationships/letters/queries";
import { writeLetter } from "./actions";

/** A letter to two partners, or a mentee and the mentor they wrote to, or to one of them, from a prepared text or from nothing. */
export default async function WritePage({ params, searchParams }: PageProps<"/admin/write/[id]">) {
  const viewer = await requireStaff("relationships");
  const [{ settings }, { id }, { text }] = await Promise.all([readRequest(), params, searchParams]);
  const addressees = await findAddressees(scopeOf(viewer, "relationships"), id);
  if (!addressees) notFound();
  const { mentee, mentor, isRelationship, seen } = addressees;
  const place = `/admin/${isRelationship ? "relationships" : "proposals"}/${id}`;
  if (viewer.memberId === mentee.memberId || viewer.memberId === mentor.memberId) redirect(place);
  const names = `${mentee.name} and ${mentor.name}`;
  const prepared = isPrepared(text) ? prepare(text, { menteeName: mentee.name, mentorName: mentor.name }, settings) : null;
  return (
    <Page settings={settings} heading={`Write to ${names}`} back={{ href: place, label: names }} isNarrow>
      <nav aria-label="Prepared texts">
        <p>Start from a prepared text, and make it yours:</p>
        <ul className="mt-1 flex flex-wrap gap-x-6">
          {preparedFor(isRelationship).map((which) => (
            <li key={which}>
              <Link
                href={`/admin/write/${id}?text=${which}`}
                aria-current={text === which ? "true" : undefined}
                className="inline-block py-2 aria-[current]:font-semibold"
              >
                {PREPARED_LABELS[which]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Form
        action={writeLetter}
        submit="Send"
        title={titleOf("Write a letter", settings)}
        aside={
          <LinkButton href={place} kind="plain">
            Write nothing
          </LinkButton>
        }
      >
        <input type="hidden" name="id" value={id} />
        <HiddenField name="letterId" initial={randomUUID()} />
        <HiddenField name="seen" initial={seen} />
        <Draft memberId={viewer.memberId} place={`admin/write/${id}/${prepared ? text : ""}`} />
        <RadioGroup
          name="to"
          legend="For whom?"
          hint="Nobody is told of a letter to the other alone. A prepared text greets both: change it for one."
          options={[
            { value: "both", label: "Both" },
            { value: "mentee", label: `${mentee.name} alone`, hint: `${settings.words.mentee}, ${mentee.number}` },
            { value: "mentor", label: `${mentor.name} alone`, hint: `${settings.words.mentor}, ${mentor.number}` },
          ]}
          initial={["both"]}
        />
        <RadioGroup
          name="behalfOf"
          legend="In whose name?"
          hint="To one alone, only in the society’s own."
          options={[
            { value: "society", label: settings.society.name },
            { value: "mentee", label: `On behalf of ${mentee.name}`, hint: `${settings.words.mentee}, ${mentee.number}` },
            { value: "mentor", label: `On behalf of ${mentor.name}`, hint: `${settings.words.mentor}, ${mentor.number}` },
          ]}
          initial={["society"]}
        />
        <TextField name="subject" label="Subject" initial={prepared?.subject} maxLength={120} />
        <TextArea name="words" label="Letter" initial={prepared?.words} room="long" />
        <WhoReads>
          A letter to both: both read the same, here and by e-mail, and are told that the other got it too. A letter to one:
          only they read it, and staff. Answers go to {settings.support.email ?? "the society"}, not to their partner.
        </WhoReads>
      </Form>
    </Page>
  );
}
