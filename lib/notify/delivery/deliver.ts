import { setTimeout as sleep } from "node:timers/promises";
import { env } from "@/lib/foundation/env";
import { describeDefect, log } from "@/lib/foundation/log";
import type { Notices } from "@/lib/notify/notices/define";
import { type Outcome, type Sender, senderOf, type Transport } from "@/lib/notify/outbox/mail";
import { type Result, recordResults, takeDue, toResult } from "@/lib/notify/outbox/queue";
import { judge, putBack } from "@/lib/notify/outbox/retry";
import { withOneTimeLink } from "@/lib/notify/outbox/words";
import { getSettings } from "@/lib/society/settings/queries";
import { togetherOrApart } from "./batches";
import type { Suggest } from "./load";
import { prepare, type ReadyMail } from "./prepare";
import { makeSlots, type TakeSlot } from "./slots";
import { chosenTransport } from "./transport";

/** The moments between which a process may die without losing or doubling a mail. */
export type Checkpoint = "taken" | "rendered" | "answered" | "all-answered" | "recorded";

export interface DeliveryOptions {
  /** Everything that a mail may tell of. */
  notices: Notices;
  /** Mails in hand at a time. */
  limit?: number;
  /** After this long nothing new is begun. */
  budgetSeconds?: number;
  transport?: Transport;
  /** Whom a mentee may ask next; nobody where it is not given. */
  suggest?: Suggest;
  /** Called at each moment, so that a test can end the process there. */
  checkpoint?: (at: Checkpoint) => void;
}

export interface DeliveryCounts {
  sent: number;
  failed: number;
  /** Put off until later. */
  retried: number;
  /** Not sent, since there is no longer a reason to. */
  overtaken: number;
}

/** Mails with the provider at a time. */
const SENDING_AT_ONCE = 8;
/** A mail that has had no answer for so long becomes a straggler: others go on without it. */
const SLOW_AFTER_MS = 300;
/** Beyond so many stragglers a silent provider does hold up the others. */
const MOST_STRAGGLERS = 32;

interface Delivery extends Required<DeliveryOptions> {
  /** The product's time, going on while the delivery runs. */
  clock: () => Date;
  hasTime: () => boolean;
  takeSlot: TakeSlot;
  /** Mails whose answer is waited for beside the batches that came after theirs, each until it is recorded. */
  stragglers: Set<Promise<void>>;
  /** The provider answers nothing, or limits us for long: nothing more is taken. */
  isOver: boolean;
  counts: DeliveryCounts;
}

/**
 * Sends what is due, batch by batch, until nothing is or the time is up. Safe late, twice and in parallel: each mail is in
 * one delivery's hand, is kept as rendered before it is sent, and goes out under its key. A mail that cannot be written is
 * recorded as failed and stops nothing. Once a first batch has got through, two are in hand, so that a mail which the provider
 * never answers delays few others. Ends early when the provider answers nothing, or limits us for long.
 */
export async function deliverDue(now: Date, options: DeliveryOptions): Promise<DeliveryCounts> {
  const delivery = await begin(now, options);
  const lane = async () => {
    while (await deliverNext(delivery));
  };
  if (await deliverNext(delivery)) await Promise.all([lane(), lane()]);
  await Promise.all(delivery.stragglers);
  return delivery.counts;
}

async function begin(now: Date, options: DeliveryOptions): Promise<Delivery> {
  const { limit = 50, budgetSeconds = 20, suggest = nobody, checkpoint = () => {} } = options;
  const transport = options.transport ?? (await chosenTransport());
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  return {
    notices: options.notices,
    limit,
    budgetSeconds,
    transport,
    suggest,
    checkpoint,
    clock: () => new Date(now.getTime() + elapsed()),
    hasTime: () => elapsed() < budgetSeconds * 1000,
    takeSlot: makeSlots(SENDING_AT_ONCE),
    stragglers: new Set(),
    isOver: false,
    counts: { sent: 0, failed: 0, retried: 0, overtaken: 0 },
  };
}

