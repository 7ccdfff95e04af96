import { TextField } from "@/components/ui/field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveWords } from "../actions";
import { SectionPage } from "../section";

const WORDS = [
  ["mentor", "One who guides"],
  ["mentors", "Several who guide"],
  ["mentee", "A person who is guided"],
  ["mentees", "People who are guided"],
] as const;

export default async function WordsSettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  return (
    <SectionPage
      settings={settings}
      name="words"
      heading="Words for the two roles"
      lede="What your members call the people who guide and those who are guided, as written in the middle of a sentence."
      action={saveWords}
      hasPreview
    >
      {(set) =>
        WORDS.map(([name, label]) => (
          <TextField
            key={name}
            name={name}
            label={label}
            hint={name === "mentor" ? "In lower case. Pages and e-mails add a capital where one is needed." : undefined}
            initial={set[name] ?? ""}
            maxLength={40}
          />
        ))
      }
    </SectionPage>
  );
}
