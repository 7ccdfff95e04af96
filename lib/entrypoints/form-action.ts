import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import type { z } from "zod";
import { findForgery, namesOf, readFields, typedIn } from "@/lib/entrypoints/form-fields";
import { type FormState, TAKE, type Theirs, UNTOUCHED } from "@/lib/entrypoints/form-state";
import { hearing } from "@/lib/foundation/heard";
import { describeDefect, log, logRefusal } from "@/lib/foundation/log";
import type { Viewer } from "@/lib/foundation/viewer";
import { findFormRefusal } from "@/lib/people/auth/form-refusal";
import { readCaller } from "@/lib/people/auth/local/caller";
import { isWithinLimits } from "@/lib/people/auth/local/limits";
import { isFromOurPages } from "@/lib/people/auth/origin";
import { type RequestFacts, readRequest, requireStaff, requireViewer } from "@/lib/people/auth/session";
import type { Area } from "@/lib/people/rights/rights";
import type { Preview } from "@/lib/society/content/document";
import { asStaffOf, type Matter } from "@/lib/staff/coordinating/queries";
import { deliverMails } from "./deliver";

/** What an action tells the door to do next. */
export type Outcome = { goTo: string; isHere?: boolean } | { refused: string; field?: string } | Clash | Shown | Missing;

/** What the form is about is not there for the viewer. */
interface Missing {
  isMissing: true;
}

/** Somebody else was quicker: what goes back into the form instead of what was typed, and what they have saved. */
interface Clash {
  clash: string;
  replacing: Record<string, string>;
  theirs: Theirs;
}

/** Nothing was done: what is wrong with which field, and how what was typed would look. */
interface Shown {
  problems: Record<string, string[]>;
  preview?: Preview | true;
}

/** Done: on to another page. `say` names the sentence of lib/foundation/wording.ts that the page shows there. */
export function goTo(path: string, say?: string): Outcome {
  if (!say) return { goTo: path };
  return { goTo: `${path}${path.includes("?") ? "&" : "?"}done=${say}` };
}

/** Done, and the form stays for the next one: a script shows its page as it is now, without a script it is led to `path`. */
export function stay(path: string): Outcome {
  return { goTo: path, isHere: true };
}

/** Refused, in a sentence for the member; beside a field when it is about one. */
export function refused(sentence: string, field?: string): Outcome {
  return field === undefined ? { refused: sentence } : { refused: sentence, field };
}

/**
 * Somebody else saved the same thing first: nothing was saved, and the form comes back with both. `replacing` stands instead of what
 * was typed in those fields (the version it is based on, for one); `theirs` is shown beside the fields that it names.
 */
export function clashed(sentence: string, replacing: Record<string, string>, theirs: Theirs): Outcome {
  return { clash: sentence, replacing, theirs };
}

/**
 * Nothing is saved: the form comes back with what was typed, what is wrong with each field, and how it would look; true where its page
 * can show that from what was typed.
 */
export function shown(problems: Record<string, string[]>, preview?: Preview | true): Outcome {
  return preview ? { problems, preview } : { problems };
}

interface Given<Who> extends Omit<RequestFacts, "viewer"> {
  viewer: Who;
}

const TOO_MANY =
  "You have sent a lot of forms in the last few minutes, so this one was not saved. Your text is still here: please try again in five minutes.";
const NOT_OURS = "This form did not come from our own page, so nothing was saved. Please open the page again.";

type Handle<Schema extends z.ZodType, Who> = (given: Given<Who> & { input: z.infer<Schema> }) => Promise<Outcome>;
type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * The only way in for a member's form: checks the origin, finds the viewer, parses, reads the clock, calls, and turns a
 * defect into a reference. A failed form comes back with what was typed. Mails that follow go out after the response.
 */
export function formAction<Schema extends z.ZodType>(schema: Schema, handle: Handle<Schema, Viewer>): Action {
  return door(schema, requireViewer, handle);
}

/**
 * Where an action of staff is open to others too. `ids` are the records that it changes: for them alone a coordinator acts as staff, and
 * with null as nobody in particular. Without them the command itself asks for the viewer's scope. `members` are those whom it brings into it,
 * who have to be theirs as well.
 */
type OpenTo<Input> = { area: Area } & (
  | { of?: never }
  | {
      of: Matter["of"];
      ids: (input: Input) => readonly string[] | null;
      members?: (input: Input) => readonly string[];
    }
);

/** The same for staff of the society, and for coordinators where it is open to them; for others it does not exist. */
export function staffAction<Schema extends z.ZodType>(
  schema: Schema,
  handle: Handle<Schema, Viewer>,
  openTo?: OpenTo<z.infer<Schema>>,
): Action {
  if (!openTo) return door(schema, () => requireStaff(), handle);
  const handleTheirs: Handle<Schema, Viewer> = async (given) => {
    const viewer = await actingOn(given.viewer, openTo, given.input);
    return viewer ? handle({ ...given, viewer }) : notTheirs(given.viewer, openTo.area);
  };
  return door(schema, () => requireStaff(openTo.area), handleTheirs);
}

async function actingOn<Input>(viewer: Viewer, openTo: OpenTo<Input>, input: Input): Promise<Viewer | null> {
  if (openTo.of === undefined) return viewer;
  const { area, of, members } = openTo;
  const ids = openTo.ids(input);
  if (members && !(await asStaffOf(viewer, { area, of: "members", ids: members(input) }))) return null;
  return ids === null ? viewer : asStaffOf(viewer, { area, of, ids });
}

