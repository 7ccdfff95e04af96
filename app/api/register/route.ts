import { machineRoute } from "@/lib/entrypoints/machine-route";
import { env } from "@/lib/foundation/env";
import { type PushRefusal, pushRegister } from "@/lib/society/register/push";
import { LARGEST_REGISTER } from "@/lib/society/register/register-import";
import { sayFileFault, sayProblems } from "@/lib/society/register/wording";

export const maxDuration = 300;

/** Rows named in an answer: enough to see what is wrong with an export. */
const MOST_NAMED = 1000;

/** The membership system sends the whole register. */
export const POST = machineRoute(
  { secret: () => env().REGISTER_TOKEN, largest: LARGEST_REGISTER },
  async (bytes, request, now) => {
    const type = request.headers.get("content-type") ?? "";
    const isJson = /json/i.test(type);
    if (!isJson && !/^text\/csv\b/i.test(type))
      return Response.json({ error: "Send text/csv, or application/jsonl with one object a line." }, { status: 415 });
    const mayLapseMany = new URL(request.url).searchParams.get("lapse") === "many";
    const pushed = await pushRegister({ bytes, isJson, mayLapseMany }, now);
    return pushed.ok ? Response.json(pushed.value) : answer(pushed.refusal);
  },
);

function answer(refusal: PushRefusal): Response {
  switch (refusal.kind) {
    case "file":
      return Response.json({ error: sayFileFault(refusal.fault) }, { status: 422 });
    case "headings":
      return Response.json(
        { error: "The headings should be number, name, surname (optional), email, standing." },
        { status: 422 },
      );
    case "problems":
      return Response.json(
        {
          error: "Some rows have errors, so nothing was imported.",
          problems: refusal.count,
          rows: refusal.rows.slice(0, MOST_NAMED).map(({ line, problem, said }) => ({
            line,
            codes: problem?.split(",") ?? [],
            problem: sayProblems(problem ?? ""),
            said,
          })),
        },
        { status: 422 },
      );
    case "many-lapse":
      return Response.json(
        {
          error:
            "So many memberships would lapse that the file may be incomplete, so nothing was imported. Add ?lapse=many if they should.",
          counts: refusal.counts,
        },
        { status: 409 },
      );
    case "busy":
      return Response.json(
        { error: "Somebody else is importing the register at the moment. Please try again later." },
        { status: 503 },
      );
  }
}