/** One batch: taken, written, sent, recorded. Whether there may be another one. */
async function deliverNext(delivery: Delivery): Promise<boolean> {
  if (delivery.isOver || !delivery.hasTime()) return false;
  const held = await takeDue(delivery.limit, delivery.clock());
  if (held.length === 0) return false;
  delivery.checkpoint("taken");
  const settings = await getSettings();
  const sender = senderOf(env().MAIL_FROM, settings.society, settings.support);
  const { ready, unsendable } = await prepare(
    held,
    { settings, notices: delivery.notices },
    delivery.suggest,
    delivery.clock(),
  );
  delivery.checkpoint("rendered");
  const { tried, late } = await sendAll(ready, sender, delivery);
  delivery.checkpoint("all-answered");
  await finish([...unsendable, ...tried.map(({ result }) => result)], delivery);
  delivery.checkpoint("recorded");
  // Where nobody got an answer soon, the provider may be gone: that is known when the stragglers have theirs.
  const outcomes = (tried.length > 0 ? tried : await Promise.all(late)).map(({ outcome }) => outcome);
  const pauseSeconds = pauseAfter(outcomes);
  if (pauseSeconds === Number.POSITIVE_INFINITY) delivery.isOver = true;
  else if (pauseSeconds > 0) await sleep(pauseSeconds * 1000);
  return true;
}

interface Tried {
  result: Result;
  outcome: Outcome | null;
}

/** Writes down what became of mails, and counts them. */
async function finish(results: readonly Result[], { counts }: Delivery): Promise<void> {
  await record(results);
  for (const { status } of results) counts[status === "waiting" ? "retried" : status] += 1;
}

/**
 * Sends a few at a time. Once the provider limits us or the time is up, the rest goes back as it was. Comes back when each mail has
 * its answer or has become a straggler, which is finished by itself.
 */
async function sendAll(mails: readonly ReadyMail[], sender: Sender, delivery: Delivery) {
  const { transport, checkpoint, clock, hasTime, takeSlot, stragglers } = delivery;
  const late: Promise<Tried>[] = [];
  let isLimited = false;
  const sent = mails.map(async (mail): Promise<Tried | null> => {
    const giveBack = await takeSlot();
    if (isLimited || !hasTime()) {
      giveBack();
      return { result: toResult(mail, putBack(mail.attempts, clock()), null, clock()), outcome: null };
    }
    const answered = trySending(mail, sender, transport).then((outcome) => {
      checkpoint("answered");
      giveBack();
      isLimited ||= outcome.kind === "limited";
      return { result: toResult(mail, judge(mail.attempts, outcome, clock()), outcome, clock()), outcome };
    });
    if ((await isAnsweredSoon(answered)) || stragglers.size >= MOST_STRAGGLERS) return answered;
    giveBack();
    const straggler = answered.then(({ result }) => finish([result], delivery)).finally(() => stragglers.delete(straggler));
    stragglers.add(straggler);
    late.push(answered);
    return null;
  });
  const tried = (await Promise.all(sent)).filter((one) => one !== null);
  return { tried, late };
}

async function isAnsweredSoon(answered: Promise<unknown>): Promise<boolean> {
  const waiting = new AbortController();
  const soon = await Promise.race([
    answered.then(() => true),
    sleep(SLOW_AFTER_MS, false, { signal: waiting.signal }).catch(() => false),
  ]);
  waiting.abort();
  return soon;
}

async function trySending(mail: ReadyMail, sender: Sender, transport: Transport): Promise<Outcome> {
  try {
    return await transport.send({ key: mail.key, ...(await withOneTimeLink(mail.rendered, mail.data)), ...sender });
  } catch (error) {
    return { kind: "unavailable", reason: `It could not be sent: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A result that cannot be written leaves its mail held until the hold runs out, and no other. */
async function record(results: readonly Result[]): Promise<void> {
  const recording = async (some: readonly Result[]) => {
    await recordResults(some);
    return [];
  };
  await togetherOrApart(results, recording, ({ key }, error) =>
    log().error({ key, defect: describeDefect(error) }, "what became of a mail could not be written down"),
  );
}

/** How long to hold off before the next batch: not at all, as long as the provider asks, or for this time altogether. */
function pauseAfter(outcomes: readonly (Outcome | null)[]): number {
  const tried = outcomes.filter((outcome) => outcome !== null);
  if (tried.length > 0 && tried.every(({ kind }) => kind === "unavailable")) return Number.POSITIVE_INFINITY;
  const limits = tried.flatMap((outcome) =>
    outcome.kind === "limited" ? [outcome.retryAfterSeconds ?? Number.POSITIVE_INFINITY] : [],
  );
  const longest = Math.max(0, ...limits);
  return longest > LONGEST_PAUSE_SECONDS ? Number.POSITIVE_INFINITY : longest;
}

const nobody: Suggest = async () => [];

/** Longer than this, waiting is for the next delivery. */
const LONGEST_PAUSE_SECONDS = 5;
