"use client";

import { createContext, useContext } from "react";
import { type FormState, UNTOUCHED } from "@/lib/entrypoints/form-state";

/** What a form knows about itself, for the fields inside it. */
export const FormContext = createContext<FormState>(UNTOUCHED);

/** Whether the form is on its way. */
export const SendingContext = createContext(false);

/** What stands in a field: what was typed, when the form came back; otherwise what it began with. */
export function useField(name: string, initial: readonly string[]): { values: readonly string[]; errors: string[] } {
  const state = useContext(FormContext);
  const cameBack = Object.keys(state.values).length > 0;
  return { values: cameBack ? (state.values[name] ?? []) : initial, errors: errorsOf(state, name) };
}

/** The sentences about a field, those about single entries of a list included. */
function errorsOf(state: FormState, name: string): string[] {
  const keys = Object.keys(state.errors).filter((key) => key === name || key.startsWith(`${name}[`));
  return [...new Set(keys.flatMap((key) => state.errors[key] ?? []))];
}
