import { z } from "zod";
import { cleanToken } from "@/lib/foundation/typed-text";
import { CHOOSABLE_GROUPS, type GroupName, MAIL_CHOICES, type MailChoices } from "./groups";

/** The field of the form in Edit Account for a group. */
export function fieldOf(group: GroupName): string {
  return `mails-${group}`;
}

/** A choice for each group that has one. */
export const MailChoicesInput = z
  .object(
    Object.fromEntries(CHOOSABLE_GROUPS.map((group) => [fieldOf(group), z.enum(MAIL_CHOICES, "Choose one of the three.")])),
  )
  .transform((fields): MailChoices => Object.fromEntries(CHOOSABLE_GROUPS.map((group) => [group, fields[fieldOf(group)]])));

/** The link in a mail, once more. */
export const StopInput = z.object({ token: z.string().max(300).overwrite(cleanToken) });
