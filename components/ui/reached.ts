import { unstable_isUnrecognizedActionError as isOutdated } from "next/navigation";
import { type FormState, putBack } from "@/lib/entrypoints/form-state";

type Action = (previous: FormState, form: FormData) => Promise<FormState>;

/**
 * What sends the form. A browser that has lost its connection gives it back with what was typed: otherwise the page of a defect would
 * stand there instead. What a page has before its scripts arrive is the action itself, which works without them.
 */
export function reached(action: Action): Action {
  if (typeof window === "undefined") return action;
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      if (isOfServer(error)) throw error;
      return { values: putBack(fieldsOf(form)), errors: {}, message: sayUnreached(form, isOutdated(error)) };
    }
  };
}

/**
 * What the server or the framework threw has a digest. What has none never got to the action, or its answer was not ours: no connection, a
 * gateway in between, another release.
 */
function isOfServer(error: unknown): boolean {
  return !(error instanceof Error) || "digest" in error;
}

/** Without the framework's own fields. */
function fieldsOf(form: FormData): FormData {
  const ours = new FormData();
  for (const [name, value] of form) if (!name.startsWith("$")) ours.append(name, value);
  return ours;
}

/** The answer may have been lost on its way, so this says nothing of what was saved. */
function sayUnreached(form: FormData, isOutdated: boolean): string {
  const hasFile = [...form.values()].some((value) => value instanceof File && value.size > 0);
  const kept = hasFile ? "What you typed is still here, and the file has to be chosen again" : "What you typed is still here";
  if (isOutdated)
    return `We have updated this page since you opened it. ${kept}: please copy it, load the page again, and send it.`;
  return `We could not be reached. ${kept}: please check your connection and try again.`;
}
