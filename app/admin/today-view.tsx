"use client";

import { type ReactNode, useId } from "react";
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

/** The markup of a row in the staff inbox, also for the browser. Its sentence is there once, and is part of the name of each control. */
export function TodayView({ name, isTickable, sentence, when, ways, putOff }: TodayViewProps) {
  const [first, ...others] = ways;
  const id = useId();
  const about = `${id}about`;
  return (
    <li className="grid grid-cols-1 gap-2 border-t border-rule py-5">
      <div className="flex items-start gap-2.5">
        {isTickable && <Tick name={name} about={about} />}
        <h3 id={about} className="max-w-[46rem] font-lede text-[1.25rem] leading-[1.3]">
          {sentence}
        </h3>
      </div>
      <p className="text-[0.95rem] text-soft">{when}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
        {first && <Way {...first} id={`${id}0`} about={about} isFirst />}
        <Menu
          isUnfolding
          label={
            <>
              More<span className="sr-only">{` to do about: ${sentence}`}</span>
            </>
          }
        >
          {others.map((way, i) => (
            <Way key={way.href} {...way} id={`${id}${i + 1}`} about={about} />
          ))}
          {/* A button has padding at its sides, which would look like a gap among links. */}
          <Button
            kind="plain"
            name="key"
            value={name}
            id={`${id}later`}
            aria-labelledby={`${id}later ${about}`}
            className="-mx-1 justify-start! font-[450]!"
          >
            {putOff}
          </Button>
          <Way
            href={`/admin/today/dismiss?key=${encodeURIComponent(name)}`}
            label="Dismiss"
            id={`${id}dismiss`}
            about={about}
          />
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
      aria-labelledby={about}
      defaultChecked={values.includes(name)}
      className="mt-1 size-[1.35rem] shrink-0 accent-accent"
    />
  );
}

interface WayProps {
  href: string;
  label: string;
  /** Its own, and that of the sentence. */
  id: string;
  about: string;
  isFirst?: boolean;
}

function Way({ href, label, id, about, isFirst = false }: WayProps) {
  return (
    <Link
      href={href}
      id={id}
      aria-labelledby={`${id} ${about}`}
      className={`inline-flex min-h-11 items-center ${isFirst ? "font-semibold" : ""}`}
    >
      {label}
    </Link>
  );
}
