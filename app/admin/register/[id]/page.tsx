import { notFound } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Page } from "@/components/ui/page";
import { Time } from "@/components/ui/time";
import { sayNumber } from "@/lib/foundation/wording";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { getImport, type ImportView } from "@/lib/society/register/queries";
import { countsInWords, sayDelimiter, sayEncoding } from "@/lib/society/register/wording";
import { drop } from "../actions";
import { Columns, Words } from "./columns";
import { LeftOut } from "./left-out";
import { Progress } from "./progress";
import { Readings } from "./readings";
import { Report } from "./report";

export const maxDuration = 300;

export default async function ImportPage({ params, searchParams }: PageProps<"/admin/register/[id]">) {
  const viewer = await requireStaff();
  const [{ settings, now }, { id }, { done, columns, after }] = await Promise.all([readRequest(), params, searchParams]);
  const found = await getImport(id);
  if (!found) notFound();
  const isOpen = found.finishedAt === null && found.source === "upload";
  const step = stepOf(found, columns !== undefined);
  return (
    <Page
      settings={settings}
      heading={HEADINGS[step]}
      title={step === "reading" || step === "columns" || step === "words" || step === "checked" ? undefined : HEADINGS[step]}
      back={{ href: "/admin/register", label: "Register" }}
      done={done}
    >
      <Facts
        facts={[
          [
            "File",
            <span
              key="file"
              className="break-words"
            >{`${found.fileName}, ${sayNumber(found.rows)} ${found.rows === 1 ? "row" : "rows"}`}</span>,
          ],
          ["Read as", `${sayEncoding(found.encoding)}, with ${sayDelimiter(found.delimiter)} between the columns`],
          ["By", found.source === "machine" ? "The membership system" : found.byName],
          ["Uploaded", <Time key="in" at={found.startedAt} now={now} timeZone={viewer.timeZone} as="date-time" />],
          [
            found.state === "dropped" ? "Cancelled" : "Imported",
            found.finishedAt && <Time at={found.finishedAt} now={now} timeZone={viewer.timeZone} as="date-time" />,
          ],
        ]}
      />
      {step === "reading" && <Readings found={found} settings={settings} heading={HEADINGS.reading} />}
      {step === "columns" && <Columns found={found} settings={settings} heading={HEADINGS.columns} />}
      {step === "words" && <Words found={found} settings={settings} heading={HEADINGS.words} />}
      {step === "checking" && <Progress found={found} now={now} />}
      {step === "checked" && (
        <Report
          found={found}
          settings={settings}
          after={typeof after === "string" && /^\d{1,9}$/.test(after) ? Number(after) : 0}
        />
      )}
      {step === "imported" && <Facts facts={countsInWords(found.counts).map(([name, count]) => [name, sayNumber(count)])} />}
      {step === "imported" && found.counts.problems > 0 && <LeftOut found={found} now={now} />}
      {step === "dropped" && <p>This import changed nothing, and its file has been deleted.</p>}
      {isOpen && (
        <section aria-labelledby="drop" className="grid gap-4 border-t border-rule pt-6">
          <h2 id="drop">Not this file?</h2>
          <p>If you cancel this import, the file is deleted and the register stays as it is.</p>
          <Form action={drop} submit="Cancel this import" kind="quiet">
            <HiddenField name="id" initial={found.id} />
          </Form>
        </section>
      )}
    </Page>
  );
}

type Step = "reading" | "columns" | "words" | "checking" | "checked" | "imported" | "dropped";

const HEADINGS: Record<Step, string> = {
  reading: "Which names are right?",
  columns: "Which column is what?",
  words: "Which values mean a current member?",
  checking: "Reading the file",
  checked: "What this import would do",
  imported: "What this import changed",
  dropped: "A cancelled import",
};

/** `wantsColumns`: staff want to choose the columns again. */
function stepOf({ state, mapping, source, readings }: ImportView, wantsColumns: boolean): Step {
  if (state === "imported" || state === "dropped") return state;
  if (source === "machine") return "checking";
  if (readings.length > 0) return "reading";
  if (wantsColumns || mapping === null) return "columns";
  return state === "uploaded" ? "words" : state;
}
