import { expect, test } from "vitest";
import { propose } from "../partners";
import { given, type Member, waitForMail } from "./given";

// Ask first: from a question through the proposal to Messages, one conversation.

const BOX = "Your message";
const messages = (person: Member) => person.part("log", "Messages").text;

async function askQuestion(mentee: Member, mentor: Member, words: string): Promise<void> {
  await mentee.visit(`/mentors/${mentor.member.id}`);
  await mentee.follow("Ask a question");
  mentee.fill("Your question", words);
  await mentee.press("Ask a question");
  expect(mentee.status).toContain("Your question is on its way.");
}

test("a mentee asks, the mentor replies, and after the proposal Messages has all of it", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  await askQuestion(mentee, mentor, "Have you worked abroad?");
  expect(mentee.heading).toContain(`You and ${mentor.name}`);
  expect(messages(mentee)).toContain("Have you worked abroad?");
  expect(mentee.main.text).not.toContain(mentor.email);

  await mentee.visit("/");
  expect(mentee.main.text).toMatch(new RegExp(`${mentor.name} has until .* to reply to your question`));
  await mentor.visit("/");
  expect(mentor.main.text).toContain(`${mentee.name} has asked you a question. Please reply by`);

  await waitForMail(mentor, mentor.name, /has a question for you/);
  await mentor.visit("/notifications");
  await mentor.press(new RegExp(`${mentee.name} has a question for you`));
  expect(messages(mentor)).toContain("Have you worked abroad?");
  expect(mentor.main.text).toContain("You can reply until");
  expect(mentor.main.text).not.toContain(mentee.email);
  mentor.fill(BOX, "Four years in Lisbon.");
  await mentor.press("Send");
  expect(messages(mentor)).toContain("Four years in Lisbon.");

  await mentee.visit("/relationships");
  expect(mentee.main.part("region", "Questions before a proposal").text).toContain("Answered");
  await mentee.follow(`${mentor.name} (1 unread)`);
  await mentee.press("Mark as read");
  await mentee.follow("Send proposal");
  mentee.part("group", "Topics").tick("Career planning");
  mentee.fill("Objectives", "Two years abroad.");
  mentee.part("group", "How you would like to meet").tick("Video call");
  await mentee.press("Send proposal");
  await mentor.visit("/relationships");
  await mentor.follow(new RegExp(`^Details.*${mentee.name}`));
  await mentor.press("Accept");
  await mentor.visit(`${mentor.path}/messages`);
  expect(messages(mentor)).toContain("Have you worked abroad?");
  expect(messages(mentor)).toContain("Four years in Lisbon.");
});

test("a mentor asks before deciding, and the deadline stays in sight", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  const id = await propose(mentee.member, mentor.member);
  await mentee.visit(`/questions/${id}`);
  expect(mentee.main.text).toContain(`${mentor.name} can ask you something here before answering your proposal.`);
  await mentor.visit(`/relationships/${id}/details`);
  await mentor.follow(`Ask ${mentee.name} something first`);
  expect(mentor.main.text).toContain("please still answer the proposal by");
  mentor.fill(BOX, "Which of the two matters more?");
  await mentor.press("Send");
  await mentee.visit("/relationships");
  await mentee.follow(new RegExp(`^Messages \\(1 unread\\).*${mentor.name}`));
  expect(messages(mentee)).toContain("Which of the two matters more?");
  mentee.fill(BOX, "The second.");
  await mentee.press("Send");
  await mentor.visit(`/questions/${id}`);
  expect(messages(mentor)).toContain("The second.");
  await mentor.follow("Read the proposal, and accept or reject it");
  expect(mentor.heading).toContain(mentee.name);
});

test("a mentor who takes no questions is asked none, and a question is nobody else's business", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  await askQuestion(mentee, mentor, "A quick one?");
  const { path } = mentee;
  for (const outsider of [await given.mentor(), await given.mentee(), await given.admin()])
    expect(await outsider.visit(path)).toBe(404);

  await mentor.visit("/profile");
  mentor.main.tick("I would rather not be asked questions before a proposal");
  await mentor.press("Save Profile");
  const other = await given.mentee();
  await other.visit(`/mentors/${mentor.member.id}`);
  expect(other.has("link", "Send proposal")).toBe(true);
  expect(other.has("link", "Ask a question")).toBe(false);
  await other.visit(`/mentors/${mentor.member.id}/question`);
  expect(other.main.text).toContain("would rather have a proposal straight away");
});

test("too long a question comes back with its words", async () => {
  const [mentee, mentor] = [await given.mentee(), await given.mentor()];
  await mentee.visit(`/mentors/${mentor.member.id}/question`);
  mentee.fill("Your question", "w".repeat(601));
  await mentee.press("Ask a question");
  expect(mentee.main.part("alert").text).toContain("Keep this to 600 characters.");
  expect(mentee.value("Your question")).toHaveLength(601);
});
