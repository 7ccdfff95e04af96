"use server";

import type { z } from "zod";
import { formAction, goTo, type Outcome, refused } from "@/lib/entrypoints/form-action";
import type { Viewer } from "@/lib/foundation/viewer";
import type { MeetingRefusal, TypedPlan } from "@/lib/mentoring/meetings/circumstances";
import * as meetings from "@/lib/mentoring/meetings/commands";
import { ChangeInput, FeedInput, MeetingInput, MoveInput, SuggestInput } from "@/lib/mentoring/meetings/input";
import { fieldOf, gapSentence, refusalSentence, warningSentence } from "@/lib/mentoring/meetings/wording";
import { renewFeed } from "@/lib/notify/calendar/commands";
import { findRelationship } from "@/lib/pairing/relationships/queries";
import type { Settings } from "@/lib/society/settings/settings";

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

export const accept = formAction(MoveInput, (given) => move(meetings.accept, "meeting-accepted", given));
export const decline = formAction(MoveInput, (given) => move(meetings.decline, "meeting-declined", given));
export const take = formAction(MoveInput, (given) => move(meetings.take, "meeting-agreed", given));
export const cancel = formAction(MoveInput, (given) => move(meetings.cancel, "meeting-cancelled", given));
export const hold = formAction(MoveInput, (given) => move(meetings.hold, "meeting-held", given));
export const miss = formAction(MoveInput, (given) => move(meetings.miss, "meeting-missed", given));

/** Makes or replaces the member's private calendar address. */
export const renewAddress = formAction(FeedInput, async ({ input: { relationshipId }, viewer, now }) => {
  await renewFeed(viewer, now);
  return goTo(meetingsOf(relationshipId), "calendar-renewed");
});

interface Given {
  input: z.infer<typeof MoveInput>;
  viewer: Viewer;
  settings: Settings;
  now: Date;
}

/** A button: when it is refused, the page as it is now says why, since the button may not be there any more. */
async function move(
  command: typeof meetings.accept,
  say: string,
  { input: { relationshipId, meetingId, version }, viewer, settings, now }: Given,
): Promise<Outcome> {
  const result = await command(viewer, { relationshipId, meetingId, seen: version }, settings, now);
  return result.ok ? goTo(meetingsOf(relationshipId), say) : goTo(`${meetingsOf(relationshipId)}?refused=${result.reason}`);
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
