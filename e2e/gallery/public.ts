import { signUnsubscription } from "@/lib/notify/notices/unsubscribe";
import { type Exhibit, pressing, type Room } from "./exhibit";

const seen = { as: "stranger", state: "by a stranger" } as const;
const local = { as: "stranger", isLocal: true } as const;
const hasNoNumber: NonNullable<Exhibit["doing"]> = async (page, society) => {
  await pressing("Create account")(page, society);
};

/** What is there for everybody. */
export const PUBLIC: Room = [
  { route: "/", ...seen },
  ...["/accessibility", "/complaints", "/faq", "/privacy", "/terms", "/sign-in"].map((route) => ({ route, ...seen })),
  { route: "/faq", state: "an address where nothing is", as: "stranger", at: "/nowhere" },
  {
    route: "/unsubscribe/[token]",
    state: "a link of a mail",
    as: "stranger",
    at: ({ people, secret }) =>
      `/unsubscribe/${signUnsubscription({ memberId: people.fresh.id, what: "relationships" }, secret)}`,
  },
  { route: "/unsubscribe/[token]", state: "a link that is not whole", as: "stranger", at: "/unsubscribe/half" },
  {
    route: "/unsubscribe/[token]",
    state: "stopped",
    as: "stranger",
    at: ({ people, secret }) =>
      `/unsubscribe/${signUnsubscription({ memberId: people.fresh.id, what: "relationships" }, secret)}`,
    doing: async (page) => {
      await page.getByRole("button", { name: "Stop these e-mails" }).click();
      await page.getByRole("heading", { name: "You no longer get these e-mails" }).waitFor();
    },
  },
  { route: "/", state: "with local accounts", ...local },
  { route: "/create-account", state: "empty", ...local },
  { route: "/create-account", state: "nothing filled in", ...local, doing: hasNoNumber, isError: true },
  { route: "/forgotten-password", state: "empty", ...local },
  { route: "/reset-password", state: "a link that does not work", ...local, at: "/reset-password?token=half" },
  { route: "/verify", state: "a link that does not work", ...local, at: "/verify?token=half" },
];
