import type { ReactNode } from "react";

export type ButtonKind = "main" | "quiet" | "plain" | "danger";

const SHAPE =
  "inline-flex min-h-11 items-center justify-center rounded-[0.35rem] border-[1.5px] py-2 text-center font-semibold leading-tight cursor-pointer aria-disabled:cursor-progress aria-disabled:opacity-70";
const LOOK: Record<ButtonKind, string> = {
  main: "border-accent bg-accent px-[1.15rem] text-accent-ink no-underline hover:underline",
  quiet: "border-accent bg-transparent px-[1.15rem] text-accent no-underline hover:bg-tint",
  plain: "border-transparent bg-transparent px-1 text-accent underline underline-offset-[0.18em] hover:decoration-2",
  danger: "border-danger bg-transparent px-[1.15rem] text-danger no-underline hover:bg-danger-tint",
};

/** The classes of a button, for the few things that look like one without being one (a summary). */
export function buttonClass(kind: ButtonKind = "main", className = ""): string {
  return `${SHAPE} ${LOOK[kind]} ${className}`;
}

interface ButtonProps {
  children: ReactNode;
  kind?: ButtonKind;
  name?: string;
  value?: string;
  className?: string;
  isBusy?: boolean;
}

/** A button that sends its form. While busy it stays focusable, so that nobody loses their place. */
export function Button({ children, kind = "main", name, value, className, isBusy = false }: ButtonProps) {
  return (
    <button
      type="submit"
      name={name}
      value={value}
      aria-disabled={isBusy || undefined}
      className={buttonClass(kind, className)}
    >
      {children}
    </button>
  );
}
