import type { ReactNode } from "react";
import { TellTheSociety } from "@/components/support/tell-the-society";
import { Note } from "@/components/ui/note";
import { Page } from "@/components/ui/page";
import type { RelationshipView } from "@/lib/pairing/relationships/queries";
import { READ_ONLY } from "@/lib/pairing/relationships/wording";
import type { Settings } from "@/lib/society/settings/settings";
import { RelationshipLinks, type RelationshipPlace } from "./relationship-links";

interface RelationshipPageProps {
  settings: Settings;
  relationship: RelationshipView;
  current: RelationshipPlace;
  heading: string;
  /** The page's name for its title; left out when its only form says it. */
  title?: string;
  lede?: ReactNode;
  done?: string | string[] | undefined;
  problem?: string | null;
  isNarrow?: boolean;
  children: ReactNode;
}

/** The frame of everything that two partners share: who it is with, the ways to the rest, and whether it can still be changed. */
export function RelationshipPage({ relationship, current, children, ...page }: RelationshipPageProps) {
  const { id, partner, isOpen, unread, without } = relationship;
  return (
    <Page {...page} back={{ href: `/relationships/${id}`, label: `You and ${partner.name}` }}>
      <div className="-mt-3 border-y border-rule py-2">
        <RelationshipLinks
          id={id}
          partnerName={partner.name}
          current={current}
          unread={current === "messages" ? 0 : unread}
          without={without}
        />
      </div>
      {!isOpen && (
        <Note>
          <p>{READ_ONLY}</p>
        </Note>
      )}
      {children}
      <TellTheSociety id={id} />
    </Page>
  );
}
