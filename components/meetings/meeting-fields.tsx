import { AllTheSame } from "@/components/ui/all-the-same";
import { DateTimeField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { TickBox } from "@/components/ui/tick-box";
import { WhoReads } from "@/components/ui/who-reads";
import { localOf, sayZone } from "@/lib/foundation/dates";
import type { Role } from "@/lib/foundation/viewer";
import { sayNumber } from "@/lib/foundation/wording";
import { ROOM } from "@/lib/mentoring/meetings/input";
import { type Meeting, type MeetingWords, WARNINGS } from "@/lib/mentoring/meetings/meeting";
import { sendLabel, warningSentence } from "@/lib/mentoring/meetings/wording";
import { sayWhoReads } from "@/lib/pairing/relationships/wording";
import { offered, type Settings } from "@/lib/society/settings/settings";

interface MeetingFieldsProps {
  viewerIs: Role;
  partnerName: string;
  settings: Settings;
  /** The viewer's. */
  timeZone: string;
  initial?: { meeting: Meeting; words: MeetingWords };
  /** What a new one may well be about. */
  suggestedTitle?: string | undefined;
  /** The earliest and latest time that can be chosen, as the browser writes it. */
  earliest?: string;
  latest?: string;
}

/** The fields of a meeting: to arrange one, to change it, or to log one. */
export function MeetingFields(props: MeetingFieldsProps) {
  const { viewerIs, partnerName, settings, initial } = props;
  const { meeting, words } = initial ?? {};
  const methods = offered(settings.methods, meeting ? [meeting.method] : []);
  return (
    <>
      <TimeFields {...props} />
      <TextField name="title" label="Title" initial={words?.title ?? props.suggestedTitle} maxLength={ROOM.title} />
      <SelectField
        name="method"
        label="Method"
        none="Please select a method"
        options={methods.map(({ id, label }) => ({ value: id, label }))}
        initial={meeting?.method}
      />
      <TextArea
        name="details"
        label="Enter meeting details"
        hint={`Place, link or agenda, if there is one. Up to ${sayNumber(ROOM.details)} characters.`}
        initial={words?.details}
        room="short"
      />
      <WhoReads>{sayWhoReads("partners", partnerName)}</WhoReads>
      <TickBox
        name="sendDetails"
        value="yes"
        label={sendLabel(viewerIs, settings.words)}
        hint={`If this is ticked, the title and details also go into the e-mail and the calendar. If not, ${partnerName} reads them here.`}
        isTicked={meeting?.sendsDetails ?? true}
      />
      <Concerns partnerName={partnerName} />
    </>
  );
}

/** Starts and Ends by the viewer's clock. */
export function TimeFields({
  timeZone,
  initial,
  earliest,
  latest,
}: Pick<MeetingFieldsProps, "timeZone" | "initial" | "earliest" | "latest">) {
  const { startsAt, endsAt } = initial?.meeting ?? {};
  const range = { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) };
  return (
    <div className="grid max-w-[40rem] grid-cols-[repeat(auto-fit,minmax(min(100%,15rem),1fr))] items-end gap-6">
      <DateTimeField
        name="starts"
        label="Starts"
        hint={`In your time zone: ${sayZone(timeZone)}.`}
        initial={startsAt && localOf(startsAt, timeZone)}
        {...range}
      />
      <DateTimeField name="ends" label="Ends" initial={endsAt && localOf(endsAt, timeZone)} {...range} />
    </div>
  );
}

/** The warnings about the time, if the form comes back with any. */
export function Concerns({ partnerName }: { partnerName: string }) {
  return (
    <AllTheSame name="confirmed" codes={WARNINGS.map((warning) => [warning, warningSentence(warning, partnerName)] as const)} />
  );
}
