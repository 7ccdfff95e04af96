import type { ReactNode } from "react";

/** Short facts, each with its name; those that are not known are left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-1 gap-3.5">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== "")
        .map(([name, value]) => (
          <div key={name}>
            <dt className="font-[650]">{name}</dt>
            <dd className="prose-plain">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
