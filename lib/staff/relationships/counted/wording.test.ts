import { expect, test } from "vitest";
import { DEFAULT_SETTINGS } from "@/lib/society/settings/settings";
import { readFilters } from "@/lib/staff/members/input";
import { sayCounted } from "@/lib/staff/members/wording";
import { ProposalFilter, RelationshipFilter } from "../input";
import { sayCountedProposals, sayCountedRelationships } from "./wording";

const RUN = "0b8c6d4e-0000-4000-8000-000000000001";
const JUNE = { from: "2026-06-01", to: "2026-06-30" };

test.each([
  [{}, null],
  [{ state: "answered", who: "Mei" }, null],
  [JUNE, "Sent from 1 June 2026 to 30 June 2026"],
  [{ from: "2026-06-01", to: "2026-06-01" }, "Sent on 1 June 2026"],
  [{ to: "2026-06-30", before: "3" }, "Sent until 30 June 2026, before the reminder of day 3 had gone out"],
])("proposals %j: %s", (asked, said) => {
  expect(sayCountedProposals(ProposalFilter.parse(asked), DEFAULT_SETTINGS)).toBe(said);
});

test.each([
  [{ state: "quiet" }, null],
  [JUNE, "Started from 1 June 2026 to 30 June 2026"],
  [{ endedFrom: "2026-06-01", lasted: "0" }, "Ended from 1 June 2026, lasted less than 1 month"],
  [{ lasted: "1" }, "Lasted 1 to 3 months"],
  [{ lasted: "5", at: "2026-06-30" }, "Lasted 12 months or more, under way at the end of 30 June 2026"],
  [{ met: "not-held", metFrom: "2026-06-01" }, "With a meeting that was not held from 1 June 2026"],
  [{ met: "declined", metTo: "2026-06-30" }, "With a meeting declined until 30 June 2026"],
  [{ metTo: "2026-06-30" }, "With a meeting until 30 June 2026"],
])("relationships %j: %s", (asked, said) => {
  expect(sayCountedRelationships(RelationshipFilter.parse(asked))).toBe(said);
});

test.each([
  [{ role: "mentor" }, null],
  [{ gap: "mentee-alone", age: "3" }, "Mentees who have no mentor now, who joined in the last 30 days"],
  [{ gap: "mentor-never" }, "Mentors who have never had a mentee"],
  [{ gap: "mentor-unasked" }, "Mentors to whom nobody has ever sent a proposal"],
  [{ offers: "1" }, "Mentors with a free place who offer Career planning"],
  [{ offers: "60" }, "Mentors with a free place who offer a topic that no longer exists"],
  [{ offers: "63" }, null],
  [{ couldOffer: "1" }, "Mentors who could offer Career planning but have no free place for it so far"],
  [{ offers: "" }, null],
  [{ joinedFrom: "2026-06-01", joinedTo: "2026-06-30" }, "Who joined from 1 June 2026 to 30 June 2026"],
  [{ joinedTo: "2026-06-30", gap: "odd", age: "4" }, "Who joined until 30 June 2026"],
  [{ leftOverMentees: RUN }, "Mentees left over in a matching that no longer exists"],
  [{ leftOverMentors: "a run" }, null],
])("members %j: %s", (asked, said) => {
  expect(sayCounted(readFilters(asked), DEFAULT_SETTINGS)).toBe(said);
});

test("whom a matching left over is said with the name of its programme", () => {
  const filters = readFilters({ leftOverMentors: RUN, joinedFrom: "2026-06-01" });
  const said = "Mentors left over in the matching of Returners, who joined from 1 June 2026";
  expect(sayCounted(filters, DEFAULT_SETTINGS, "Returners")).toBe(said);
});
