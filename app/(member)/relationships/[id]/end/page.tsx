import { redirect } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { TextArea } from "@/components/ui/field";
import { WhoReads } from "@/components/ui/who-reads";
import { enter } from "../enter";
import { end } from "./actions";

export default async function EndPage({ params }: PageProps<"/relationships/[id]/end">) {
  const { settings, relationship, id } = await enter(params);
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
          <p>Either of you may end it at any time, and nobody is to blame. When you do:</p>
          <ul className="grid list-disc gap-1.5 pl-6 marker:text-soft">
            <li>we tell {partner.name}, without your reason;</li>
            <li>meetings that lie ahead are cancelled, in both your calendars;</li>
            <li>everything that the two of you wrote stays readable to both, and nothing can be added;</li>
            <li>
              {viewerIs === "mentor"
                ? `your place is free again for another ${mentee}.`
                : `you can ask another ${mentor}, and ${partner.name} has a place free again.`}
            </li>
          </ul>
          <p>It cannot be undone. You remain free to stay in touch.</p>
          <p>
            If something is wrong between you that you would rather not raise yourself,{" "}
            <a href={`/support?relationship=${id}`}>tell the society</a>: staff can speak with your partner for you.
          </p>
        </>
      }
      action={end}
      submit="End relationship"
    >
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="reason"
        label="Why do you end it? (optional)"
        hint="It helps the society to look after its mentoring."
        room="short"
      />
      <WhoReads>Only the society’s staff can read this. {partner.name} cannot.</WhoReads>
    </AskPage>
  );
}
