import type { ReactNode } from "react";
import { RadioGroup } from "@/components/ui/choices";
import { DateField, NumberField, SelectField, TextArea } from "@/components/ui/field";
import { WhoReads } from "@/components/ui/who-reads";
import type { Reflection, Words } from "@/lib/mentoring/reflections/reflection";
import { QUESTIONS } from "@/lib/mentoring/reflections/wording";
import { sayWhoReads } from "@/lib/pairing/relationships/wording";

interface ReflectionFieldsProps {
  /** Under three questions, or in one box. */
  form: "questions" | "free";
  initial: Partial<Pick<Reflection, "heldOn" | "minutes" | "isStructured" | "words" | "relationshipId">>;
  partners: readonly { relationshipId: string; name: string }[];
  today: string;
  /** The society's explanation of what counts as what. */
  explanation: ReactNode;
}

const PROMPTS: Record<keyof Words, string> = {
  done: "What did you work on or talk about?",
  learned: "What is new to you, or clearer than before?",
  use: "What will you do differently, and when?",
  free: "In your own words: what you did, what you learned, how you will use it.",
};

/** The fields of a reflection, for writing and for changing one. */
export function ReflectionFields({ form, initial, partners, today, explanation }: ReflectionFieldsProps) {
  const keys = form === "free" ? (["free"] as const) : (["done", "learned", "use"] as const);
  return (
    <>
      <input type="hidden" name="form" value={form} />
      <div className="flex flex-wrap gap-x-8 gap-y-6">
        <DateField name="heldOn" label="Day" initial={initial.heldOn ?? today} latest={today} />
        <NumberField name="minutes" label="How long" unit="minutes" initial={initial.minutes ?? null} />
      </div>
      {partners.length > 0 && (
        <SelectField
          name="relationshipId"
          label="With whom (optional)"
          hint="A file of your record names them only if you want it to."
          none="I would rather not say"
          options={partners.map(({ relationshipId, name }) => ({ value: relationshipId, label: name }))}
          initial={initial.relationshipId ?? null}
        />
      )}
      <WhoReads>{sayWhoReads("self", "")}</WhoReads>
      {keys.map((key) => (
        <TextArea
          key={key}
          name={key}
          label={key === "free" ? "Your reflection" : QUESTIONS[key]}
          hint={PROMPTS[key]}
          initial={initial.words?.[key] ?? null}
          room={key === "free" ? "long" : "short"}
        />
      ))}
      <RadioGroup
        name="countsAs"
        legend="How do you count it?"
        options={[
          { value: "structured", label: "Structured CPD", hint: "It serves a learning objective that you had set yourself." },
          { value: "unstructured", label: "Unstructured CPD", hint: "You learned something that you had not planned to." },
        ]}
        initial={initial.isStructured === undefined ? [] : [initial.isStructured ? "structured" : "unstructured"]}
      />
      <details className="border-l-4 border-rule pl-4">
        <summary className="py-1 text-accent underline underline-offset-[0.18em]">What counts as what?</summary>
        <div className="mt-3">{explanation}</div>
      </details>
    </>
  );
}
