import { expect, test, vi } from "vitest";
import { generateMetadata as describeFront } from "@/app/page";
import { GET as readRobots } from "@/app/robots.txt/route";
import { env } from "@/lib/foundation/env";
import { saveSettings } from "@/lib/society/settings/commands";
import { generateMetadata as describeFaq } from "./faq/page";

vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => ({ get: () => undefined }) }));
// Outside a render, React keeps nothing: each call stands for a request of its own.
vi.mock("react", async (original) => ({ ...(await original<object>()), cache: (read: unknown) => read }));

test("a link shows what the page is about; search engines are told where it is once the society wants to be found", async () => {
  const { APP_URL } = env();
  await saveSettings({ society: { name: "Guild of Founders" } });
  for (const metadata of [await describeFront(), await describeFaq()]) {
    expect(metadata).not.toHaveProperty("robots");
    expect(metadata.openGraph).toMatchObject({ siteName: "Guild of Founders", images: [{ url: `${APP_URL}/link-picture` }] });
    expect(metadata.description?.length).toBeGreaterThan(30);
  }
  expect(await (await readRobots()).text()).toBe("User-agent: *\nDisallow:\n");

  await saveSettings({ society: { name: "Guild of Founders", isFoundBySearch: true } });
  expect(await describeFront()).toMatchObject({ robots: { index: true }, alternates: { canonical: APP_URL } });
  expect(await describeFaq()).toMatchObject({ robots: { index: true }, alternates: { canonical: `${APP_URL}/faq` } });
  expect(await (await readRobots()).text()).toContain("Disallow: /\n");
});
