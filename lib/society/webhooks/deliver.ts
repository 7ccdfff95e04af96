import { readRealClock } from "@/lib/foundation/clock";
import { env } from "@/lib/foundation/env";
import { describeDefect, log } from "@/lib/foundation/log";
import { type Answer, post } from "./post";
import { nextAttempt } from "./retries";
import { type Claimed, claimNext, listDueEndpoints, saveAttempt, turnOff } from "./save";
import { signedHeaders } from "./signature";
import { bodyOf } from "./webhook";

/** One sweep spends no longer on deliveries. The next one carries on with those that are left. */
const LONGEST_SWEEP_MS = 60_000;

export interface WebhookCounts {
  webhooksDelivered: number;
  webhooksFailed: number;
}

/**
 * Tells other systems what is due. Each endpoint is told one event after the other, all endpoints at the same time, so that one that hangs
 * keeps nobody waiting but itself; after a failed attempt it has to wait for the next sweep. Null when nobody is to be told anything.
 */
export async function deliverWebhooks(now: Date): Promise<WebhookCounts | null> {
  const endpoints = await listDueEndpoints(now);
  if (endpoints.length === 0) return null;
  const until = readRealClock() + LONGEST_SWEEP_MS;
  const all = await Promise.all(endpoints.map((id) => deliverTo(id, until, now)));
  const sum = (name: keyof WebhookCounts) => all.reduce((total, counts) => total + counts[name], 0);
  return { webhooksDelivered: sum("webhooksDelivered"), webhooksFailed: sum("webhooksFailed") };
}

async function deliverTo(endpointId: string, until: number, now: Date): Promise<WebhookCounts> {
  const counts = { webhooksDelivered: 0, webhooksFailed: 0 };
  try {
    while (readRealClock() < until) {
      const claimed = await claimNext(endpointId, now);
      if (!claimed) break;
      if (await attempt(claimed, now)) counts.webhooksDelivered++;
      else {
        counts.webhooksFailed++;
        break;
      }
    }
  } catch (error) {
    log().error({ endpointId, defect: describeDefect(error) }, "an endpoint could not be told");
  }
  return counts;
}

async function attempt(claimed: Claimed, now: Date): Promise<boolean> {
  const answer = await send(claimed);
  const status = "status" in answer ? answer.status : 0;
  const isDelivered = status >= 200 && status < 300;
  const next = status === GONE ? null : nextAttempt(claimed.attempts, claimed.firstAttemptAt, now);
  await saveAttempt(claimed, "status" in answer ? String(status) : answer.none, isDelivered, next);
  if (status === GONE) await turnOff(claimed, now);
  return isDelivered;
}

const GONE = 410;

async function send(claimed: Claimed): Promise<Answer> {
  if (claimed.secret === null) return { none: "unreachable" };
  const body = bodyOf(claimed);
  // Receivers compare it with their own clocks, whatever the demonstration's says.
  const headers = signedHeaders(claimed.secret, claimed.id, new Date(readRealClock()), body);
  return post(new URL(claimed.address), headers, body, env().isDemonstration);
}
