import { expect, test } from "vitest";
import { readKey } from "@/app/demo/mailbox/[key]/key";
import { readMailFilters } from "@/lib/notify/mailbox/input";
import { getMailboxMail, listMailbox } from "@/lib/notify/mailbox/mailbox";
import { listMails } from "@/lib/notify/mailbox/queries";
import { listNotifications } from "@/lib/notify/notices/queries";
import { readAsked } from "@/lib/society/audit/input";
import { findPeople } from "@/lib/society/audit/queries";
import { readKey as readTodayKey } from "@/lib/staff/inbox/kinds";
import { listQueue } from "@/lib/staff/support/answering/queries";
import { QueueInput } from "@/lib/staff/support/input";
import { insertMember, viewerOf } from "@/testing/people";

// What stands in an address goes to the database, which throws at one character: nobody can make a defect of that.

const NUL = "\0";

test("an address with %00 in it finds nothing, or as if it were not there", async () => {
  const member = viewerOf(await insertMember());
  const viewer = { ...member, staff: "staff" as const };
  expect(await listNotifications(member, `1~a${NUL}`)).toMatchObject({ items: [] });
  for (const to of [NUL, `a${NUL}b`]) await listMailbox(to, `1~a${NUL}`);
  expect(await getMailboxMail(await readKey(Promise.resolve({ key: "a%00b" })))).toBeNull();
  for (const reference of [NUL, `H-7K3Q9${NUL}`, `100001${NUL}`])
    expect(await listQueue(viewer, QueueInput.parse({ reference, after: `1~${NUL}` }))).toMatchObject({ next: null });
  await listMails(viewer, readMailFilters({ who: `Mei${NUL}`, kind: NUL, from: NUL }, "UTC"), "UTC", `1~a${NUL}`);
  await findPeople(viewer, readAsked({ who: `Mei${NUL}`, after: NUL }, "UTC").who);
  expect(readTodayKey(`finding:-:a${NUL}`)).toBeNull();
});
