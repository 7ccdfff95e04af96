"use server";

import { after } from "next/server";
import { goTo, type Outcome, refused, staffAction } from "@/lib/entrypoints/form-action";
import { readTicks } from "@/lib/foundation/ticks";
import { SOCIETY_SCHEME } from "@/lib/pairing/programmes/programme";
import { findSuggestible } from "@/lib/pairing/proposals/suggesting/queries";
import { carryOn } from "@/lib/staff/matching/carry-on";
import * as matching from "@/lib/staff/matching/commands";
import * as drafts from "@/lib/staff/matching/drafts/commands";
import { ActInput, addressOf, BeginInput, ChooseInput, RunInput, SeenInput, SuggestInput } from "@/lib/staff/matching/input";
import { publish } from "@/lib/staff/matching/publishing/commands";
import { publishFirst } from "@/lib/staff/matching/sweep-step";
import { sayRefusal, sayWhyNot } from "@/lib/staff/matching/wording";

const OF_ID = { area: "matching", of: "runs", ids: ({ id }: { id: string }) => [id] } as const;
const OF_RUN = { area: "matching", of: "runs", ids: ({ runId }: { runId: string }) => [runId] } as const;
const OF_PROGRAMME = {
  ...({ area: "matching", of: "programmes" } as const),
  ids: ({ programmeId }: { programmeId: string }) => [programmeId],
};

const pageOf = (id: string) => `/admin/matching/${id}`;

/** Begins; the work itself goes on after the response, and where this process is stopped, in the sweep. */
export const beginMatching = staffAction(
  BeginInput,
  async ({ input, viewer, settings, now }) => {
    const begun = await matching.begin(viewer, input.programmeId, now);
    if (!begun.ok) return refused(sayRefusal(begun.reason, settings.words));
    after(() => carryOn(begun.value, now));
    return goTo(pageOf(begun.value));
  },
  OF_PROGRAMME,
);

export const matchAgain = staffAction(
  SeenInput,
  async ({ input, viewer, settings, now }) => {
    const begun = await matching.rerun(viewer, input, now);
    if (!begun.ok) return refused(sayRefusal(begun.reason, settings.words));
    after(() => carryOn(input.id, now));
    return goTo(pageOf(input.id));
  },
  OF_ID,
);

export const cancelMatching = staffAction(
  RunInput,
  async ({ input, viewer, settings, now }) => {
    const cancelled = await matching.cancel(viewer, input, now);
    return cancelled.ok ? goTo(pageOf(input.id), "matching-cancelled") : refused(sayRefusal(cancelled.reason, settings.words));
  },
  OF_ID,
);

export const endMatching = staffAction(
  SeenInput,
  async ({ input, viewer, settings, now }) => {
    const ended = await matching.end(viewer, input, now);
    return ended.ok ? goTo("/admin/matching", "matching-ended") : refused(sayRefusal(ended.reason, settings.words));
  },
  OF_ID,
);

/** Locks, unlocks, drops or publishes what is ticked. */
export const actOnMatches = staffAction(
  ActInput,
  async ({ input: { runId, act, ticked, all, ...list }, viewer, settings, now }) => {
    const ticks = readTicks([...ticked, ...all]);
    if (act === "publish") return publishThese(await publish(viewer, runId, ticks, now), runId, settings.words, now, list.who);
    const acted = await drafts.act(viewer, runId, act, ticks, now);
    if (!acted.ok) return refused(sayRefusal(acted.reason, settings.words));
    return goTo(addressOf(runId, list), acted.value.left > 0 ? "matches-partly" : `matches-${act}`);
  },
  OF_RUN,
);

export const publishAll = staffAction(
  RunInput,
  async ({ input: { id }, viewer, settings, now }) =>
    publishThese(await publish(viewer, id, "all", now), id, settings.words, now),
  OF_ID,
);

export const chooseMentor = staffAction(
  ChooseInput,
  async ({ input, viewer, settings, now }) => {
    const chosen = await drafts.chooseOffered(viewer, input, now);
    if (!chosen.ok) return refused(sayRefusal(chosen.reason, settings.words));
    const { displaced } = chosen.value;
    return goTo(
      addressOf(input.runId, input),
      displaced ? (displaced.hasNext ? "match-moved-on" : "match-displaced") : "match-chosen",
    );
  },
  OF_RUN,
);

/** By hand: a draft in the run of the programme, which begins with it where there is none; or both asked at once. */
export const suggestPair = staffAction(
  SuggestInput,
  async ({ input, viewer, settings, now }) => {
    const { programmeId, menteeId, mentorId, seen, how } = input;
    const inProposals = programmeId === SOCIETY_SCHEME ? null : programmeId;
    const found = await findSuggestible(viewer.memberId, { menteeId, mentorId, programmeId: inProposals }, settings, now);
    if (!found || found.refusal) return refused(sayWhyNot(found?.refusal ?? "not-found", settings.words));
    const run = await matching.beginByHand(viewer, programmeId, now);
    if (!run.ok) return refused(sayRefusal(run.reason, settings.words));
    const chosen = await drafts.choose(viewer, { runId: run.value, menteeId, mentorId, seen }, now);
    if (!chosen.ok) return refused(sayRefusal(chosen.reason, settings.words));
    if (how === "draft") return goTo(`${pageOf(run.value)}?view=locked`, "match-chosen");
    const { matchId: id, version } = chosen.value;
    return publishThese(await publish(viewer, run.value, [{ id, seen: version }], now), run.value, settings.words, now);
  },
  { ...OF_PROGRAMME, members: ({ menteeId, mentorId }) => [menteeId, mentorId] },
);

type Published = Awaited<ReturnType<typeof publish>>;

function publishThese(
  published: Published,
  runId: string,
  words: Parameters<typeof sayRefusal>[1],
  now: Date,
  who?: string,
): Outcome {
  if (!published.ok) return refused(sayRefusal(published.reason, words));
  after(() => publishFirst(runId, now));
  return goTo(addressOf(runId, { view: "published", who }), "matches-publish");
}
