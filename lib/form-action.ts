import { randomUUID } from "node:crypto";
import { parseWithZod } from "@conform-to/zod/v4";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import type { z } from "zod";
import { findHindrance } from "@/lib/auth/hindrance";
import { isWithinLimits } from "@/lib/auth/local/limits";
import { isFromOurPages } from "@/lib/auth/origin";
import { type RequestFacts, readRequest, requireStaff, requireViewer } from "@/lib/auth/session";
import type { Viewer } from "@/lib/auth/viewer";
import type { Preview } from "@/lib/content/document";
import { type FormState, TAKE, type Theirs, UNTOUCHED } from "@/lib/form-state";
import { describeDefect, log, logRefusal } from "@/lib/log";
import { deliverDue } from "@/lib/mail/deliver";

/** What an action tells the door to do next. */
export type Outcome = { goTo: string; isHere?: boolean } | { refused: string; field?: string } | Clash | Shown;

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

/** Done: on to another page. `say` names the sentence of lib/wording.ts that the page shows there. */
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
  "That was very much for a few minutes, and this was not saved. Nothing that you typed is lost: please wait five minutes, then press the button again.";

type Handle<Schema extends z.ZodType, Who> = (given: Given<Who> & { input: z.infer<Schema> }) => Promise<Outcome>;
type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * The only way in for a member's form: checks the origin, finds the viewer, parses, reads the clock, calls, and turns a
 * defect into a reference. A failed form comes back with what was typed. Mails that follow go out after the response.
 */
export function formAction<Schema extends z.ZodType>(schema: Schema, handle: Handle<Schema, Viewer>): Action {
  return door(schema, requireViewer, handle);
}

/** The same for staff of the society; for others it does not exist. */
export function staffAction<Schema extends z.ZodType>(schema: Schema, handle: Handle<Schema, Viewer>): Action {
  return door(schema, () => requireStaff(), handle);
}

/** The same for those of the staff who may change settings and staff. */
export function adminAction<Schema extends z.ZodType>(schema: Schema, handle: Handle<Schema, Viewer>): Action {
  return door(schema, () => requireStaff("admin"), handle);
}

/** The same for everybody: signing in and out, and choices made before a role is held. The handler decides who may. */
export function openAction<Schema extends z.ZodType>(schema: Schema, handle: Handle<Schema, Viewer | null>): Action {
  return door(schema, async () => (await readRequest()).viewer, handle, false);
}

function door<Schema extends z.ZodType, Who>(
  schema: Schema,
  find: () => Promise<Who>,
  handle: Handle<Schema, Who>,
  isForMembers = true,
): Action {
  return async (_previous, form) => {
    if (!isFromOurPages(await headers())) {
      logRefusal("origin");
      return failed(form, "This form was not sent from our own page. Please open the page again.");
    }
    const hindrance = isForMembers ? await findHindrance() : null;
    if (hindrance) return { values: typed(form), errors: {}, ...hindrance };
    const viewer = await find();
    const parsed = parseWithZod(form, { schema });
    if (parsed.status !== "success") return { values: typed(form), errors: parsed.error ?? {}, message: null };
    const facts = await readRequest();
    const outcome = await attempt(form, async () => {
      if (facts.viewer && !(await isWithinLimits("form", facts.viewer.memberId, null))) return refused(TOO_MANY);
      return handle({ ...facts, viewer, input: parsed.value });
    });
    if ("values" in outcome) return outcome;
    if ("problems" in outcome) return { ...UNTOUCHED, values: typed(form), ...showing(outcome) };
    if ("clash" in outcome) return comeBack(form, outcome);
    if ("refused" in outcome) return refusal(form, outcome);
    after(() => deliverDue(facts.now));
    // The frame of the pages shows things that a form may have changed: the role, how much is unread.
    refresh();
    if (outcome.isHere && (await headers()).has("next-action")) return { ...UNTOUCHED };
    redirect(outcome.goTo);
  };
}

async function attempt(form: FormData, work: () => Promise<Outcome>): Promise<Outcome | FormState> {
  try {
    return await work();
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    log().error({ reference, defect: describeDefect(error) }, "a form failed");
    return failed(form, `Something went wrong on our side, and nothing was changed. Please try again, or quote ${reference}.`);
  }
}

function refusal(form: FormData, { refused, field }: { refused: string; field?: string }): FormState {
  return field === undefined ? failed(form, refused) : { values: typed(form), errors: { [field]: [refused] }, message: null };
}

function showing({ problems, preview }: Shown): Pick<FormState, "errors" | "preview"> {
  return preview ? { errors: problems, preview } : { errors: problems };
}

function comeBack(form: FormData, { clash, replacing, theirs }: Clash): FormState {
  const replaced = Object.fromEntries(Object.entries(replacing).map(([name, value]) => [name, [value]]));
  // What was ticked to settle the last clash says nothing about this one.
  return { values: { ...typed(form), ...replaced, [TAKE]: [] }, errors: {}, message: clash, theirs };
}

function failed(form: FormData, message: string): FormState {
  return { values: typed(form), errors: {}, message };
}

/** What was typed, to be put back into the form: of a file its name, and never passwords or the framework's own fields. */
function typed(form: FormData): FormState["values"] {
  const values: FormState["values"] = {};
  for (const name of new Set(form.keys())) {
    // "__proto__" would be no field of the answer but what it is made of.
    if (name.startsWith("$") || name === "__proto__" || name.toLowerCase().includes("password")) continue;
    values[name] = form.getAll(name).flatMap((value) => {
      if (typeof value === "string") return [value];
      return value.size > 0 ? [value.name] : [];
    });
  }
  return values;
}
