import { Fragment, type ReactNode } from "react";
import { StepsText } from "@/components/content/document-text";
import { RelationshipPage } from "@/components/relationships/relationship-page";
import { DateField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { titleOf } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { WhoReads } from "@/components/ui/who-reads";
import { dayOf } from "@/lib/foundation/dates";
import { env } from "@/lib/foundation/env";
import type { Tool } from "@/lib/pairing/programmes/programme";
import { settingsOf } from "@/lib/pairing/programmes/settings-of";
import { getTextIn } from "@/lib/pairing/programmes/texts/queries";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
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
  const { partner, isOpen, firstConversationAt, programme } = relationship;
  const surroundings = { settings: settingsOf(programme?.own ?? null, settings), signIn: env().SIGN_IN };
  const guidance = await getTextIn(programme?.id ?? null, "first-conversation", surroundings, now);
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
        <section aria-labelledby="guidance-heading" className="grid grid-cols-1 gap-5">
          <h2 id="guidance-heading">{guidance.title}</h2>
          <StepsText blocks={guidance.blocks} />
          <Afterwards relationship={relationship} words={settings.words} />
        </section>
        {isOpen && !firstConversationAt && (
          <aside
            aria-labelledby="held-heading"
            className="grid gap-6 rounded-[0.5rem] border border-rule bg-sheet p-5 wide:p-6"
          >
            <h2 id="held-heading">Have you talked?</h2>
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

const THEY_ARE = ["It is", "Both are", "All three are"];

interface AfterwardsProps {
  relationship: RelationshipView;
  words: Settings["words"];
}

/** The tools that help after a first conversation, as far as there are any. */
function Afterwards({ relationship: { id, without }, words }: AfterwardsProps) {
  const link = (place: string, name: string) => <Link href={`/relationships/${id}/${place}`}>{name}</Link>;
  const all: [tool: Tool, help: ReactNode][] = [
    [
      "swot",
      <>
        look at where the {words.mentee} stands with {link("swot", "SWOT")}
      </>,
    ],
    ["g-star", <>think one question through with {link("g-star", "G-STAR")}</>],
    ["goals", <>write down two or three {link("goals", "Goals")}</>],
  ];
  const helps = all.filter(([tool]) => !without.includes(tool));
  if (helps.length === 0) return null;
  const before = (i: number) => {
    if (i === 0) return "";
    if (i < helps.length - 1) return ", to ";
    return helps.length > 2 ? ", and to " : " and to ";
  };
  return (
    <p>
      Afterwards it helps to{" "}
      {helps.map(([tool, help], i) => (
        <Fragment key={tool}>
          {before(i)}
          {help}
        </Fragment>
      ))}
      . {THEY_ARE[helps.length - 1]} in Tools.
    </p>
  );
}
