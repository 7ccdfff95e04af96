import { NumberField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { WhoReads } from "@/components/ui/who-reads";
import { capital, sayMonths } from "@/lib/foundation/wording";
import { EXTENSION_MONTHS } from "@/lib/pairing/relationships/relationship";
import type { Settings } from "@/lib/society/settings/settings";
import type { Kind } from "@/lib/staff/inbox/kinds";
import { type Act, preparedForKind } from "@/lib/staff/inbox/many/act";
import { namePlaces, prepare } from "@/lib/staff/relationships/letters/prepared";

type Asking = Exclude<Act, "put-off">;

/** What will happen to each of them. */
export function sayConsequences(act: Asking, kind: Kind, { words }: Settings): string {
  switch (act) {
    case "write":
      return "Each pair gets a letter of their own, here and by e-mail. Nobody sees who else was written to.";
    case "remind":
      return `Each ${words.mentor} gets a reminder of the proposal, here and by e-mail, unless they have had one today.`;
    case "extend":
      return kind === "proposal-expiring"
        ? `Both are told the new deadline, and the ${words.mentor} is reminded once more if there is time.`
        : "Both are told the new end. Either of them can still end it at any time.";
    case "dismiss":
      return "They disappear from Today for all staff, and nobody else is told. You can take this back on the next page.";
  }
}

/** What the act needs to know, once for all of them. */
export function DeedFields({ act, kind, settings }: { act: Asking; kind: Kind; settings: Settings }) {
  if (act === "remind") return null;
  if (act === "dismiss") {
    return <TextArea name="reason" label="Why can they be dismissed?" hint="For your colleagues." room="short" />;
  }
  if (act === "write") return <LetterFields kind={kind} settings={settings} />;
  if (kind === "proposal-expiring") {
    return <NumberField name="amount" label="How many more days?" unit="days" initial={7} />;
  }
  return (
    <SelectField
      name="amount"
      label="By how long?"
      options={EXTENSION_MONTHS.map((value) => ({ value, label: capital(sayMonths(value)) }))}
      initial={EXTENSION_MONTHS[0]}
    />
  );
}

function LetterFields({ kind, settings }: { kind: Kind; settings: Settings }) {
  const places = namePlaces(settings);
  const { subject, words } = prepare(preparedForKind(kind), places, settings);
  return (
    <>
      <TextField name="subject" label="Subject" initial={subject} maxLength={120} />
      <TextArea
        name="words"
        label="Letter"
        hint={`${places.menteeName} and ${places.mentorName} become the names of the two.`}
        initial={words}
        room="long"
      />
      <WhoReads>
        Both of each pair read the same, here and by e-mail, in the name of {settings.society.name}. Answers go to{" "}
        {settings.support.email ?? "the society"}.
      </WhoReads>
    </>
  );
}
