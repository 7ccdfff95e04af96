"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { useField } from "@/components/ui/form-context";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";

interface TodayViewProps {
  /** The key of the row. */
  name: string;
  /** Whether it can be ticked, to be dealt with together with others. */
  isTickable: boolean;
  sentence: string;
  /** Since when, and until when. */
  when: ReactNode;
  /** What can be done about it, the most sensible first. */
  ways: readonly { href: string; label: string }[];
  putOff: string;
}

/** The markup of a row in the staff inbox, also for the browser: its sentence appears in it up to seven times, but is sent once. */
export function TodayView({ name, isTickable, sentence, when, ways, putOff }: TodayViewProps) {
  const [first, ...others] = ways;
  return (
    <li className="grid grid-cols-1 gap-2 border-t border-rule py-5">
      <div className="flex items-start gap-2.5">
        {isTickable && <Tick name={name} about={sentence} />}
        <h3 className="max-w-[46rem] font-lede text-[1.25rem] leading-[1.3]">{sentence}</h3>
      </div>
      <p className="text-[0.95rem] text-soft">{when}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {first && <Way {...first} about={sentence} isFirst />}
        <Menu
          isUnfolding
          label={
            <>
              More<span className="sr-only"> to do about: {sentence}</span>
            </>
          }
        >
          {others.map((way) => (
            <Way key={way.href} {...way} about={sentence} />
          ))}
          {/* A button has padding at its sides, which would look like a gap among links. */}
          <Button kind="plain" name="key" value={name} className="-mx-1 justify-start! font-[450]!">
            <span>
              {putOff}
              <span className="sr-only">: {sentence}</span>
            </span>
          </Button>
          <Way href={`/admin/today/dismiss?key=${encodeURIComponent(name)}`} label="Dismiss" about={sentence} />
        </Menu>
      </div>
    </li>
  );
}

function Tick({ name, about }: { name: string; about: string }) {
  const { values } = useField("ticked", []);
  return (
    <input
      type="checkbox"
      name="ticked"
      value={name}
      aria-label={about}
      defaultChecked={values.includes(name)}
      className="mt-1 size-[1.35rem] shrink-0 accent-accent"
    />
  );
}

interface WayProps {
  href: string;
  label: string;
  about: string;
  isFirst?: boolean;
}

function Way({ href, label, about, isFirst = false }: WayProps) {
  return (
    <Link href={href} className={`inline-flex min-h-11 items-center ${isFirst ? "font-semibold" : ""}`}>
      {label}
      <span className="sr-only">: {about}</span>
    </Link>
  );
}
