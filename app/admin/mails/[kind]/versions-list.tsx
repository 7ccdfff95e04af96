import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Version } from "@/lib/notify/mail-words/mail-words";
import type { Saved } from "@/lib/notify/mail-words/queries";
import { sayVersion } from "@/lib/notify/mail-words/wording";
import { pageOf, type WhichMails } from "../which-mails";

interface VersionsProps {
  which: WhichMails;
  saved: Saved;
  versions: readonly Version[];
  now: Date;
  timeZone: string;
}

/** All that was ever saved, newest first, each to be looked at and brought back; at the end ours. */
export function Versions({ which, saved: { publishedNumber }, versions, now, timeZone }: VersionsProps) {
  const ours: Version = { number: 0, createdAt: now, publishedAt: null, authorName: null };
  const standing = ({ number, publishedAt }: Version) => {
    if (number === (publishedNumber ?? 0)) return "In use";
    return number === 0 || publishedAt ? "Used before" : "Draft";
  };
  return (
    <section aria-labelledby="versions" className="grid grid-cols-1 gap-3">
      <h2 id="versions">Versions</h2>
      <Table
        caption="All versions"
        columns={["Version", "Saved", "By", "Status"].map((label) => ({ label }))}
        rows={[...versions, ours].map((version) => ({
          key: String(version.number),
          cells: [
            <Link key="link" href={pageOf(which, `versions/${version.number}`)} className="inline-block py-0.5">
              {sayVersion(version.number, which.programmeId !== null)}
            </Link>,
            version.number === 0 ? "" : <Time key="at" at={version.createdAt} now={now} timeZone={timeZone} as="date-time" />,
            version.number === 0 ? "" : (version.authorName ?? "A former member"),
            standing(version),
          ],
        }))}
      />
    </section>
  );
}
