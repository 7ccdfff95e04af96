"use client";

import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";

export type RelationshipPlace =
  | "messages"
  | "details"
  | "first-conversation"
  | "meetings"
  | "swot"
  | "g-star"
  | "goals"
  | "contract";

const TOOLS: readonly [RelationshipPlace, string][] = [
  ["first-conversation", "First conversation"],
  ["meetings", "Meetings"],
  ["swot", "SWOT"],
  ["g-star", "G-STAR"],
  ["goals", "Goals"],
  ["contract", "Contract"],
];

interface RelationshipLinksProps {
  id: string;
  partnerName: string;
  /** Messages that the viewer has not read. */
  unread?: number;
  current?: RelationshipPlace;
  /** Tools that their programme does without. */
  without: readonly string[];
}

/**
 * Messages, Details and Tools, beside the summary of a partner. The menu is a <details>: no script, and the keyboard works. A list
 * has many of them, so they travel as what differs, and not as markup twice.
 */
export function RelationshipLinks({ id, partnerName, unread = 0, current, without }: RelationshipLinksProps) {
  const base = `/relationships/${id}`;
  const link = (place: RelationshipPlace, label: string, more = "") => (
    <Link href={`${base}/${place}`} aria-current={place === current ? "page" : undefined} className="place-link">
      {`${label}${more}`}
      <span className="sr-only"> with {partnerName}</span>
    </Link>
  );
  return (
    <nav aria-label={`You and ${partnerName}`} className="flex flex-wrap items-start gap-x-6 gap-y-1">
      {link("messages", "Messages", unread > 0 ? ` (${unread} unread)` : "")}
      {link("details", "Details")}
      <Menu
        label={
          <>
            Tools<span className="sr-only"> with {partnerName}</span>
          </>
        }
      >
        <ul className="grid gap-1">
          {TOOLS.filter(([place]) => !without.includes(place)).map(([place, label]) => (
            <li key={place}>{link(place, label)}</li>
          ))}
        </ul>
      </Menu>
    </nav>
  );
}
