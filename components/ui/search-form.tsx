import NextForm from "next/form";
import type { ReactNode } from "react";

interface SearchFormProps {
  /** The page that is asked. */
  href: string;
  className?: string;
  children: ReactNode;
}

/**
 * A form that asks a page of ours for something else and changes nothing: its fields become the query of the address. With scripts, only
 * the page changes and the frame stays, as with Link; without, it is a plain form. Next fetches nothing ahead.
 */
export function SearchForm({ href, className, children }: SearchFormProps) {
  return (
    <search>
      <NextForm action={href} prefetch={false} data-page="" className={className}>
        {children}
      </NextForm>
    </search>
  );
}
