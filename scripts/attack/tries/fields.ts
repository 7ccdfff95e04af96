import { listActions } from "@/e2e/doors";
import { db } from "@/lib/foundation/db/client";
import { people } from "../partners";
import { must, type Try } from "../try";
import { type Visitor, visit } from "../visitor";

/** Of a form with a hundred odd fields: far more than it takes, far less than the seconds of a parser that makes lists of holes. */
const LONGEST_MS = 5000;

const ODD: [string, string][] = [
  ["roles[2500000]", "mentee"],
  ["role[2500000]", "mentee"],
  ["id[2500000]", "x"],
  ["words[1000000].a[1000000]", "x"],
  ["__proto__", "x"],
  ["constructor.prototype.a", "x"],
  ["__intent__", JSON.stringify({ type: "insert", payload: { name: "roles", index: 2_500_000 } })],
  ["__state__", "{}"],
  ["a".repeat(300), "x"],
  ...Array.from({ length: 90 }, (_, i): [string, string] => [`x${"[9]".repeat(i)}`, "y".repeat(50)]),
];

/** As a page's script sends it, to every action of the build. */
async function sendToAll(visitor: Visitor): Promise<{ longest: number; largest: number; sent: number; count: number }> {
  const worst = { longest: 0, largest: 0, sent: 0, count: 0 };
  const [some] = await db().relationship.findMany({ take: 1, select: { id: true } });
  for (const { id, path } of listActions()) {
    const plain = id.startsWith("40");
    const fields: [string, string][] = [
      ...ODD.map(([name, value]): [string, string] => [`1_${name}`, value]),
      ["0", JSON.stringify(plain ? ["$K1"] : [{ values: {}, errors: {}, message: null }, "$K1"])],
    ];
    const answer = await visitor.send(
      path.replaceAll(/\[[^\]]*\]/g, some?.id ?? "none"),
      fields,
      {},
      {
        "next-action": id,
        accept: "text/x-component",
      },
    );
    worst.sent = JSON.stringify(fields).length;
    worst.longest = Math.max(worst.longest, answer.ms);
    worst.largest = Math.max(worst.largest, answer.body.length);
    worst.count += 1;
    must(answer.status < 500, `${path} answers ${answer.status}.`);
    must(answer.ms < LONGEST_MS, `${path} took ${Math.round(answer.ms)} ms.`);
  }
  return worst;
}

const say = ({ longest, largest, sent, count }: Awaited<ReturnType<typeof sendToAll>>) =>
  `${count} actions, ${sent} bytes sent to each, longest ${Math.round(longest)} ms, largest answer ${largest} bytes`;

export const TRIES: Try[] = [
  {
    name: "a list of two and a half million places in the name of a field is no work for any action, without a session",
    run: async () => say(await sendToAll(await visit(null))),
  },
  {
    name: "nor with one",
    run: async () => say(await sendToAll(await visit(await people.member({ staff: "admin", isMentee: true })))),
  },
];
