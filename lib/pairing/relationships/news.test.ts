import { describe, expect, test } from "vitest";
import { ACTIVE, NOW } from "@/testing/relationships/examples";
import { newsOf } from "./news";

const { menteeId, mentorId, id } = ACTIVE;
type Partner = Parameters<typeof newsOf>[1]["partner"];
const AS_MENTEE = { id, viewerIs: "mentee" as const, partner: { memberId: mentorId } as Partner };
const AS_MENTOR = { id, viewerIs: "mentor" as const, partner: { memberId: menteeId } as Partner };
const news = (now: Date, zone = "Europe/London") =>
  newsOf({ memberId: menteeId }, AS_MENTEE, "goals-changed", "goal-added", zone, now);

describe("what one of the two did", () => {
  test("is a line in the audit trail, and a notice for the other", () => {
    expect(news(NOW)).toEqual({
      facts: [
        { at: NOW, actor: "member", actorId: menteeId, fact: "goal-added", subject: "relationship", subjectId: id, data: {} },
      ],
      notices: [
        {
          key: `relationship:${id}:goals-changed:2026-06-01:${mentorId}`,
          to: mentorId,
          role: "mentor",
          kind: "goals-changed",
          proposalId: id,
          aboutId: menteeId,
          data: {},
        },
      ],
    });
  });

  test("is told to either in the role that they have in it", () => {
    const { notices } = newsOf({ memberId: mentorId }, AS_MENTOR, "goals-changed", "goal-added", "Europe/London", NOW);
    expect(notices).toMatchObject([{ to: menteeId, role: "mentee", aboutId: mentorId }]);
  });

  test("is told once a day, and the society's clock says when a day is over", () => {
    const key = (now: string, zone?: string) => news(new Date(now), zone).notices[0]?.key;
    expect(key("2026-06-01T22:59:00Z")).toBe(key("2026-06-01T09:00:00Z"));
    expect(key("2026-06-01T23:00:00Z")).not.toBe(key("2026-06-01T22:59:00Z"));
    expect(key("2026-06-01T23:00:00Z", "UTC")).toBe(key("2026-06-01T22:59:00Z", "UTC"));
  });
});
