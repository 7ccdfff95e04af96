import { addDays, dayOf } from "@/lib/foundation/dates";
import { sign } from "@/lib/mentoring/contracts/commands";
import { makeOffer } from "@/lib/mentoring/contracts/offer";
import { addGoal, noteGoal } from "@/lib/mentoring/goals/commands";
import { write as reflect } from "@/lib/mentoring/reflections/commands";
import { addWorksheet, changeWorksheet } from "@/lib/mentoring/worksheets/commands";
import { pickWords, type WorksheetKind } from "@/lib/mentoring/worksheets/worksheet";
import { markSeen, send } from "@/lib/pairing/conversations/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";
import { Random } from "../people/random";
import { idOf } from "../story/ids";
import { courseOf, type Pair } from "./pairs";
import { mustBeDone, personWith, viewerFor } from "./person";
import { CONVERSATIONS, G_STAR, GOALS, REFLECTIONS, SWOT } from "./words";

const DAY = 86_400_000;
/** So many pairs have used what there is beside meetings. More would make the first start longer, and be read by nobody. */
const MOST_PAIRS = 14;

/** What pairs write together: contracts, messages, goals, worksheets, and each for themselves. By the product's own commands. */
export async function workTogether(pairs: readonly Pair[], settings: Settings, now: Date): Promise<void> {
  const going = pairs.filter((pair) => !pair.endedAt && pair.firstConversationAt);
  const chosen = going.filter((pair) => isNamed(pair) || courseOf(pair, now) === "quiet");
  const others = going.filter((pair) => !chosen.includes(pair) && courseOf(pair, now) === "meeting");
  const all = [...chosen, ...others].slice(0, MOST_PAIRS);
  for (const [n, pair] of all.entries()) await new Work(pair, settings, now, n).do();
}

function isNamed({ menteeId, mentorId }: Pair): boolean {
  return [menteeId, mentorId].some((id) => Number(personWith(id).number) <= 100_008);
}

class Work {
  readonly #random: Random;

  constructor(
    readonly pair: Pair,
    readonly settings: Settings,
    readonly now: Date,
    readonly n: number,
  ) {
    this.#random = new Random(n + 100);
  }

  async do(): Promise<void> {
    const { n } = this;
    await this.#talk();
    // One in four has talked about it only.
    if (n % 4 !== 3) await this.#agree();
    if (n % 2 === 0) await this.#setGoals();
    if (n % 3 === 0) await this.#worksheet("swot", SWOT);
    if (n % 4 === 0) await this.#worksheet("g-star", G_STAR);
    if (n % 3 !== 2) await this.#reflect();
  }

  get #mentee() {
    return viewerFor(this.pair.menteeId, this.settings.society.timeZone);
  }
  get #mentor() {
    return viewerFor(this.pair.mentorId, this.settings.society.timeZone);
  }
  get #began(): Date {
    return this.pair.firstConversationAt ?? this.pair.startedAt;
  }

  /** The last of a conversation was written some days ago, and nearly everybody has read it. */
  async #talk(): Promise<void> {
    const { id } = this.pair;
    const lines = CONVERSATIONS[this.n % CONVERSATIONS.length] ?? [];
    const lastly = Math.max(this.#began.getTime() + DAY, this.now.getTime() - (1 + (this.n % 9)) * DAY);
    for (const [i, line] of lines.entries()) {
      const [by, to] = i % 2 === 0 ? [this.#mentee, this.#mentor] : [this.#mentor, this.#mentee];
      const at = new Date(lastly - (lines.length - 1 - i) * 5 * 3_600_000);
      const words = line.replaceAll("{other}", to.name.split(" ")[0] ?? to.name);
      const draft = { relationshipId: id, key: idOf("message", `${id}-${i}`), words };
      await mustBeDone("send a message", send(by, draft, at));
    }
    const readers = [this.#mentee, this.#mentor].slice(this.n % 5 === 0 ? 1 : 0);
    const readAt = new Date(Math.min(lastly + 3_600_000, this.now.getTime()));
    for (const reader of readers) await markSeen(reader, id, lines.length, readAt);
  }

  async #agree(): Promise<void> {
    for (const [i, by] of [this.#mentee, this.#mentor].entries()) {
      // The second signature is still missing from one of them.
      if (i === 1 && this.n === 1) return;
      const at = new Date(Math.min(this.#began.getTime() + (i + 1) * DAY, this.now.getTime()));
      const relationship = await findRelationship(by, this.pair.id, at);
      if (!relationship) throw new Error("the two are no partners");
      const { digest: seen } = await makeOffer(by, relationship, this.settings, at);
      await mustBeDone("sign", sign(by, this.pair.id, { type: "sign", name: by.name, seen }, this.settings, at));
    }
  }

  async #setGoals(): Promise<void> {
    const { id } = this.pair;
    for (let i = 0; i < 2; i++) {
      const goal = GOALS[(this.n + i) % GOALS.length] ?? GOALS[0];
      const { note, ...words } = goal;
      const which = { relationshipId: id, goalId: idOf("goal", `${id}-${i}`) };
      const target = dayOf(addDays(this.now, 40 + 30 * i, "UTC"), "UTC");
      await mustBeDone("set a goal", addGoal(this.#mentee, which, { ...words, target }, this.settings, this.#began));
      const said = { stepId: idOf("step", `${id}-${i}`), note, progress: "under-way", was: "not-started" } as const;
      const by = i === 0 ? this.#mentee : this.#mentor;
      await mustBeDone("note a goal", noteGoal(by, which, said, this.settings, this.#lately()));
    }
  }

  async #worksheet(kind: WorksheetKind, typed: Record<string, string>): Promise<void> {
    const { id } = this.pair;
    const worksheet = { relationshipId: id, worksheetId: idOf("worksheet", `${id}-${kind}`), kind };
    await mustBeDone(
      "add a worksheet",
      addWorksheet(this.#mentee, { ...worksheet, words: pickWords(kind, typed) }, this.settings, this.#began),
    );
    const box = kind === "swot" ? "opportunities" : "actions";
    const words = pickWords(kind, { ...typed, [box]: `${typed[box]}\nAsk two colleagues how they see it.` });
    const changed = { ...worksheet, words, base: 1, take: [] };
    await mustBeDone("change a worksheet", changeWorksheet(this.#mentor, changed, this.settings, this.#lately()));
  }

  async #reflect(): Promise<void> {
    const { id } = this.pair;
    const { timeZone } = this.settings.society;
    const words = { ...(REFLECTIONS[this.n % REFLECTIONS.length] ?? REFLECTIONS[0]), free: "" };
    for (const by of this.n % 2 === 0 ? [this.#mentee, this.#mentor] : [this.#mentee]) {
      const entry = { heldOn: dayOf(this.#began, timeZone), minutes: 60, isStructured: true, relationshipId: id, words };
      await mustBeDone("reflect", reflect(by, idOf("reflection", `${id}-${by.number}`), null, entry, this.#lately()));
    }
  }

  /** Some days ago, and after they began. */
  #lately(): Date {
    const at = this.now.getTime() - this.#random.between(2, 12) * DAY;
    return new Date(Math.min(Math.max(at, this.#began.getTime() + 3_600_000), this.now.getTime()));
  }
}
