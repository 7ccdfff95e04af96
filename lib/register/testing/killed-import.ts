/** A process for crash.db.test.ts: reads the rows of an import, or imports them, and dies at the statement named. */
import type { Moment } from "@/lib/testing/child";
import { dieAtStatement } from "@/lib/testing/die-at-statement";
import { checkRows, importChecked } from "../commands";
import type { Actor } from "../register-import";

const [nth = "", moment = "", step = "", id = "", staff = "", now = ""] = process.argv.slice(2);
dieAtStatement(Number(nth), moment as Moment);
if (step === "check") await checkRows(id, new Date(now));
else await importChecked(JSON.parse(staff) as Actor, id, { mayLapseMany: true }, new Date(now));
process.exit(0);
