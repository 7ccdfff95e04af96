"use client";

import { type ReactNode, useActionState } from "react";
import { type FormState, UNTOUCHED } from "@/lib/entrypoints/form-state";
import { Button, type ButtonKind } from "./button";
import { ErrorSummary } from "./error-summary";
import { FormContext, SendingContext } from "./form-context";
import { reached } from "./reached";

interface FormProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The label of the button that sends it; left out where the children have a button for each of several things. */
  submit?: ReactNode;
  kind?: ButtonKind;
  /** The page's whole title: it becomes "Error: …" when the form comes back. */
  title?: string;
  /** One of several forms of a page, which says its title itself while none of them has come back. */
  isOneOfSeveral?: boolean;
  children?: ReactNode;
  /** Beside the button: a way back. */
  aside?: ReactNode;
  className?: string;
  buttonClassName?: string;
}

/** A form that also works without JavaScript. When it comes back it shows what was typed and what is wrong. */
export function Form({
  action,
  submit,
  kind,
  title,
  isOneOfSeveral = false,
  children,
  aside,
  className = "",
  buttonClassName,
}: FormProps) {
  const [state, send, isSending] = useActionState(reached(action), UNTOUCHED);
  const hasFailed = state.message !== null || Object.keys(state.errors).length > 0;
  return (
    <form
      action={send}
      noValidate
      className={className}
      onSubmit={(event) => {
        if (isSending) event.preventDefault();
      }}
    >
      {title && (hasFailed || !isOneOfSeveral) && <title>{hasFailed ? `Error: ${title}` : title}</title>}
      {hasFailed && <ErrorSummary state={state} />}
      <FormContext value={state}>
        {/* A form that came back begins afresh with what was typed; React would otherwise clear some kinds of field. */}
        <div key={JSON.stringify(state)} className="grid grid-cols-1 gap-6">
          <SendingContext value={isSending}>{children}</SendingContext>
          {submit !== undefined && (
            <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
              <Button kind={kind} isBusy={isSending} className={buttonClassName}>
                {submit}
              </Button>
              {aside}
            </div>
          )}
        </div>
      </FormContext>
    </form>
  );
}
