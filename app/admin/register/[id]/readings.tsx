import { RadioGroup } from "@/components/ui/choices";
import { Form } from "@/components/ui/form";
import { HiddenField } from "@/components/ui/hidden-field";
import { titleOf } from "@/components/ui/page";
import type { ImportView } from "@/lib/society/register/queries";
import { sayEncodingBriefly } from "@/lib/society/register/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { setReading } from "../actions";

/** The form in which staff say how the letters of a file are to be read, by names that they know. */
export function Readings({
  found: { id, readings },
  settings,
  heading,
}: {
  found: ImportView;
  settings: Settings;
  heading: string;
}) {
  return (
    <Form action={setReading} submit="Read it this way" title={titleOf(heading, settings)}>
      <HiddenField name="id" initial={id} />
      <p>The file does not say how its letters are written. Choose the line in which the names are right.</p>
      <RadioGroup
        name="encoding"
        legend="Words from the file"
        options={readings.map(({ encoding, names }) => ({
          value: encoding,
          label: names.join(", "),
          hint: sayEncodingBriefly(encoding),
        }))}
      />
    </Form>
  );
}