function notTheirs({ memberId }: Viewer, area: Area): Missing {
  logRefusal("staff", { right: area, memberId });
  return { isMissing: true };
}

/** The same for those of the staff who may change settings and staff. */
export function adminAction<Schema extends z.ZodType>(schema: Schema, handle: Handle<Schema, Viewer>): Action {
  return door(schema, () => requireStaff("admin"), handle);
}

/**
 * The same for everybody: signing in and out, and choices made before a role is held. The handler decides who may. Only what nobody
 * may ever be kept from, such as logging out, is not counted.
 */
export function openAction<Schema extends z.ZodType>(
  schema: Schema,
  handle: Handle<Schema, Viewer | null>,
  isCounted = true,
): Action {
  return door(schema, async () => (await readRequest()).viewer, handle, { isForMembers: false, isCounted });
}

function door<Schema extends z.ZodType, Who>(
  schema: Schema,
  find: () => Promise<Who>,
  handle: Handle<Schema, Who>,
  { isForMembers, isCounted } = { isForMembers: true, isCounted: true },
): Action {
  // Throws where the action is made, not where a member uses it.
  namesOf(schema);
  return async (_previous, form) => {
    const typed = () => typedIn(form, schema);
    if (!isFromOurPages(await headers())) {
      logRefusal("origin");
      return { values: typed(), errors: {}, message: NOT_OURS };
    }
    const formRefusal = isForMembers ? await findFormRefusal() : null;
    if (formRefusal) return { values: typed(), errors: {}, ...formRefusal };
    const viewer = await find();
    const facts = await readRequest();
    const { value: outcome, refused: reason } = await hearing(() =>
      attempt(async (): Promise<Outcome | Failed> => {
        // Counted before anything is read of the form, so that one which cannot be taken costs its sender as much.
        if (isCounted && !(await isWithinFormLimits(facts))) return refused(TOO_MANY);
        const read = readFields(form, schema);
        return "input" in read ? handle({ ...facts, viewer, input: read.input }) : { failed: read };
      }),
    );
    logAttempts(form, reason, facts);
    if ("isMissing" in outcome) notFound();
    if ("failed" in outcome) return { values: typed(), ...outcome.failed };
    if ("problems" in outcome) return { ...UNTOUCHED, values: typed(), ...showing(outcome) };
    if ("clash" in outcome) return comeBack(typed(), outcome);
    if ("refused" in outcome) return refusal(typed(), outcome);
    after(() => deliverMails(facts.now));
    // The frame of the pages shows things that a form may have changed: the role, how much is unread. And the browser throws away what
    // it has fetched ahead, which `refresh` of Next would leave to it.
    revalidatePath("/", "layout");
    if (outcome.isHere && (await headers()).has("next-action")) return { ...UNTOUCHED };
    redirect(outcome.goTo);
  };
}

/** Commands refuse with these what is not the viewer's to see or do: no button of ours leads there, but for what has just gone. */
const ACCESS: readonly string[] = ["not-found", "not-theirs", "not-staff", "not-allowed", "admin-only"];

/** For a review of security: a form for what is another's, and one that no page of ours sends. */
function logAttempts(form: FormData, reason: string | null, { viewer, departed }: RequestFacts): void {
  const memberId = viewer?.memberId ?? departed?.memberId;
  const who: Record<string, string> = memberId === undefined ? {} : { memberId };
  if (reason !== null && ACCESS.includes(reason)) logRefusal("not-theirs", { ...who, what: "form", reason });
  const forgery = findForgery(form);
  if (forgery) logRefusal("form", { ...who, why: forgery });
}

/** What comes back beside what was typed. */
interface Failed {
  failed: Pick<FormState, "errors" | "message">;
}

/** By the member; of whoever is not signed in by their address, if a proxy that we trust names one. */
async function isWithinFormLimits({ viewer, departed }: RequestFacts): Promise<boolean> {
  const memberId = viewer?.memberId ?? departed?.memberId;
  if (memberId !== undefined) return isWithinLimits("form", memberId, null);
  const address = await readCaller();
  return address === null || isWithinLimits("open-form", address, null);
}

async function attempt(work: () => Promise<Outcome | Failed>): Promise<Outcome | Failed> {
  try {
    return await work();
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    log().error({ reference, defect: describeDefect(error) }, "a form failed");
    const message = `Something went wrong on our side, and nothing was changed. Please try again. If it happens again, ask for help and quote ${reference}.`;
    return { failed: { errors: {}, message } };
  }
}

type Values = FormState["values"];

function refusal(values: Values, { refused, field }: { refused: string; field?: string }): FormState {
  if (field === undefined) return { values, errors: {}, message: refused };
  return { values, errors: { [field]: [refused] }, message: null };
}

function showing({ problems, preview }: Shown): Pick<FormState, "errors" | "preview"> {
  return preview ? { errors: problems, preview } : { errors: problems };
}

function comeBack(values: Values, { clash, replacing, theirs }: Clash): FormState {
  const replaced = Object.fromEntries(Object.entries(replacing).map(([name, value]) => [name, [value]]));
  // What was ticked to settle the last clash says nothing about this one.
  return { values: { ...values, ...replaced, [TAKE]: [] }, errors: {}, message: clash, theirs };
}
