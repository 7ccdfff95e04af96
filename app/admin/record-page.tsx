import type { ComponentProps, ReactNode } from "react";
import { Facts } from "@/components/ui/facts";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import { capital } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { LetterToPair } from "@/lib/staff/letters/letter";
import type { Party } from "@/lib/staff/relationships/conditions";
import type { SentLetter } from "@/lib/staff/relationships/letters/queries";
import { PartyLink } from "./party-link";
import { SentLetters } from "./sent-letters";

interface RecordPageProps {
  of: "proposals" | "relationships";
  id: string;
  mentee: Party;
  mentor: Party;
  lede: string;
  done: string | string[] | undefined;
  /** The reader is one of the two, and does nothing to it as staff. */
  isOwn: boolean;
  /** The prepared text that a letter to both begins with. */
  letterText?: string | null;
  /** What staff can still do to it; nothing once it is over. */
  commands: readonly { path: string; label: string; kind: "quiet" | "danger" }[];
  /** After the names of the two. */
  facts: ComponentProps<typeof Facts>["facts"];
  letters: readonly SentLetter[];
  /** Letters to the partners of many relationships, of which this is one. */
  toMany?: readonly LetterToPair[];
  settings: Settings;
  now: Date;
  timeZone: string;
  /** Beside the facts. */
  children: ReactNode;
}

/** One proposal or one relationship, as staff see it and act on it. */
export function RecordPage(props: RecordPageProps) {
  const { of, mentee, mentor, lede, done, isOwn, facts, letters, toMany = [], settings, now, timeZone, children } = props;
  const heading = nameBoth(of, mentee, mentor);
  const { words } = settings;
  return (
    <Page
      settings={settings}
      title={heading}
      heading={heading}
      lede={lede}
      back={{ href: `/admin/${of}`, label: capital(of) }}
      done={done}
    >
      {isOwn ? (
        <Note>
          <p>You are one of the two, so a colleague has to do anything that staff need to do here.</p>
        </Note>
      ) : (
        <Commands {...props} />
      )}
      <div className="grid grid-cols-1 items-start gap-10 full:grid-cols-2 full:gap-14">
        <Facts
          facts={[
            [capital(words.mentee), <PartyLink key="mentee" party={mentee} />],
            [capital(words.mentor), <PartyLink key="mentor" party={mentor} />],
            ...facts,
          ]}
        />
        {children}
      </div>
      <SentLetters letters={letters} toMany={toMany} settings={settings} now={now} timeZone={timeZone} />
    </Page>
  );
}

/** "Mei Tanaka to Gareth Pugh", or "and" once they are partners. */
export function nameBoth(of: RecordPageProps["of"], mentee: Party, mentor: Party): string {
  return `${mentee.name} ${of === "proposals" ? "to" : "and"} ${mentor.name}`;
}

function Commands({ of, id, letterText, commands }: RecordPageProps) {
  return (
    <div className="flex flex-wrap gap-3">
      <LinkButton href={`/admin/write/${id}${letterText ? `?text=${letterText}` : ""}`}>Write a letter</LinkButton>
      {commands.map(({ path, label, kind }) => (
        <LinkButton key={path} href={`/admin/${of}/${id}/${path}`} kind={kind}>
          {label}
        </LinkButton>
      ))}
    </div>
  );
}
