import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { Link } from "@/components/ui/link";
import { LookAgain } from "@/components/ui/look-again";
import { Note } from "@/components/ui/note";
import { sayNumber } from "@/lib/foundation/wording";
import type { ImportView } from "@/lib/society/register/queries";
import { isSilent } from "@/lib/society/register/register-import";
import { readAgain } from "../actions";

/** How much of a file has been read, or that reading was interrupted. */
export function Progress({ found, now }: { found: ImportView; now: Date }) {
  const { id, rows, rowsRead, source } = found;
  if (isSilent(found, now))
    return (
      <Note>
        <p>
          Reading stopped after {sayNumber(rowsRead)} of {sayNumber(rows)} rows, probably because the server was restarted. The
          register has not been changed.
        </p>
        {source === "upload" && (
          <Form action={readAgain} submit="Read it again">
            <HiddenField name="id" initial={id} />
          </Form>
        )}
      </Note>
    );
  return (
    <div className="grid max-w-[40rem] gap-3">
      <p id="progress">
        {sayNumber(rowsRead)} of {sayNumber(rows)} rows read. Reading changes nothing in the register, and you can leave this
        page in the meantime.
      </p>
      <progress aria-labelledby="progress" value={rowsRead} max={rows} className="h-3 w-full accent-accent" />
      <p>
        <Link href={`/admin/register/${id}`}>Refresh</Link>
      </p>
      <LookAgain />
    </div>
  );
}
