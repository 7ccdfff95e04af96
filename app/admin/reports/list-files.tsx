import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import type { Settings } from "@/lib/society/settings/settings";

/** Lists that have no page of their own. Those of members, proposals and relationships are downloaded where they are shown. */
export function ListFiles({ words }: Pick<Settings, "words">) {
  return (
    <section aria-labelledby="lists" className="grid gap-5 border-t border-rule pt-6">
      <h2 id="lists">Lists as files</h2>
      <p className="max-w-reading text-soft">
        Dates, states and counts as CSV, for a spreadsheet. What people write to each other is in none of them. The lists of{" "}
        <Link href="/admin/members">members</Link>, <Link href="/admin/proposals">proposals</Link> and{" "}
        <Link href="/admin/relationships">relationships</Link> are downloaded from their own pages, with the filters you choose
        there. Each download adds a line to the audit trail.
      </p>
      <p>
        <a href="/admin/download/mentors" download className="font-semibold">
          Places of {words.mentors}
        </a>
        <span className="block text-soft">How many each has, how many are taken, and how many proposals wait for a reply.</span>
      </p>
      <form action="/admin/download/meetings" className="grid max-w-[64ch] gap-4">
        <p>
          <span className="font-semibold">Meetings</span>
          <span className="block text-soft">
            When, between whom, and whether they took place. Leave both days empty for all.
          </span>
        </p>
        <div className="flex flex-wrap items-end gap-x-5 gap-y-4">
          <DateField name="from" label="First day" />
          <DateField name="to" label="Last day" />
          <Button kind="quiet">Download the meetings</Button>
        </div>
      </form>
    </section>
  );
}
