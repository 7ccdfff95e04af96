"use client";

import type { ReactNode } from "react";
import { describedBy, FieldErrors, type Option } from "./field";
import { useField } from "./form-context";

const COLUMNS = {
  one: "",
  short: "max-w-[40rem] grid-cols-[repeat(auto-fill,minmax(8rem,1fr))]",
  long: "max-w-[40rem] wide:grid-cols-2",
};

interface ChoicesProps {
  name: string;
  legend: string;
  hint?: ReactNode;
  options: readonly (Option & { hint?: string })[];
  initial?: readonly (string | number)[];
  /** In as many columns as there is room for: short labels, or longer ones. */
  columns?: keyof typeof COLUMNS;
}

/** Tick boxes: any number of them. */
export function CheckboxGroup(props: ChoicesProps) {
  return <Choices {...props} type="checkbox" />;
}

/** Exactly one of a few. */
export function RadioGroup(props: ChoicesProps) {
  return <Choices {...props} type="radio" />;
}

function Choices({
  type,
  name,
  legend,
  hint,
  options,
  initial = [],
  columns = "one",
}: ChoicesProps & { type: "checkbox" | "radio" }) {
  const { values, errors } = useField(name, initial.map(String));
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-1.5" aria-describedby={describedBy(name, hint, errors)}>
      <legend className="mb-1.5 font-[650]">{legend}</legend>
      {hint && (
        <p id={`${name}-hint`} className="text-soft">
          {hint}
        </p>
      )}
      <FieldErrors name={name} errors={errors} />
      <div className={`grid gap-x-8 ${COLUMNS[columns]}`}>
        {options.map((option, i) => (
          <label key={option.value} className="flex cursor-pointer items-start gap-2.5 py-1">
            <input
              // The error summary's link leads to the first.
              id={i === 0 ? name : undefined}
              type={type}
              name={name}
              value={option.value}
              defaultChecked={values.includes(String(option.value))}
              className="mt-0.5 size-[1.35rem] shrink-0 accent-accent"
            />
            <span className="wrap-anywhere">
              {option.label}
              {option.hint && <span className="block text-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
