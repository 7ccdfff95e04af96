import { RelationshipPage } from "@/components/relationships/relationship-page";
import { DateField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { WhoReads } from "@/components/ui/who-reads";
import { dayOf } from "@/lib/foundation/dates";
import type { Settings } from "@/lib/society/settings/settings";
import { requireRelationship } from "../require-relationship";
import { holdFirstConversation } from "./actions";

export default async function FirstConversationPage({
  params,
  searchParams,
}: PageProps<"/relationships/[id]/first-conversation">) {
  const [{ viewer, settings, now, relationship, id }, { done }] = await Promise.all([
    requireRelationship(params),
    searchParams,
  ]);
  const { partner, isOpen, firstConversationAt } = relationship;
  const day = dayOf(now, viewer.timeZone);
  return (
    <RelationshipPage
      settings={settings}
      relationship={relationship}
      current="first-conversation"
      heading="First conversation"
      title="First conversation"
      lede={
        firstConversationAt ? (
          <>
            Held on <Time at={firstConversationAt} now={now} timeZone={viewer.timeZone} />. These ideas may still be useful.
          </>
        ) : !isOpen ? (
          `You and ${partner.name} did not note a first conversation.`
        ) : (
          `All you need to bring is a little curiosity. Half an hour is enough to find out how you and ${partner.name} will work together.`
        )
      }
      done={done}
    >
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-[1.55fr_1fr] full:gap-14">
        <Guidance id={id} words={settings.words} />
        {isOpen && !firstConversationAt && (
          <aside aria-labelledby="held" className="grid gap-6 rounded-[0.5rem] border border-rule bg-sheet p-5 wide:p-6">
            <h2 id="held">Have you talked?</h2>
            <p>
              <LinkButton href={`/relationships/${id}/meetings?first=yes#arrange`}>Arrange it as a meeting</LinkButton>
            </p>
            <Form
              action={holdFirstConversation}
              submit="Yes, we have talked"
              kind="quiet"
              title={titleOf("First conversation", settings)}
              isOneOfSeveral
            >
              <input type="hidden" name="id" value={id} />
              <DateField name="day" label="When did you talk?" initial={day} latest={day} />
            </Form>
            <WhoReads>You, {partner.name} and the society’s staff can see the day you talked, and nothing else.</WhoReads>
          </aside>
        )}
      </div>
    </RelationshipPage>
  );
}

const STEPS: readonly [heading: string, text: string][] = [
  ["Break the ice", "Tell each other how you came to the profession, and what made you say yes to mentoring."],
  ["Your work now", "Describe a usual week: what takes your time, what gives you energy, what you would gladly hand over."],
  ["What you are proud of", "Name something each of you has achieved, however small, and what it took."],
  ["What you share", "Look for common ground: places, people, interests, things outside of work."],
  ["How you keep in touch", "Agree on messages, telephone or e-mail, and how quickly each of you may expect an answer."],
  ["Who arranges the meetings", "Agree which of you makes sure that there is always a next date."],
  ["Where and when", "Decide how often you meet, for how long, and where or how."],
];

function Guidance({ id, words }: { id: string; words: Settings["words"] }) {
  const tool = (place: string, name: string) => <Link href={`/relationships/${id}/${place}`}>{name}</Link>;
  return (
    <section aria-labelledby="guidance" className="grid gap-5">
      <h2 id="guidance">What to talk about</h2>
      <ol className="grid gap-4">
        {STEPS.map(([heading, text]) => (
          <li key={heading} className="border-l-2 border-rule pl-4">
            <h3>{heading}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <p>
        Afterwards it helps to look at where the {words.mentee} stands with {tool("swot", "SWOT")}, to think one question
        through with {tool("g-star", "G-STAR")}, and to write down two or three {tool("goals", "Goals")}. All three are in
        Tools.
      </p>
    </section>
  );
}
