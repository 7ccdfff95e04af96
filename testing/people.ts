import { randomUUID } from "node:crypto";
import { db, type Prisma } from "@/lib/foundation/db/client";
import { DEMO_CLIENT } from "@/lib/foundation/env";
import type { Viewer } from "@/lib/foundation/viewer";

const LONG_AGO = new Date("2026-01-05T09:00:00Z");
let nextNumber = 500_001;

type MemberValues = Partial<Prisma.MemberUncheckedCreateInput>;
type MentorValues = Partial<Prisma.MentorProfileUncheckedCreateInput>;
type MenteeValues = Partial<Prisma.MenteeProfileUncheckedCreateInput>;
export type TestMember = Prisma.MemberModel;

/** A member with current standing and no role, but for what `values` says. */
export async function insertMember(values: MemberValues = {}): Promise<TestMember> {
  const number = values.number ?? String(nextNumber++);
  return db().member.create({
    data: {
      id: randomUUID(),
      issuer: `https://${DEMO_CLIENT.id}.example`,
      subject: number,
      number,
      name: `Member ${number}`,
      email: `member.${number}@example.org`,
      createdAt: LONG_AGO,
      ...values,
    },
  });
}

/** A mentor with a profile and one place free, who can be found. */
export async function insertMentor(profile: MentorValues = {}, member: MemberValues = {}): Promise<TestMember> {
  const inserted = await insertMember({ isMentor: true, ...member });
  await db().mentorProfile.create({
    data: {
      memberId: inserted.id,
      headline: "Twenty years in the profession",
      about: "Glad to listen, and to ask the question that helps.",
      topics: [1, 6],
      sector: 2,
      region: 1,
      yearsOfExperience: 20,
      languages: [1],
      methods: [1, 2],
      capacity: 1,
      searchText: `${inserted.name} Twenty years in the profession`,
      updatedAt: LONG_AGO,
      ...profile,
    },
    select: { memberId: true },
  });
  return inserted;
}

/** A mentee with a profile. */
export async function insertMentee(profile: MenteeValues = {}, member: MemberValues = {}): Promise<TestMember> {
  const inserted = await insertMember({ isMentee: true, ...member });
  await addMenteeProfile(inserted.id, profile);
  return inserted;
}

/** What a mentee says of themselves, for somebody who is a mentee too. */
export async function addMenteeProfile(memberId: string, profile: MenteeValues = {}): Promise<void> {
  await db().menteeProfile.create({
    data: {
      memberId,
      headline: "Finding my feet",
      about: "Two years into the work and ready for the next step.",
      topics: [1],
      aims: "A plan for the next three years.",
      sector: 2,
      region: 1,
      careerStage: 2,
      languages: [1],
      methods: [2],
      updatedAt: LONG_AGO,
      ...profile,
    },
    select: { memberId: true },
  });
}

/** This member as the viewer, acting in the one role they hold, or in none. */
export function viewerOf(member: TestMember): Viewer {
  const { id, name, email, number, isMentor, isMentee, staff } = member;
  return {
    memberId: id,
    name,
    email,
    number,
    isMentor,
    isMentee,
    activeRole: isMentor === isMentee ? null : isMentor ? "mentor" : "mentee",
    staff: staff as Viewer["staff"],
    timeZone: "Europe/London",
    picture: null,
    isAvailable: true,
  };
}
