import { z } from "zod";
import { IdInput } from "@/lib/foundation/id";

/** How many further choices a form has boxes for. */
export const CHOICE_FIELDS = ["choice1", "choice2", "choice3", "choice4"] as const;

const choice = IdInput.optional();

/** Whom to ask when the first choice comes to nothing: in the form of the proposal and on a page of its own. */
export const ChoiceFields = { choice1: choice, choice2: choice, choice3: choice, choice4: choice };

export const ChoicesInput = z.object({ proposalId: IdInput, ...ChoiceFields });

export const StopInput = z.object({ proposalId: IdInput });
