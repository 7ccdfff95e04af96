import { db } from "@/lib/foundation/db/client";
import { seal } from "@/lib/foundation/sealing/seal-and-open";
import { KINDS, READERS } from "@/lib/people/profile-questions/profile-question";

const OPTIONS = ["Bristol", "Leeds", "Somewhere else altogether, which takes more words to say"];
const idOf = (number: number) => `6b0e3f5a-0000-4000-8000-0000000000${String(number).padStart(2, "0")}`;

/** What the society asks mentors: every kind of question, one retired, and the answers of one mentor. None is required. */
export async function askOnProfiles(memberId: string, now: Date) {
  const options = OPTIONS.map((label, i) => ({ id: i + 1, label, retired: i === 1 }));
  const asked = KINDS.map((kind, i) => ({
    ...{
      id: idOf(i + 1),
      role: "mentor",
      number: i + 1,
      position: i + 1,
      kind,
      readers: READERS[i % READERS.length] ?? "staff",
    },
    ...{ question: `Something that we ask about: ${kind}`, help: i % 2 === 0 ? "It helps us to plan." : "", isRequired: false },
    ...{ options, createdAt: now, changedAt: now },
  }));
  const retired = { ...asked[0], id: idOf(20), number: 20, position: 20, question: "Asked in another year", retiredAt: now };
  const [ofChoice] = asked.filter(({ kind }) => kind === "choice");
  const claimed = {
    ...ofChoice,
    id: idOf(21),
    number: 21,
    position: 21,
    question: "Which branch are you in?",
    readers: "staff",
  };
  const claim = { ...claimed, claim: "custom_attributes.membership_branch" };
  // Each worker has a society of its own people, and all of them these questions.
  await db().profileQuestion.createMany({ data: [...asked, retired, claim] as typeof asked, skipDuplicates: true });
  const answers = ["A few words", "1", "1,3", "yes", "1200", "2026-01-31"];
  await db().profileAnswer.createMany({
    data: asked.map(({ id: questionId, readers }, i) => {
      const answer = answers[i] ?? "";
      const kept =
        readers === "partners" ? { sealed: seal("profile_answers.sealed", [memberId, questionId], answer) } : { answer };
      return { memberId, questionId, ...kept, answeredAt: now };
    }),
  });
  await db().profileAnswer.create({ data: { memberId, questionId: idOf(21), answer: "1", answeredAt: now } });
  await db().unfitClaim.create({ data: { memberId, questionId: idOf(21), at: now } });
  await rule(now);
  return { choice: idOf(2), retired: idOf(20), claimed: idOf(21) };
}

/** Rules of matching that keep nobody here apart: one that holds, one whose question is not asked any more, and one that was retired. */
async function rule(now: Date): Promise<void> {
  const facts = [["register:Employer"], ["member", `question:${idOf(20)}`], ["register:Department"]] as const;
  const rules = facts.map(([menteeFact, mentorFact = menteeFact], i) => ({
    ...{ id: idOf(30 + i), kind: "never", menteeFact, mentorFact, createdAt: now, retiredAt: i === 2 ? now : null },
  }));
  await db().matchingRule.createMany({ data: rules, skipDuplicates: true });
}
