import type { Role } from "@/lib/foundation/viewer";
import type { CalendarMeeting } from "@/lib/notify/calendar/calendar";
import type { NoticeData } from "./notice";

/** Everything that one mail is written from. */
export interface Occasion {
  /** A kind of notice, or "digest" for those of a day. */
  kind: string;
  role: Role | null;
  data: NoticeData;
  recipient: {
    name: string;
    email: string;
    /** IANA name; null: the society's. */
    timeZone: string | null;
    /** A mentor who is unavailable already, by themselves or because proposals to them expired. */
    isAway?: boolean;
  };
  partner: Partner | null;
  proposal: ProposalFacts | null;
  /** For a mentee whose proposal came to nothing: whom to ask next. */
  suggestions: Suggestion[];
  /** What a digest gathers, oldest first; nothing for other mails. */
  items: DigestItem[];
  /** The token with which mails of this kind are stopped; null when they cannot be. */
  unsubscribe: string | null;
  /** The page, with its token, on which what it asks is answered; not there for mails that ask nothing. */
  answerPage?: string | null;
  /** The meeting that it is about, as it stands now; not there for other kinds. */
  meeting?: CalendarMeeting | null;
  /** The letter of the society that it brings; not there for other kinds. */
  letter?: LetterFacts | null;
}

/** The programme that a mail is about; null: the society's own scheme, or none. */
export function programmeOf({ proposal, data }: Pick<Occasion, "proposal" | "data">): string | null {
  return proposal?.programmeId ?? data.programmeId ?? null;
}

/** What staff wrote, to the two of a pair or to members. */
export interface LetterFacts {
  id: string;
  subject: string;
  words: string;
  /** On whose behalf; null: in the society’s own name. */
  behalfOf: Role | null;
  /** Staff have stopped it since. */
  isStopped?: boolean;
}

export interface DigestItem {
  kind: string;
  role: Role | null;
  /** Null when their account is no longer there. */
  partnerName: string | null;
  proposalId: string | null;
  data: NoticeData;
}

export interface Partner {
  name: string;
  headline: string | null;
  /** Only once a proposal between the two was accepted. */
  email: string | null;
}

export interface ProposalFacts {
  id: string;
  /** The programme that it belongs to; null: the society's own scheme. */
  programmeId?: string | null;
  objectives: string;
  topics: number[];
  /** The society suggested it to both; the mentee did not send it. */
  isFromStaff?: boolean;
  rejectionReason: string | null;
  /** The number of the reason that the mentor chose. */
  rejectedBecause?: number | null;
  /** It has come to nothing, and the mentee's next choice is being asked, or has been. */
  isPassedOn?: boolean;
  /** What staff said to both when they withdrew it. */
  withdrawnWords?: string | null;
  /** Why staff ended the relationship, where the two may read it. */
  endReason?: string | null;
  /** The programme in which it was sent; null: in the society's own scheme, which nobody needs to be told. */
  programme?: string | null;
  remindDays: number[];
  expireDay: number;
  expiresAt: Date;
}

/** The programme in which all of them can be asked; null where there are several, or none. */
export function programmeOfAll([first, ...others]: readonly Suggestion[]): string | null {
  const id = first?.programme?.id;
  return id !== undefined && others.every(({ programme }) => programme?.id === id) ? id : null;
}

/** Where a mentee may ask: in this programme, in the society's own scheme (null), or in the programmes that they have joined. */
export type WhereToAsk = { programmeId: string | null } | "joined";

export interface Suggestion {
  memberId: string;
  name: string;
  headline: string;
  /** Why they fit, in plain words. */
  reasons: string[];
  /** Where they can be asked, for a mail that is about no programme itself; not there: where the mail says. */
  programme?: { id: string; name: string };
}
