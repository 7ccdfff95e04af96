import { expect, test } from "vitest";
import { people } from "../people";
import { given, type Member } from "./given";
import { textOf } from "./page";
import type { Part } from "./part";

// What staff write and members read.

const HOSTILE = `Tags <script>document.title = "stolen"</script> are words.

[A trap](javascript:alert(1)) and ![a picture](https://evil.example/x.png)

Dear {{mentr}}`;

const BODY = "Article, or transcript of the film";
const FILM = "Film (optional)";

function fill(person: Part, boxes: Record<string, string>): void {
  for (const [name, words] of Object.entries(boxes)) person.fill(name, words);
}

async function publish(staff: Member): Promise<void> {
  await staff.press(/^Publish$/);
  expect(staff.status).toContain("Published.");
}

/** An article for mentors, published; its title has a word that nobody else's has. */
async function publishArticle(staff: Member): Promise<string> {
  const title = await ownTitle();
  await staff.visit("/admin/content/resources/new");
  fill(staff, { Title: title, Summary: "How to ask.", [BODY]: "Ask {{aMentee}}." });
  staff.choose("For whom", "mentors");
  await publish(staff);
  return title;
}

const ownTitle = async () => `Asking ${(await people.member()).number}`;

test("an article is looked at, put right, published, and read by those for whom it is", async () => {
  const [staff, mentor, mentee, title] = [await given.staff(), await given.mentor(), await given.mentee(), await ownTitle()];
  await staff.visit("/admin/content");
  await staff.follow("Write a resource");
  await staff.press(/^Publish$/);
  expect(staff.alert).toContain("Enter a title.");
  fill(staff, { Title: title, Summary: "For every {{mentor}}.", [BODY]: HOSTILE });
  staff.choose("For whom", "mentors");
  await staff.press(/^Preview$/);
  const preview = staff.part("region", "Preview");
  expect(preview.text).toContain('Tags <script>document.title = "stolen"</script> are words.');
  expect(preview.text).toContain("A trap and a picture");
  expect(preview.text).toContain("For every mentor.");
  expect(preview.select("a, img, script")).toEqual([]);
  const warnings = [
    "HTML is shown as plain text",
    "Nobody can be led",
    "Pictures are not shown",
    "{{mentr}} is no placeholder",
  ];
  for (const words of warnings) expect(staff.alert).toContain(words);
  expect(staff.value(BODY)).toBe(HOSTILE);
  await staff.press(/^Publish$/);
  expect(staff.has("region", "Preview")).toBe(false);
  expect(staff.alert).toContain("{{mentr}} is no placeholder");
  await staff.press("Save draft");
  expect(staff.status).toContain("Saved as a draft.");
  expect(staff.main.text).toContain("Draft, visible to staff only");
  const { path } = staff;
  const address = path.replace("/admin/content", "");
  expect(await mentor.visit(address)).toBe(404);

  fill(staff, { [BODY]: "## Begin\n\nAsk {{aMentee}} how it *really* is. [More](/faq)" });
  await staff.press(/^Preview$/);
  expect(preview.has("heading", "Begin")).toBe(true);
  expect(staff.main.alert).toBe("");
  await publish(staff);

  await mentor.visit("/");
  await mentor.part("navigation", "Main").follow("Resources");
  await mentor.follow(title);
  expect(mentor.heading).toBe(title);
  expect(mentor.main.text).toContain("Ask a mentee how it really is.");
  await mentee.visit("/resources");
  expect(mentee.has("link", "Being a good mentee")).toBe(true);
  expect(mentee.has("link", title)).toBe(false);
  expect(await mentee.visit(address)).toBe(404);

  const place = async () => {
    await staff.visit("/admin/content");
    return staff.part("region", "Resources").all("rowheader").map(textOf).indexOf(title);
  };
  const before = await place();
  await staff.press(`Up in the list: ${title}`);
  expect(await place()).toBeLessThan(before);
  await staff.visit(path);
  await staff.press("Hide from members");
  expect(staff.status).toContain("Members can no longer see it.");
  expect(await mentor.visit(address)).toBe(404);
});

test("a film of ours is shown with what is said in it, and to others a link leads", async () => {
  const [staff, mentor] = [await given.staff(), await given.mentor()];
  await mentor.visit("/resources");
  await mentor.follow("How it works");
  expect(mentor.select("video")).toHaveLength(1);
  expect(mentor.has("heading", "Transcript of the film")).toBe(true);
  const title = await publishArticle(staff);
  fill(staff, { [FILM]: "https://evil.example/film.mp4" });
  await staff.press(/^Publish$/);
  expect(staff.alert).toContain("Enter the https address of a film on YouTube or Vimeo");
  fill(staff, { [FILM]: "https://youtu.be/dQw4w9WgXcQ?si=tracking" });
  await publish(staff);
  await mentor.visit("/resources");
  await mentor.follow(title);
  expect(mentor.address("Watch on YouTube").href).toBe("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
  expect(mentor.select("iframe")).toEqual([]);
});

test("a new version of a text is read at once, and an earlier one comes back", async () => {
  // Journeys with scripts write another text meanwhile.
  const slug = "accessibility";
  const [staff, reader] = [await given.admin(), given.stranger()];
  const line = `Answered on ${(await people.member()).number}.`;
  const read = async () => {
    await reader.visit(`/${slug}`);
    return reader.main.text;
  };
  await staff.visit(`/admin/content/${slug}`);
  const version = staff.part("region", "Versions").around("row", "Published now").find("link", /./);
  fill(staff, { Text: `${staff.value("Text")}\n\n${line}` });
  await publish(staff);
  expect(await read()).toContain(line);
  await staff.follow(textOf(version));
  expect(staff.part("article").text).not.toContain(line);
  await staff.press("Bring it back as a draft");
  expect(staff.status).toContain("The earlier version is a draft now");
  expect(await read()).toContain(line);
  await publish(staff);
  expect(await read()).not.toContain(line);
});

test("two who write at once lose nothing", async () => {
  const [helen, owen] = [await given.staff(), await given.staff()];
  await publishArticle(helen);
  const { path } = helen;
  for (const one of [helen, owen]) await one.visit(path);
  fill(helen, { [BODY]: "Hers." });
  await publish(helen);
  fill(owen, { [BODY]: "His." });
  await owen.press(/^Publish$/);
  expect(owen.alert).toContain(`${helen.name} saved changes while you were writing.`);
  expect(owen.value(BODY)).toBe("His.");
  expect(owen.all("blockquote").map(textOf)).toEqual(["Hers."]);
  fill(owen, { [BODY]: "Hers, and his." });
  await publish(owen);
  fill(helen, { Summary: "Another summary." });
  await helen.press(/^Publish$/);
  expect(helen.alert).toContain("nothing has been published yet");
  expect(helen.value(BODY)).toBe("Hers, and his.");
  await publish(helen);
});
