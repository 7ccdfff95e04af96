import { notFound } from "next/navigation";
import { readId } from "@/lib/foundation/id";
import { isScheme } from "@/lib/pairing/programmes/access";
import { findProgramme } from "@/lib/pairing/programmes/queries";

/** Which form the questions are on: that of the profile, or the one on which members join a programme. */
export interface QuestionForm {
  programmeId: string | null;
  /** The name of the programme. */
  name: string | null;
  /** The address of the list, and what stands after the address of the other pages. */
  list: string;
  query: string;
}

export const ON_PROFILES: QuestionForm = { programmeId: null, name: null, list: "/admin/questions", query: "" };

/** The form that an address names: none is the profile, and a programme that is not there is no page. */
export async function formOf(programme: string | string[] | undefined | null, now: Date): Promise<QuestionForm> {
  if (programme === undefined || programme === null) return ON_PROFILES;
  const found = await findProgramme(readId(programme) ?? "", now);
  if (!found || isScheme(found)) notFound();
  const query = `?programme=${found.id}`;
  return { programmeId: found.id, name: found.name, list: `/admin/questions${query}`, query };
}

/** Where a question is asked: "on the profile as a mentor", "on joining Returners as a mentor". */
export function sayForm({ name }: QuestionForm, as: string): string {
  return name === null ? `on the profile as ${as}` : `on joining ${name} as ${as}`;
}
