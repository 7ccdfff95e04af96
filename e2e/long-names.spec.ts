import { expect, people, test } from "./fixtures";
import { begin } from "./partners";

// Sixty letters without a break, as a hostile registration or a register's mistake has them.

const LETTERS = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis";
const WIDTHS = [320, 360];

test("a name of sixty letters makes no page wider than a phone", async ({ as }) => {
  const mentee = await people.mentee({}, { name: LETTERS });
  const mentor = await people.mentor({}, { name: `${LETTERS.toLowerCase()}` });
  const staff = await people.member({ staff: "admin", name: LETTERS.toUpperCase() });
  const id = await begin(mentee, mentor);
  const here = `/relationships/${id}`;
  const visits = [
    [mentee, ["/", "/mentors", `/mentors/${mentor.id}`, "/relationships", here, `${here}/messages`, `${here}/meetings`]],
    [mentor, [`${here}/details`, `${here}/contract`, `${here}/end`, "/account", "/notifications", "/support"]],
    [staff, ["/admin", `/admin/members?q=${mentee.number}`, `/admin/members/${mentee.id}`, `/admin/relationships/${id}`]],
    [staff, [`/admin/relationships?who=${LETTERS}`, `/admin/proposals?who=${LETTERS}`, `/admin/audit?who=${mentee.number}`]],
    [staff, [`/admin/mail?who=${mentee.number}`]],
  ] as const;
  for (const [who, paths] of visits) {
    const page = await as(who);
    for (const path of paths) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 740 });
        const overflow = () => page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth);
        await expect.poll(overflow, { message: `${path} scrolls sideways at ${width}` }).toBeLessThanOrEqual(0);
      }
    }
    await page.close();
  }
});
