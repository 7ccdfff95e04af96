import { addDays } from "@/lib/foundation/dates";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { livePartners, type Partners, people, visitAll } from "../partners";
import { must, type Try } from "../try";
import { visit } from "../visitor";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Sends the form with every id in it in capitals. */
async function pressInCapitals({ visitors: [visitor] }: Partners, path: string, button: string, changed = {}): Promise<void> {
  const fields = await visitor.formOf(path, button);
  const loud = fields.map(([name, value]): [string, string] => [name, UUID.test(value) ? value.toUpperCase() : value]);
  must(
    loud.some(([, value], i) => value !== fields[i]?.[1]),
    `${path}: the form ${button} has no id.`,
  );
  const { status, text } = await visitor.send(path, loud, changed);
  const said = /role="alert"[\s\S]{0,1500}/.exec(text)?.[0].replace(/<[^>]*>/g, " ");
  must(status === 303, `${path}: ${button} answers ${status}: ${said}`);
}

async function shout(partners: Partners): Promise<void> {
  const { id } = partners;
  const here = `/relationships/${id}`;
  const [meeting] = await db().meeting.findMany({ where: { relationshipId: id }, select: { id: true } });
  const [swot] = await db().sheet.findMany({ where: { relationshipId: id, kind: "swot" }, select: { id: true } });
  const [goal] = await db().goal.findMany({ where: { relationshipId: id }, select: { id: true } });
  const day = addDays(new Date(), 9, "Europe/London").toISOString().slice(0, 10);
  const time = { starts: `${day}T10:00`, ends: `${day}T11:00`, title: "LOUD meeting", method: "1" };
  await pressInCapitals(partners, `${here}/messages`, "Send", { words: "LOUD message" });
  await pressInCapitals(partners, `${here}/meetings`, "Save", time);
  await pressInCapitals(partners, `${here}/meetings/${meeting?.id}/change`, "Save", { title: "LOUD change" });
  await pressInCapitals(partners, `${here}/swot/new`, "Save", { title: "LOUD sheet", strengths: "LOUD swot" });
  await pressInCapitals(partners, `${here}/swot/${swot?.id}/edit`, "Save", { strengths: "LOUD version" });
  await pressInCapitals(partners, `${here}/g-star/new`, "Save", { title: "LOUD g-star", goals: "LOUD goals" });
  await pressInCapitals(partners, `${here}/goals/new`, "Save", { what: "LOUD goal" });
  await pressInCapitals(partners, `${here}/goals/${goal?.id}`, "Save progress", { note: "LOUD note" });
  await pressInCapitals(partners, `${here}/goals/${goal?.id}/edit`, "Save", { what: "LOUD change of a goal" });
  await pressInCapitals(partners, "/cpd/new?form=free", "Save", {
    relationshipId: id.toUpperCase(),
    free: "LOUD reflection",
    minutes: "30",
    countsAs: "structured",
  });
  await pressInCapitals(partners, `/support?relationship=${id.toUpperCase()}`, "Send", {
    relationshipId: id.toUpperCase(),
    category: "other",
    subject: "LOUD subject",
    words: "LOUD request",
    messages: ["1", "2"],
  });
}

export const TRIES: Try[] = [
  {
    name: "ids in capitals in hidden fields leave everything readable for both, and mails go on",
    async run() {
      const partners = await livePartners();
      await shout(partners);
      const count = await visitAll(partners);
      const here = `/relationships/${partners.id}`;
      for (const visitor of partners.visitors)
        for (const [path, words] of [
          [`${here}/messages`, "LOUD message"],
          [`${here}/messages`, "words of message"],
          [`${here}/meetings`, "LOUD meeting"],
          [`${here}/swot`, "LOUD sheet"],
          [`${here}/goals`, "LOUD goal"],
        ] as const)
          must((await visitor.ask(path)).text.includes(words), `${path} does not show ${words}.`);
      const outsider = await people.member();
      const mail = { key: `outsider:${outsider.id}`, memberId: outsider.id, kind: "password-changed" };
      await db().mail.create({ data: { ...mail, createdAt: new Date(), nextAttemptAt: new Date() } });
      const swept = await (await visit(null)).ask("/api/cron/sweep", {
        headers: { authorization: `Bearer ${env().CRON_SECRET}` },
      });
      must(swept.status === 200, `The sweep answers ${swept.status}.`);
      const { status } = await db().mail.findUniqueOrThrow({ where: { key: mail.key } });
      must(status === "sent", `A mail to somebody else is ${status}.`);
      return `${count} pages and files came`;
    },
  },
];
