/**
 * What a member has typed and not saved yet, kept in this browser alone: by member and place, for a week. It goes when it
 * was saved, at Log Out, and as soon as somebody else uses a form here. Without storage nothing is kept, and nothing fails.
 */
export interface KeptDraft {
  /** Milliseconds, by the browser's clock. */
  at: number;
  fields: Field[];
  /** The version that it was typed on, where a newer one may not be overwritten. */
  on?: string | null;
}

/** Name and value; for tick boxes and the like one for each that is ticked. */
export type Field = [name: string, value: string];

const PREFIX = "draft:";
/** This tab's drafts that were sent and not heard of again: saved, as soon as a page says that something is done. */
const SENT = "drafts-sent";
const KEPT_FOR = 7 * 24 * 60 * 60 * 1000;

export function draftKey(memberId: string, place: string): string {
  return `${PREFIX}${memberId}:${place}`;
}

/** The draft under this key, or null. Clears away what is too old, and what others have left. */
export function readDraft(key: string, memberId: string, now: number): KeptDraft | null {
  return quietly(() => {
    for (const other of draftKeys()) {
      const at = parse(localStorage.getItem(other))?.at ?? 0;
      if (!other.startsWith(draftKey(memberId, "")) || now - at > KEPT_FOR) localStorage.removeItem(other);
    }
    return parse(localStorage.getItem(key));
  });
}

export function keepDraft(key: string, draft: KeptDraft): void {
  quietly(() => localStorage.setItem(key, JSON.stringify(draft)));
}

export function forgetDraft(key: string): void {
  quietly(() => localStorage.removeItem(key));
}

export function forgetAllDrafts(): void {
  quietly(() => {
    for (const key of draftKeys()) localStorage.removeItem(key);
  });
}

/** Its form is on its way; `forgetSent` forgets it unless `unmarkSent` has said that it came back. */
export function markSent(key: string): void {
  quietly(() => sessionStorage.setItem(SENT, JSON.stringify([...new Set([...sentKeys(), key])])));
}

export function unmarkSent(key: string): void {
  quietly(() => sessionStorage.setItem(SENT, JSON.stringify(sentKeys().filter((sent) => sent !== key))));
}

/** A page says that something was done: what this tab had sent is saved. */
export function forgetSent(): void {
  quietly(() => {
    for (const key of sentKeys()) localStorage.removeItem(key);
    sessionStorage.removeItem(SENT);
  });
}

function draftKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function sentKeys(): string[] {
  return JSON.parse(sessionStorage.getItem(SENT) ?? "[]") as string[];
}

function parse(text: string | null): KeptDraft | null {
  return text === null ? null : (JSON.parse(text) as KeptDraft);
}

/** Storage may be forbidden, full, or hold what is not ours. */
function quietly<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
