"use server";

import type { z } from "zod";
import { formAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import type { Viewer } from "@/lib/foundation/viewer";
import type { MeetingRefusal, TypedPlan } from "@/lib/mentoring/meetings/circumstances";
import * as meetings from "@/lib/mentoring/meetings/commands";
import {
  CancelInput,
  ChangeInput,
  FeedInput,
  MeetingInput,
  type Press,
  PressInput,
  SuggestInput,
} from "@/lib/mentoring/meetings/input";
import { fieldOf, gapSentence, refusalSentence, warningSentence } from "@/lib/mentoring/meetings/wording";
import { renewFeed } from "@/lib/notify/calendar/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";

export const arrange = formAction(MeetingInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, meetingId } = input;
  const result = await meetings.arrange(viewer, { relationshipId, meetingId }, toPlan(input), settings, now);
  return result.ok ? goTo(meetingsOf(relationshipId), "meeting-arranged") : sayRefused(result, viewer, relationshipId, now);
});

export const log = formAction(MeetingInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, meetingId } = input;
  const result = await meetings.log(viewer, { relationshipId, meetingId }, toPlan(input), settings, now);
  return result.ok ? goTo(meetingsOf(relationshipId), "meeting-logged") : sayRefused(result, viewer, relationshipId, now);
});

export const change = formAction(ChangeInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, meetingId, version } = input;
  const result = await meetings.change(viewer, { relationshipId, meetingId, seen: version }, toPlan(input), settings, now);
  return result.ok ? goTo(meetingsOf(relationshipId), "meeting-changed") : sayRefused(result, viewer, relationshipId, now);
});

export const suggest = formAction(SuggestInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, meetingId, version, ...time } = input;
  const result = await meetings.suggest(viewer, { relationshipId, meetingId, seen: version }, time, settings, now);
  return result.ok ? goTo(meetingsOf(relationshipId), "meeting-suggested") : sayRefused(result, viewer, relationshipId, now);
});

export const cancel = formAction(CancelInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId, meetingId, version } = input;
  const result = await meetings.cancel(viewer, { relationshipId, meetingId, seen: version }, settings, now);
  return afterMove(relationshipId, result, "meeting-cancelled");
});

/** What each button of the list does, and what is said then. */
const PRESSES = {
  accept: { command: meetings.accept, say: "meeting-accepted" },
  decline: { command: meetings.decline, say: "meeting-declined" },
  take: { command: meetings.take, say: "meeting-agreed" },
  hold: { command: meetings.hold, say: "meeting-held" },
  miss: { command: meetings.miss, say: "meeting-missed" },
} satisfies Record<Press, object>;

export const press = formAction(PressInput, async ({ input, viewer, settings, now }) => {
  const { relationshipId } = input;
  const { press, ...which } = input.press;
  const { command, say } = PRESSES[press];
  return afterMove(relationshipId, await command(viewer, { relationshipId, ...which }, settings, now), say);
});

/** Makes or replaces the member's private calendar address. */
export const renewAddress = formAction(FeedInput, async ({ input: { relationshipId }, viewer, now }) => {
  await renewFeed(viewer, now);
  return goTo(meetingsOf(relationshipId), "calendar-renewed");
});

/** When it is refused, the page as it is now says why, since the button may not be there any more. */
function afterMove(relationshipId: string, result: Awaited<ReturnType<typeof meetings.cancel>>, say: string): Outcome {
  const list = meetingsOf(relationshipId);
  return result.ok ? goTo(list, say) : goTo(`${list}?refused=${result.reason}`);
}

function toPlan({ starts, ends, confirmed, method, title, details, sendDetails }: z.infer<typeof MeetingInput>): TypedPlan {
  return { starts, ends, confirmed, method, sendsDetails: sendDetails === "yes", words: { title, details } };
}

/** The refusal beside the field that it is about; a warning about the time with all its sentences. */
async function sayRefused(
  { reason, warnings, gap }: MeetingRefusal,
  viewer: Viewer,
  relationshipId: string,
  now: Date,
): Promise<Outcome> {
  if (gap) return refused(gapSentence(gap), gap.field);
  const field = fieldOf(reason) ?? undefined;
  if (reason !== "unconfirmed") return refused(refusalSentence(reason), field);
  const relationship = await findRelationship(viewer, relationshipId, now);
  return refused(warnings.map((warning) => warningSentence(warning, relationship?.partner.name ?? "")).join(" "), field);
}

function meetingsOf(relationshipId: string): string {
  return `/relationships/${relationshipId}/meetings`;
}
