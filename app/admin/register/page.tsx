import { EmptyState } from "@/components/ui/empty-state";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { Page, titleOf } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { sayNumber } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { findLatestImport, findOpenImport, type ImportView, listImports } from "@/lib/society/register/queries";
import { LARGEST_REGISTER } from "@/lib/society/register/register-import";
import { TOO_LARGE } from "@/lib/society/register/wording";
import { upload } from "./actions";

export const maxDuration = 300;

export default async function RegisterPage({ searchParams }: PageProps<"/admin/register">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { done, refused, before }] = await Promise.all([readRequest(), searchParams]);
  const [latest, open, { imports, older }] = await Promise.all([
    findLatestImport(),
    findOpenImport(),
    listImports(typeof before === "string" ? before : null),
  ]);
  const time = (at: Date) => <Time at={at} now={now} timeZone={viewer.timeZone} as="date-time" />;
  return (
    <Page
      settings={settings}
      heading="Register"
      title={open ? "Register" : undefined}
      done={done}
      problem={refused === "too-large" ? TOO_LARGE : null}
      lede="The society's register of members, as last imported. Only current members on it have access."
    >
      {latest?.finishedAt ? (
        <p>
          Last updated {time(latest.finishedAt)} by {whoOf(latest)}, from a file of {sayNumber(latest.rows)}{" "}
          {latest.rows === 1 ? "row" : "rows"}.
        </p>
      ) : (
        <Note kind="plain">
          <p>No register has been imported yet, so membership numbers cannot be checked.</p>
        </Note>
      )}
      {open ? (
        <Note>
          <p>
            {open.byName ?? "Somebody"} uploaded <strong className="break-words">{open.fileName}</strong> {time(open.startedAt)}{" "}
            and it has not been imported yet. Finish or cancel that import before you start another.
          </p>
          <p>
            <LinkButton href={`/admin/register/${open.id}`}>Continue with it</LinkButton>
          </p>
        </Note>
      ) : (
        <section aria-labelledby="upload" className="grid gap-5 border-t border-rule pt-6">
          <h2 id="upload">Import a new register</h2>
          <p className="max-w-[40rem]">
            Upload the whole register as CSV. First you say which column is which. Then you see every row that cannot be
            imported, and what would change. Nothing changes until you import it.
          </p>
          <Form action={upload} submit="Upload" title={titleOf("Register", settings)}>
            <FileField
              name="file"
              label="The register as a CSV file"
              hint={`With headings; commas, semicolons or tabs; at most ${LARGEST_REGISTER / 1024 / 1024} MB.`}
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
              largest={LARGEST_REGISTER}
              tooLarge={TOO_LARGE}
            />
          </Form>
        </section>
      )}
      <section aria-labelledby="history" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="history">Imports so far</h2>
        {imports.length === 0 ? (
          <EmptyState heading="None yet">Every import is listed here with what it changed.</EmptyState>
        ) : (
          <Table
            caption="Imports so far, newest first"
            columns={[
              { label: "When" },
              { label: "By" },
              { label: "Result" },
              { label: "Rows", isNumber: true },
              { label: "New", isNumber: true },
              { label: "Changed", isNumber: true },
              { label: "Lapsed", isNumber: true },
            ]}
            rows={imports.map((one) => ({
              key: one.id,
              cells: [
                <Link key="when" href={`/admin/register/${one.id}`}>
                  {time(one.finishedAt ?? one.startedAt)}
                </Link>,
                whoOf(one),
                one.state === "imported" ? "Imported" : "Dropped",
                sayNumber(one.rows),
                ...(one.state === "imported"
                  ? [one.counts.new, one.counts.changed, one.counts.missing + one.counts.saidLapsed].map(sayNumber)
                  : ["", "", ""]),
              ],
            }))}
          />
        )}
        <Pagination of="imports" previous={null} next={older && `/admin/register?before=${encodeURIComponent(older)}`} />
      </section>
    </Page>
  );
}

function whoOf({ byName, source }: Pick<ImportView, "byName" | "source">): string {
  return source === "machine" ? "the membership system" : (byName ?? "a former member");
}
