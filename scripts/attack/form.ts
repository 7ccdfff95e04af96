import { Parser } from "htmlparser2";

/** Names and values, in the order of the page. */
export type Fields = [name: string, value: string][];

interface Form {
  fields: Fields;
  /** What its buttons say. */
  buttons: string[];
}

/** The fields of the form with this button, with what stands in them. Throws when the page has none. */
export function readForm(html: string, button: string, page: string): Fields {
  const forms = readForms(html);
  const found = forms.find(({ buttons }) => buttons.includes(button));
  if (found) return found.fields;
  const others = forms.flatMap(({ buttons }) => buttons).join(", ");
  throw new Error(`${page} has no form with the button ${button}, but with: ${others || "none"}.`);
}

/** All forms of a page, as they are sent without a script. */
export function readForms(html: string): Form[] {
  const forms: Form[] = [];
  let form: Form | undefined;
  let text = "";
  let area: string | undefined;
  let select: string | undefined;
  let hasChoice = false;
  const add = (name: string | undefined, value: string) => name && form?.fields.push([name, value]);
  const parser = new Parser({
    onopentag(tag, { type = "text", name, value = "", ...rest }) {
      if (tag === "form") {
        form = { fields: [], buttons: [] };
        forms.push(form);
      }
      const isBox = type === "checkbox" || type === "radio";
      if (tag === "input" && type !== "file" && type !== "submit" && (!isBox || "checked" in rest)) add(name, value);
      if (tag === "textarea") area = name;
      if (tag === "select") [select, hasChoice] = [name, false];
      if (tag === "option" && select && ("selected" in rest || !hasChoice)) {
        if (hasChoice) form?.fields.pop();
        add(select, value);
        hasChoice = true;
      }
      if (tag === "textarea" || tag === "button") text = "";
    },
    ontext(piece) {
      text += piece;
    },
    onclosetag(tag) {
      if (tag === "form") form = undefined;
      if (tag === "textarea") add(area, text.replace(/^\n/, ""));
      if (tag === "select") select = undefined;
      if (tag === "button") form?.buttons.push(text.trim());
    },
  });
  parser.end(html);
  return forms;
}
