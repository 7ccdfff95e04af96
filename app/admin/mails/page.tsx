import { Link } from "@/components/ui/link";
import { Page } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import { NOTICES } from "@/lib/entrypoints/notices";
import { listUnfit } from "@/lib/notify/mail-words/fit";
import { listKinds } from "@/lib/notify/mail-words/list";
import { findPublished } from "@/lib/notify/mail-words/queries";
import { sayReader, sayWhose } from "@/lib/notify/mail-words/wording";
import { sayMailKind } from "@/lib/notify/mailbox/wording";
import { definitionOf } from "@/lib/notify/notices/define";
import { type GroupName, NOTICE_GROUPS } from "@/lib/notify/notices/groups";
import { readRequest, requireStaff } from "@/lib/people/auth/session";

/** Every kind of mail that goes to members, and in whose words. */
export default async function MailsPage({ searchParams }: PageProps<"/admin/mails">) {
  await requireStaff("admin");
  const [{ settings }, { done }, published] = await Promise.all([readRequest(), searchParams, findPublished(null)]);
  const unfit = listUnfit(NOTICES, published);
  const own = published.filter(({ passages }) => passages.length > 0);
  return (
    <Page
      settings={settings}
      title="Words of e-mails"
      heading="Words of e-mails"
      lede="Every e-mail that members get, with its subject and passages. Choose one to put it into your own words."
      back={{ href: "/admin/settings", label: "Settings" }}
      done={done}
    >
      {(Object.keys(NOTICE_GROUPS) as GroupName[]).map((group) => (
        <section key={group} aria-labelledby={group} className="grid grid-cols-1 gap-3">
          <h2 id={group}>{NOTICE_GROUPS[group].label}</h2>
          <Table
            caption={`E-mails: ${NOTICE_GROUPS[group].label}`}
            columns={["E-mail", "To", "Whose words"].map((label) => ({ label }))}
            rows={listKinds(NOTICES)
              .filter((kind) => definitionOf(NOTICES, kind)?.group === group)
              .map((kind) => {
                const those = own.filter((one) => one.kind === kind);
                const isSociety = those.some(({ programmeId }) => programmeId === null);
                return {
                  key: kind,
                  cells: [
                    <Link key="edit" href={`/admin/mails/${kind}`} className="inline-block min-w-48 py-0.5">
                      {sayMailKind(NOTICES, kind)}
                    </Link>,
                    sayReader(definitionOf(NOTICES, kind)?.to ?? "member", settings.words),
                    `${sayWhose(isSociety, those.length - (isSociety ? 1 : 0))}${unfit.includes(kind) ? ". Some no longer fit" : ""}`,
                  ],
                };
              })}
          />
        </section>
      ))}
    </Page>
  );
}
