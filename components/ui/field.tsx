"use client";

import { type ReactNode, useContext, useLayoutEffect, useRef } from "react";
import { SendingContext, useField } from "./form-context";
import { useIsHydrating } from "./hydrating";
import { BesideTheirs } from "./theirs";

const BOX =
  "w-full rounded-[0.3rem] border-[1.5px] bg-sheet px-[0.7rem] py-[0.55rem] text-ink min-h-11 aria-invalid:border-danger aria-invalid:border-2 border-soft";

interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  initial?: string | number | null;
}

interface TextFieldProps extends FieldProps {
  type?: "text" | "search" | "email" | "password";
  inputMode?: "numeric";
  /** What the browser may fill in. A password that was typed never comes back. */
  autoComplete?: string;
  maxLength?: number;
  /** What the browser offers while something is typed; anything else may be typed too. */
  suggestions?: readonly { value: string; label: string }[];
}

export function TextField({ type = "text", autoComplete = "off", ...props }: TextFieldProps) {
  const { values, errors } = useField(props.name, startOf(props.initial));
  return (
    <Labelled {...props} errors={errors}>
      <input
        {...useBox(props, errors)}
        type={type}
        inputMode={props.inputMode}
        autoComplete={autoComplete}
        maxLength={props.maxLength}
        defaultValue={values[0] ?? ""}
        list={props.suggestions && `${props.name}-suggestions`}
      />
      {props.suggestions && (
        <datalist id={`${props.name}-suggestions`}>
          {props.suggestions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </datalist>
      )}
    </Labelled>
  );
}

/** A day, as the browser writes it: 2026-12-24. Without help from the browser it is typed so. */
export function DateField(props: FieldProps & { earliest?: string; latest?: string }) {
  const { values, errors } = useField(props.name, startOf(props.initial));
  return (
    <Labelled {...props} errors={errors}>
      <input
        {...useBox(props, errors)}
        className={`${BOX} max-w-56`}
        type="date"
        min={props.earliest}
        max={props.latest}
        defaultValue={values[0] ?? ""}
      />
    </Labelled>
  );
}

/** A day and a time, by the clock that the hint names, as the browser writes it: 2026-12-24T14:05. */
export function DateTimeField(props: FieldProps & { earliest?: string; latest?: string }) {
  const { values, errors } = useField(props.name, startOf(props.initial));
  return (
    <Labelled {...props} errors={errors}>
      <input
        {...useBox(props, errors)}
        className={`${BOX} max-w-64`}
        type="datetime-local"
        min={props.earliest}
        max={props.latest}
        defaultValue={values[0] ?? ""}
      />
    </Labelled>
  );
}

export function NumberField(props: FieldProps & { unit?: string }) {
  const { values, errors } = useField(props.name, startOf(props.initial));
  return (
    <Labelled {...props} errors={errors}>
      <span className="flex items-center gap-3">
        <input
          {...useBox(props, errors)}
          className={`${BOX} max-w-24`}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={values[0] ?? ""}
        />
        {props.unit && <span className="text-soft">{props.unit}</span>}
      </span>
    </Labelled>
  );
}

/** How much is expected; the box grows with what is written. */
const HEIGHT = { short: "min-h-[3.3lh]", medium: "min-h-[5.3lh]", long: "min-h-[8.3lh]" };

export function TextArea({ room = "medium", ...props }: FieldProps & { room?: keyof typeof HEIGHT }) {
  const { values, errors } = useField(props.name, startOf(props.initial));
  const { box, text } = useTypedBeforeHydration(props.name, values[0] ?? "");
  return (
    <Labelled {...props} errors={errors}>
      <textarea
        {...useBox(props, errors)}
        ref={box}
        rows={4}
        defaultValue={text}
        className={`${BOX} field-sizing-content ${HEIGHT[room]}`}
      />
    </Labelled>
  );
}

/**
 * On a slow machine people type before the scripts arrive. When React then takes over a textarea it puts the text back that it is to begin
 * with (boxes of one line it leaves alone), and again each time it has to start over, as it does when a key is pressed meanwhile. So it is
 * given what stands there, and what the box began with is noted in the box afterwards. Gives that text and the box's ref.
 */
function useTypedBeforeHydration(id: string, initial: string) {
  const box = useRef<HTMLTextAreaElement>(null);
  const isHydrating = useIsHydrating();
  useLayoutEffect(() => {
    if (box.current) box.current.defaultValue = initial;
  }, [initial]);
  if (!isHydrating || typeof document === "undefined") return { box, text: initial };
  const there = document.getElementById(id);
  return { box, text: there instanceof HTMLTextAreaElement ? there.value : initial };
}

export interface Option {
  value: string | number;
  label: string;
}

export function SelectField({ options, none, ...props }: FieldProps & { options: readonly Option[]; none?: string }) {
  const { values, errors } = useField(props.name, startOf(props.initial));
  const box = useRef<HTMLSelectElement>(null);
  const [start = ""] = values;
  // React says only once what a select begins with. A page that is made anew may bring another choice.
  useLayoutEffect(() => {
    if (!box.current) return;
    const { value } = box.current;
    for (const option of box.current.options) option.defaultSelected = option.value === start;
    box.current.value = value;
  }, [start]);
  return (
    <Labelled {...props} errors={errors}>
      <select {...boxOf(props, errors)} ref={box} defaultValue={start}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Label, hint and errors around one box. */
function Labelled({ name, label, hint, errors, children }: FieldProps & { errors: string[]; children: ReactNode }) {
  return (
    <div className="grid max-w-[40rem] grid-cols-1 gap-1.5 has-[blockquote]:max-w-none">
      <label htmlFor={name} className="font-[650]">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-soft">
          {hint}
        </p>
      )}
      <FieldErrors name={name} errors={errors} />
      <BesideTheirs name={name} label={label}>
        {children}
      </BesideTheirs>
    </div>
  );
}

export function FieldErrors({ name, errors }: { name: string; errors: string[] }) {
  if (errors.length === 0) return null;
  return (
    <p id={`${name}-error`} className="font-semibold text-danger">
      {errors.join(" ")}
    </p>
  );
}

/** What a screen reader reads after the label. */
export function describedBy(name: string, hint: ReactNode, errors: string[]): string | undefined {
  return [hint && `${name}-hint`, errors.length > 0 && `${name}-error`].filter(Boolean).join(" ") || undefined;
}

/** A box to type in. While its form is on its way nothing can be typed: when the form comes back, it has what was sent. */
function useBox(props: FieldProps, errors: string[]) {
  return { ...boxOf(props, errors), readOnly: useContext(SendingContext) };
}

function boxOf({ name, hint }: FieldProps, errors: string[]) {
  return {
    id: name,
    name,
    className: BOX,
    "aria-invalid": errors.length > 0 || undefined,
    "aria-describedby": describedBy(name, hint, errors),
  };
}

function startOf(initial: string | number | null | undefined): string[] {
  return initial === null || initial === undefined ? [] : [String(initial)];
}
