import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { titleOf } from "@/components/ui/page";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { TickBox } from "@/components/ui/tick-box";
import { sayNumber } from "@/lib/foundation/wording";
import { type ImportView, listProblems, listShutOut } from "@/lib/society/register/queries";
import { lapsesMany } from "@/lib/society/register/register-import";
import { countsInWords, sayProblems } from "@/lib/society/register/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { importRegister, readAgain, setZeros } from "../actions";

const PAGE_SIZE = 50;
const NAMED = 20;

interface ReportProps {
  found: ImportView;
  settings: Settings;
  /** The line of the file after which problem rows are shown. */
  after: number;
}

/** The dry run: every row that cannot be imported and why, what would change, and the button to import. */
export async function Report({ found, settings, after }: ReportProps) {
  return (
    <>
      {found.counts.problems > 0 && <Problems found={found} settings={settings} after={after} />}
      {found.counts.problems < found.rows && <Changes found={found} settings={settings} />}
    </>
  );
}

async function Problems({ found: { id, counts }, settings, after }: ReportProps) {
  const rows = await listProblems(id, Math.max(0, Math.min(after, 2_000_000_000)), PAGE_SIZE + 1);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return (
    <section aria-labelledby="problems" className="grid gap-4">
      <title>{titleOf("Rows that cannot be imported", settings)}</title>
      <h2 id="problems">
        {counts.problems === 1 ? "One row cannot be imported" : `${sayNumber(counts.problems)} rows cannot be imported`}
      </h2>
      <p className="max-w-[40rem]">
        Correct them in the system that the file comes from, cancel this import and upload the new file. Or import the other
        rows below without these. Or <Link href={`/admin/register/${id}?columns=again`}>choose other columns</Link> if you
        picked the wrong ones.
      </p>
      <p>
        <a href={`/admin/register/${id}/problems`} download>
          Download these rows as CSV
        </a>
      </p>
      {(counts.zeros ?? 0) > 0 && <Zeros id={id} count={counts.zeros ?? 0} />}
      <Table
        caption="Rows that cannot be imported"
        columns={[{ label: "Line", isNumber: true }, { label: "Why" }, { label: "Contents" }]}
        rows={shown.map(({ line, problem, said }) => ({
          key: String(line),
          cells: [
            String(line),
            sayProblems(problem),
            <span key="said" className="break-words">
              {said}
            </span>,
          ],
        }))}
      />
      <Pagination
        of="rows"
        previous={after > 0 ? `/admin/register/${id}` : null}
        previousLabel="The first rows"
        next={last && rows.length > PAGE_SIZE ? `/admin/register/${id}?after=${last.line}` : null}
      />
    </section>
  );
}

/** Staff are asked once about all numbers that are shorter than the others. */
function Zeros({ id, count }: { id: string; count: number }) {
  return (
    <Note>
      <p>
        {count === 1 ? "One membership number is" : `${sayNumber(count)} membership numbers are`} shorter than the others. A
        spreadsheet takes zeros away at the beginning: have they been lost?
      </p>
      <div className="flex flex-wrap gap-3">
        <Form action={setZeros} submit="Yes, put the zeros back">
          <HiddenField name="id" initial={id} />
          <HiddenField name="zeros" initial="add" />
        </Form>
        <Form action={setZeros} submit="No, the numbers are right" kind="plain">
          <HiddenField name="id" initial={id} />
          <HiddenField name="zeros" initial="keep" />
        </Form>
      </div>
    </Note>
  );
}

async function Changes({ found: { id, counts, isPart }, settings }: Omit<ReportProps, "after">) {
  const shutOut = counts.accountsLapsing > 0 ? await listShutOut(id, NAMED) : [];
  const lapsing = counts.missing + counts.saidLapsed;
  return (
    <>
      <Facts facts={countsInWords(counts).map(([name, count]) => [name, sayNumber(count)])} />
      {shutOut.length > 0 && (
        <section aria-labelledby="shut-out" className="grid gap-3">
          <h2 id="shut-out">Members who would lose access</h2>
          <p>
            They have an account here and would be signed out. Everything they have here is kept, and they regain access as soon
            as the register lists them as current again.
          </p>
          <ul className="grid gap-1">
            {shutOut.map(({ name, number, isStaff }) => (
              <li key={number}>
                {name}, {number}
                {isStaff && <strong> – member of staff</strong>}
              </li>
            ))}
          </ul>
          {counts.accountsLapsing > shutOut.length && <p>And {sayNumber(counts.accountsLapsing - shutOut.length)} more.</p>}
        </section>
      )}
      <section aria-labelledby="import" className="grid gap-4 border-t border-rule pt-6">
        <h2 id="import">Import</h2>
        {lapsesMany(counts) && (
          <Note>
            <p>
              <strong>
                {sayNumber(lapsing)} of {sayNumber(counts.currentBefore)} current members on the register would lapse.
              </strong>{" "}
              That is more than a tenth. Check that the file is complete.
            </p>
          </Note>
        )}
        <Form
          action={importRegister}
          submit={counts.problems > 0 ? "Import the other rows" : "Import this register"}
          title={titleOf("What this import would do", settings)}
        >
          <HiddenField name="id" initial={id} />
          {lapsesMany(counts) && (
            <TickBox name="many" value="yes" label={`Yes, ${sayNumber(lapsing)} have lapsed`} hint="The file is complete." />
          )}
          {counts.problems > 0 && (
            <TickBox
              name="others"
              value="yes"
              label={
                counts.problems === 1
                  ? "Leave out the row with a problem"
                  : `Leave out the ${sayNumber(counts.problems)} rows with problems`
              }
              hint={
                (counts.unnamed ?? 0) > 0
                  ? "We cannot tell whose rows some of these are, so nobody lapses because they are missing from the file."
                  : "The members in these rows stay as they are on the register."
              }
            />
          )}
          {isPart && (
            <p>You said that the file holds only some of the members, so nobody lapses because they are missing from it.</p>
          )}
          <p>
            {counts.problems > 0
              ? "Either all the other rows are imported, or none."
              : "Either the whole file is imported, or none of it."}
          </p>
        </Form>
        <Form action={readAgain} submit="Check it again" kind="plain">
          <HiddenField name="id" initial={id} />
        </Form>
      </section>
    </>
  );
}
