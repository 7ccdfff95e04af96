import type { Hand, Sign } from "./hand";
import { sayTimes } from "./taps";

/** From a press on Send to the message: first as on its way, then in the conversation. */
export async function measureSend(hand: Hand, path: string, times: number) {
  const { page } = hand;
  await open(hand, path);
  const found: (number[] | null)[] = [];
  for (let i = 0; i < times; i++) {
    const words = `This is message ${i} of a bench.`;
    await page.getByLabel("Your message").fill(words);
    const signs: Sign[] = [
      { selector: "#on-its-way p", text: words },
      { selector: '[role="log"] article', text: words },
    ];
    found.push(await hand.press(page.getByRole("button", { name: "Send" }), signs));
    await page.waitForTimeout(REST);
  }
  return [
    ["Send, shown as on its way", ...sayTimes(pick(found, 0))],
    ["Send, in the conversation", ...sayTimes(pick(found, 1))],
  ];
}

/** From a press on Save beside a mentor of the list: first as saved there, then the page that says so. */
export async function measureSave(hand: Hand, times: number) {
  const { page } = hand;
  await open(hand, "/mentors");
  const found: (number[] | null)[] = [];
  for (let i = 0; i < times; i++) {
    const save = page.locator('button[name="save"]').first();
    const mentor = await save.getAttribute("value");
    const signs: Sign[] = [
      { selector: `button[name="forget"][value="${mentor}"]` },
      { selector: `main [role="status"]`, text: "Saved." },
    ];
    found.push(await hand.press(save, signs));
    await open(hand, "/mentors");
  }
  return [
    ["Save, shown at the mentor", ...sayTimes(pick(found, 0))],
    ["Save, the page that says so", ...sayTimes(pick(found, 1))],
  ];
}

/** From a press on Accept below each of these proposals to the relationship that begins. */
export async function measureAccept(hand: Hand, proposals: string[]) {
  const found: (number[] | null)[] = [];
  for (const id of proposals) {
    await open(hand, `/relationships/${id}/details`);
    const accept = hand.page.getByRole("button", { name: "Accept", exact: true });
    found.push(await hand.press(accept, [{ selector: "main h1", path: `/relationships/${id}` }]));
  }
  return [["Accept", ...sayTimes(pick(found, 0))]];
}

/** What a person takes to look at an answer, at least. */
const REST = 1000;

/** Opens the page and reads it, until its scripts have done what they do at first. */
async function open({ page, slowDown }: Hand, path: string): Promise<void> {
  await page.goto(path);
  await slowDown();
  await page.waitForTimeout(3 * REST);
}

function pick(found: (number[] | null)[], i: number) {
  return found.filter((times) => times !== null).map((times) => ({ milliseconds: times[i] ?? 0 }));
}
