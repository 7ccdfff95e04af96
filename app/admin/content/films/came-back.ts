import type { FormState } from "@/lib/entrypoints/form-state";
import { FIELD_OF, sayUploadRefusal, type UploadRefusal } from "@/lib/society/films/wording";

type Asked = Record<string, string | string[] | undefined>;

/** What the form says when it comes back, from its page's address; null when it was not sent. */
export function readCameBack({ refused, line, title, reference }: Asked): FormState | null {
  if (typeof refused !== "string" || !Object.hasOwn(FIELD_OF, refused)) return null;
  const reason = refused as UploadRefusal;
  const where = typeof line === "string" && /^\d{1,6}$/.test(line) ? Number(line) : null;
  const isQuotable = typeof reference === "string" && /^\w{8}$/.test(reference);
  const quote = isQuotable ? ` If it happens again, ask for help and quote ${reference}.` : "";
  const sentence = `${sayUploadRefusal(reason, where)}${quote}`;
  const field = FIELD_OF[reason];
  const values: FormState["values"] = typeof title === "string" ? { title: [title.slice(0, 200)] } : {};
  return field ? { values, errors: { [field]: [sentence] }, message: null } : { values, errors: {}, message: sentence };
}
