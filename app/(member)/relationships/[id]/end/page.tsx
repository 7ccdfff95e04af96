import { redirect } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { Draft } from "@/components/ui/draft";
import { TextArea } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { TickBox } from "@/components/ui/tick-box";
import { WhoReads } from "@/components/ui/who-reads";
import { requireRelationship } from "../require-relationship";
import { end } from "./actions";

export default async function EndPage({ params }: PageProps<"/relationships/[id]/end">) {
  const { viewer, settings, relationship, id } = await requireRelationship(params);
  const dashboard = `/relationships/${id}`;
  if (!relationship.isOpen) redirect(dashboard);
  const { partner, viewerIs } = relationship;
  const { mentor, mentee } = settings.words;
  return (
    <AskPage
      settings={settings}
      heading={`End your mentoring with ${partner.name}?`}
      title="End relationship"
      back={{ href: dashboard, label: `You and ${partner.name}` }}
      consequences={
        <>
          <p>Either of you can end it at any time, without blame. If you do:</p>
          <ul className="grid list-disc gap-1.5 pl-6 marker:text-soft">
            <li>we tell {partner.name}, but not your reason;</li>
            <li>we cancel your future meetings, in both your calendars;</li>
            <li>you can both still read everything, but neither of you can add to it;</li>
            <li>
              {viewerIs === "mentor"
                ? `you have a place free for another ${mentee}.`
                : `you can ask another ${mentor}, and ${partner.name} has a place free again.`}
            </li>
          </ul>
          <p>
            You cannot undo this. You are free to stay in touch, and each of you decides whether your e-mail address stays
            visible.
          </p>
          <p>
            If something is wrong and you would rather not raise it yourself,{" "}
            <Link href={`/support?relationship=${id}`}>tell the society</Link>. Staff can speak to your partner for you.
          </p>
        </>
      }
      action={end}
      submit="End relationship"
    >
      <input type="hidden" name="id" value={id} />
      <Draft memberId={viewer.memberId} place={`${id}/end`} />
      <TextArea
        name="reason"
        label="Why are you ending it? (optional)"
        hint="Your answer helps the society improve its mentoring."
        room="short"
      />
      <WhoReads>Only the society’s staff can read this. {partner.name} cannot.</WhoReads>
      <TickBox
        name="shown"
        value="yes"
        label={`${partner.name} may still see my e-mail address`}
        hint="You can change this later on the page of the relationship."
      />
    </AskPage>
  );
}
