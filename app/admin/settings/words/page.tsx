import { TextField } from "@/components/ui/field";
import { readRequest, requireStaff } from "@/lib/people/auth/session";
import { saveWords } from "../actions";
import { SectionPage } from "../section";

const WORDS = [
  ["mentor", "One who guides"],
  ["mentors", "Several who guide"],
  ["mentee", "One who is guided"],
  ["mentees", "Several who are guided"],
] as const;

export default async function WordsSettingsPage() {
  await requireStaff("admin");
  const { settings } = await readRequest();
  return (
    <SectionPage
      settings={settings}
      name="words"
      heading="Words for the two roles"
      lede="What your members call whoever guides and whoever is guided, as the words stand in the middle of a sentence."
      action={saveWords}
      hasPreview
    >
      {(set) =>
        WORDS.map(([name, label]) => (
          <TextField
            key={name}
            name={name}
            label={label}
            hint={name === "mentor" ? "In lower case. Pages and mails put a capital where one belongs." : undefined}
            initial={set[name] ?? ""}
            maxLength={40}
          />
        ))
      }
    </SectionPage>
  );
}
