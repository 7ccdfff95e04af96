import { notFound } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { RadioGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { TextArea, TextField } from "@/components/ui/field";
import { Page } from "@/components/ui/page";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { decide } from "@/lib/staff/members/decide";
import { COMMANDS, type Command, type Entry, type Staff } from "@/lib/staff/members/directory";
import { findEntry } from "@/lib/staff/members/entry/queries";
import { COMMAND_WORDS, STAFF_WORDS, sayConsequences, sayRefusal } from "@/lib/staff/members/wording";
import * as actions from "./actions";

const ACTIONS = {
  suspend: actions.suspend,
  reactivate: actions.reactivate,
  "end-sessions": actions.endSessions,
  approve: actions.approve,
  refuse: actions.refuse,
  "change-staff": actions.changeStaff,
  "restore-sign-in": actions.restoreSignIn,
  "remove-second-step": actions.removeSecondStep,
  erase: actions.erase,
} as const satisfies Record<Command, unknown>;

/** Asks before staff do something to an account, and says what will happen. */
export default async function CommandPage({ params }: PageProps<"/admin/members/[id]/[command]">) {
  const viewer = await requireStaff();
  const [{ settings }, { id, command: named }] = await Promise.all([readRequest(), params]);
  const command = COMMANDS.find((one) => one === named);
  const entry = command && (await findEntry(viewer, id));
  if (!command || !entry) notFound();
  const { button, ask, no } = COMMAND_WORDS[command];
  const back = { href: `/admin/members/${id}`, label: entry.name };
  const decided = decide({ ...entry, memberId: id, isErased: entry.erasedAt !== null }, command, viewer);
  if (!decided.ok) {
    return (
      <Page settings={settings} title={button} heading={ask(entry.name)} back={back} problem={sayRefusal(decided.reason)} />
    );
  }
  return (
    <AskPage
      settings={settings}
      heading={ask(entry.name)}
      title={button}
      back={back}
      action={ACTIONS[command]}
      submit={button}
      no={no}
      kind={["suspend", "refuse", "erase"].includes(command) ? "danger" : "main"}
      consequences={
        <ul className="grid list-disc gap-2.5 pl-6 marker:text-soft">
          {sayConsequences(command, entry, settings).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      }
    >
      <input type="hidden" name="memberId" value={id} />
      {/* Not what confirms an erasure. */}
      {command === "suspend" && <Draft memberId={viewer.memberId} place={`admin/members/${id}/suspend`} />}
      <FieldsOf command={command} entry={entry} />
    </AskPage>
  );
}

function FieldsOf({ command, entry }: { command: Command; entry: Entry }) {
  switch (command) {
    case "suspend":
      return (
        <TextArea
          name="reason"
          label="Why"
          hint="Other staff can read this. The member and their partners do not see it, but by law the member may ask for a copy."
        />
      );
    case "change-staff":
      return (
        <RadioGroup
          name="staff"
          legend="Staff rights"
          initial={[entry.staff]}
          options={(Object.keys(STAFF_WORDS) as Staff[]).map((value) => ({ value, label: STAFF_WORDS[value] }))}
        />
      );
    case "erase":
      return (
        <TextField
          name="number"
          label={`Membership number of ${entry.name}`}
          hint={`To confirm, type it here: ${entry.number}.`}
        />
      );
    default:
      return null;
  }
}
