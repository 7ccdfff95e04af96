import { expect } from "vitest";
import type { TestMember } from "@/testing/people";
import { given, subjectsTo } from "./given";

/** What some people are to have been mailed, in this order, and nothing besides. */
export class Mails {
  private readonly people: TestMember[] = [];
  private readonly subjects = new Map<string, string[]>();

  /** People of whom we keep count from now on, with what each of them has been mailed already. */
  watch(people: readonly TestMember[], ...subjects: string[]): void {
    this.people.push(...people);
    for (const { id } of people) this.subjects.set(id, [...subjects]);
  }

  add(memberId: string, subject: string): void {
    const subjects = this.subjects.get(memberId);
    if (!subjects) throw new Error(`“${subject}” is for somebody else.`);
    subjects.push(subject);
  }

  async expectAll(): Promise<void> {
    const reader = given.stranger();
    for (const { id, name, email } of this.people) {
      const arrived = expect.poll(() => subjectsTo(reader, email), { timeout: 30_000, interval: 100, message: name });
      await arrived.toEqual(this.subjects.get(id));
    }
  }
}
