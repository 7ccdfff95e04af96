import { notFound } from "next/navigation";
import { Form } from "@/components/ui/form";
import { Page, titleOf } from "@/components/ui/page";
import { sayVersion } from "@/lib/notify/mail-words/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { readVersionNumber } from "@/lib/society/content/wording";
import { restoreMailWords } from "../../../actions";
import { rolesFor, showExample } from "../../../example";
import { pageOf, readWhich } from "../../../which-mails";
import { Shown } from "../../shown";

/** One version as a mail would look in it today, with a button to bring it back. */
export default async function VersionPage({ params, searchParams }: PageProps<"/admin/mails/[kind]/versions/[number]">) {
  const viewer = await requireStaff("admin");
  const [{ settings, now }, { kind, number: typed }, query] = await Promise.all([readRequest(), params, searchParams]);
  const number = readVersionNumber(typed);
  const which = await readWhich(kind, query, now);
  if (!which || number === null) notFound();
  const example = await showExample(which, { number, as: query.as }, { viewer, settings, now });
  if (!example) notFound();
  const heading = `${which.name}: ${sayVersion(number, which.programmeId !== null)}`;
  return (
    <Page
      settings={settings}
      heading={heading}
      lede="The names belong to real members; everything else is made up."
      back={{ href: pageOf(which), label: which.name }}
    >
      <Form action={restoreMailWords} submit="Bring it back as a draft" kind="quiet" title={titleOf(heading, settings)}>
        <input type="hidden" name="kind" value={kind} />
        {which.programmeId && <input type="hidden" name="programmeId" value={which.programmeId} />}
        <input type="hidden" name="number" value={number} />
        <p>Members get the words that are in use until you publish the draft.</p>
      </Form>
      <Shown
        which={which}
        number={number}
        role={example.role}
        roles={rolesFor(which)}
        mail={example.mail}
        page={`versions/${number}`}
        show={query.show}
        words={settings.words}
      />
    </Page>
  );
}
