import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { AskPage } from "@/components/ui/ask-page";
import { CheckboxGroup } from "@/components/ui/choices";
import { Draft } from "@/components/ui/draft";
import { HiddenField } from "@/components/ui/hidden-field";
import { keyOf } from "@/lib/foundation/once";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { scopeOf } from "@/lib/people/rights/rights";
import { readKey } from "@/lib/staff/inbox/kinds";
import { actsFor, isAct, MOST_AT_ONCE, writeItem } from "@/lib/staff/inbox/many/act";
import { findChosen } from "@/lib/staff/inbox/many/queries";
import { sayQuestion } from "@/lib/staff/inbox/many/wording";
import { sayAside } from "@/lib/staff/inbox/wording";
import { dismissMany, extendMany, remindMany, writeToMany } from "./actions";
import { DeedFields, sayConsequences } from "./deed-fields";

const ACTIONS = { write: writeToMany, remind: remindMany, extend: extendMany, dismiss: dismissMany };

/** Asks before staff do something to several items at once: who they are, and the words or days for all of them. */
export default async function ManyPage({ params, searchParams }: PageProps<"/admin/today/many/[act]">) {
  const viewer = await requireStaff("today");
  const [{ settings }, { act }, { key = [] }] = await Promise.all([readRequest(), params, searchParams]);
  if (!isAct(act) || act === "put-off") notFound();
  const keys = [...new Set([key].flat())].slice(0, MOST_AT_ONCE);
  const kind = readKey(keys[0] ?? "")?.kind;
  if (!kind || !actsFor(kind).includes(act)) notFound();
  const chosen = await findChosen(
    scopeOf(viewer, "today") ?? [],
    keys.filter((one) => readKey(one)?.kind === kind),
  );
  if (chosen.length === 0) notFound();
  const { heading, submit } = sayQuestion(act, kind, settings.words);
  return (
    <AskPage
      settings={settings}
      heading={heading}
      title={heading}
      back={{ href: "/admin", label: "Today" }}
      consequences={<p>{sayConsequences(act, kind, settings)}</p>}
      action={ACTIONS[act]}
      submit={submit}
      kind="main"
      no="Change nothing"
    >
      <HiddenField name="formId" initial={randomUUID()} />
      {/* A draft holds the ticks as well, so it belongs to this choice of items alone. */}
      <Draft memberId={viewer.memberId} place={`admin/today/many/${keyOf(act, keys)}`} />
      <CheckboxGroup
        name="items"
        legend="For these"
        options={chosen.map((one) => ({ value: writeItem(one), label: sayAside(one, settings.words) }))}
        initial={chosen.map(writeItem)}
      />
      <DeedFields act={act} kind={kind} settings={settings} />
    </AskPage>
  );
}
