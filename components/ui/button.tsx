import type { ReactNode } from "react";

export type ButtonKind = "main" | "quiet" | "plain" | "danger";

/** Whole words, since the style sheet is made of those that stand in the sources. */
const LOOK: Record<ButtonKind, string> = {
  main: "button-main",
  quiet: "button-quiet",
  plain: "button-plain",
  danger: "button-danger",
};

/** The classes of a button, for the few things that look like one without being one (a summary). */
export function buttonClass(kind: ButtonKind = "main", className = ""): string {
  return `button ${LOOK[kind]}${className && ` ${className}`}`;
}

interface ButtonProps {
  children: ReactNode;
  kind?: ButtonKind;
  name?: string;
  value?: string;
  className?: string;
  isBusy?: boolean;
  id?: string;
  /** Where its words alone do not say what it is about. */
  "aria-labelledby"?: string;
}

/** A button that sends its form. While busy it stays focusable, so that nobody loses their place. */
export function Button({ children, kind = "main", className, isBusy = false, ...rest }: ButtonProps) {
  return (
    <button type="submit" {...rest} aria-disabled={isBusy || undefined} className={buttonClass(kind, className)}>
      {children}
    </button>
  );
}
