import { expect } from "vitest";
import type { Member } from "./given";

/** As the FAQ has it: Relationships, and there, beside the partner's summary, Tools. */
export async function openTool(person: Member, partner: Member, tool: string): Promise<void> {
  await person.visit("/");
  await person.part("navigation", "Main").follow(/^Relationships/);
  const links = person.part("navigation", `You and ${partner.name}`);
  links.unfold("Tools");
  await links.follow(`${tool} with ${partner.name}`);
  expect(person.heading).toBe(tool);
}

/** A new SWOT, by the page of new ones. Leaves them on it. */
export async function writeSwot(person: Member, id: string, strengths: string): Promise<void> {
  await person.visit(`/relationships/${id}/swot/new`);
  person.fill("Strengths", strengths);
  await person.press("Save");
  expect(person.status).toContain("Saved.");
}
