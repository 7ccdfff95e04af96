import { randomInt } from "node:crypto";
import { encode } from "next-auth/jwt";
import { db } from "@/lib/foundation/db/client";
import { env } from "@/lib/foundation/env";
import { insertMember, insertMentee, insertMentor, type TestMember } from "@/testing/people";

export const SESSION_COOKIE = "authjs.session-token";

/** The value of a cookie that signs this member in without the form. */
export async function sessionOf({ id, sessionEpoch }: TestMember): Promise<string> {
  const token = { memberId: id, epoch: sessionEpoch, session: crypto.randomUUID(), signedInAt: Date.now() };
  return encode({ token, secret: env().AUTH_SECRET, salt: SESSION_COOKIE, maxAge: 3600 });
}

/** Members for one test, whom no other test knows. */
export const people = {
  member: (values: Parameters<typeof insertMember>[0] = {}) => insertMember({ ...own(), ...values }),
  mentee: (profile: Parameters<typeof insertMentee>[0] = {}, member: Parameters<typeof insertMentee>[1] = {}) =>
    insertMentee(profile, { ...own(), ...member }),
  mentor: (profile: Parameters<typeof insertMentor>[0] = {}, member: Parameters<typeof insertMentor>[1] = {}) =>
    insertMentor(profile, { ...own(), ...member }),
  /** Somebody who acts in both roles. */
  async both() {
    const member = await insertMentee({}, { ...own(), isMentor: true });
    const { headline, about, topics, yearsOfExperience, languages, methods, updatedAt } = await exampleProfile();
    const profile = { headline, about, topics, yearsOfExperience, languages, methods, updatedAt };
    await db().mentorProfile.create({ data: { ...profile, memberId: member.id }, select: { memberId: true } });
    return member;
  },
  /** The demonstration's own people, by number. */
  numbered: (number: string) => db().member.findUniqueOrThrow({ where: { number } }),
};

async function exampleProfile() {
  return db().mentorProfile.findFirstOrThrow();
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

function own() {
  const number = String(randomInt(1_000_000_000, 9_999_999_999));
  const surname = Array.from({ length: 9 }, () => LETTERS[randomInt(26)]).join("");
  return { number, name: `Robin ${surname.charAt(0).toUpperCase()}${surname.slice(1)}`, email: `${number}@example.org` };
}
