import { Note } from "@/components/ui/note";
import { sayNumber } from "@/lib/foundation/wording";
import type { ImportView } from "@/lib/society/register/queries";
import { areLeftOutKept } from "@/lib/society/register/register-import";

/** The rows that an import left out, to be downloaded and corrected, as long as they are kept. */
export function LeftOut({ found: { id, counts, finishedAt }, now }: { found: ImportView; now: Date }) {
  const count = counts.problems === 1 ? "One row was" : `${sayNumber(counts.problems)} rows were`;
  if (!areLeftOutKept(finishedAt, now)) return <p>{count} left out and have been deleted here since.</p>;
  return (
    <Note>
      <p>
        {count} left out. You can{" "}
        <a href={`/admin/register/${id}/problems`} download>
          download them as CSV
        </a>{" "}
        until tomorrow, correct them, and upload that file as one that holds only some of the members.
      </p>
    </Note>
  );
}
