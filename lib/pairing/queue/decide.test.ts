import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decided, exampleCommand, FREE, onDay, SYSTEM, sentProposal } from "@/testing/proposals/examples";
import { order, placesToOffer, refuseKeeping } from "./decide";

const closed = (because: "mentor-full" | "mentor-away" | "mentor-left" | "mentee-matched") =>
  decided(sentProposal(), { type: "close", actor: SYSTEM, because }, onDay(1)).proposal;

describe("Keep my place", () => {
  const matched = { ...FREE, mentee: { ...FREE.mentee, takenPlaces: [1] } };
  const gone = { ...FREE, mentee: { ...FREE.mentee, isActive: false } };
  const full = { ...FREE, mentor: { ...FREE.mentor, takenPlaces: [1, 2] } };
  test.each([
    ["a full mentor", closed("mentor-full"), full, null],
    ["a mentor who is away", closed("mentor-away"), { ...FREE, mentor: { ...FREE.mentor, isAvailable: false } }, null],
    ["a mentor who has a place again", closed("mentor-full"), FREE, null],
    ["a mentor who left", closed("mentor-left"), FREE, "not-keepable"],
    ["somebody who found a mentor at the time", closed("mentee-matched"), FREE, "not-keepable"],
    ["somebody who has found a mentor since", closed("mentor-full"), matched, "mentee-has-mentor"],
    ["somebody who is no mentee any more", closed("mentor-full"), gone, "not-yours"],
    ["a proposal that waits for a reply", sentProposal(), FREE, "not-keepable"],
    ["a rejected one", decided(sentProposal(), exampleCommand("reject"), onDay(1)).proposal, FREE, "not-keepable"],
    ["one taken back", decided(sentProposal(), exampleCommand("withdraw"), onDay(1)).proposal, FREE, "not-keepable"],
  ] as const)("%s", (_, proposal, circumstances, expected) => {
    expect(refuseKeeping(proposal, circumstances)).toBe(expected);
  });
});

test("first come those whose earlier mentor was silent, then by time", () => {
  const place = (proposalId: string, day: number, goesFirst = false) => ({ proposalId, joinedAt: onDay(day), goesFirst });
  const queue = [place("c", 3), place("b", 5, true), place("a", 1), place("e", 2, true), place("d", 3)];
  expect(
    queue
      .sort(order)
      .map(({ proposalId }) => proposalId)
      .join(""),
  ).toBe("ebacd");
});

describe("the free places to ask for", () => {
  test.each([
    [0, [], []],
    [1, [], [1]],
    [3, [], [1, 2, 3]],
    [3, [2], [1, 3]],
    [1, [1], []],
    // Two were free and asked for; one of them was then taken by somebody else.
    [1, [2], []],
    [2, [3], [1]],
  ])("%i free, asked for %j: %j", (free, asked, expected) => {
    expect(placesToOffer(free, asked)).toEqual(expected);
  });

  test("never more are asked for than are free, and never twice for one", () => {
    fc.assert(
      fc.property(fc.nat({ max: 20 }), fc.uniqueArray(fc.integer({ min: 1, max: 20 })), (free, asked) => {
        const offered = placesToOffer(free, asked);
        expect(offered.length + asked.length).toBeLessThanOrEqual(Math.max(free, asked.length));
        expect(new Set([...offered, ...asked]).size).toBe(offered.length + asked.length);
      }),
    );
  });
});
