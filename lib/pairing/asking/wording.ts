import { withArticle } from "@/lib/foundation/wording";
import type { Settings } from "@/lib/society/settings/settings";
import type { Asked, Possible, Standing } from "./asking";

/** What can be asked now, above the list of mentors. */
export function sayPossible(possible: Possible, { proposals, relationships, words }: Settings): string {
  const { openPerMentee } = proposals;
  const { mentor, mentors } = words;
  switch (possible.kind) {
    case "has-mentor":
      return relationships.mentorsPerMentee === 1
        ? `You have ${withArticle(mentor)}, so you cannot ask anybody else at the moment.`
        : `You have as many ${mentors} as you can have at once.`;
    case "all-waiting":
      return possible.waiting === 1
        ? "Your proposal is waiting for a reply. You can ask somebody else when it has been answered, or when you withdraw it."
        : `You have ${possible.waiting} proposals waiting for a reply, as many as you can have at once. You can withdraw one to ask somebody else.`;
    case "may-ask": {
      if (possible.waiting > 0) return `You have ${sayWaiting(possible.waiting)}, and can ask ${possible.left} more.`;
      if (openPerMentee === 1) return "You can ask one at a time.";
      if (relationships.mentorsPerMentee > 1) return `You can ask up to ${openPerMentee} at once.`;
      return `You can ask up to ${openPerMentee} at once; the first to accept becomes your ${mentor}.`;
    }
  }
}

/** The way to the mentee's two lists: "Saved (2) and hidden (1)". */
export function sayMarked({ saved, hidden }: Pick<Standing, "saved" | "hidden">): string {
  if (saved.length + hidden === 0) return "Your alerts";
  if (hidden === 0) return `Saved (${saved.length})`;
  return saved.length === 0 ? `Hidden (${hidden})` : `Saved (${saved.length}) and hidden (${hidden})`;
}

/** What a card says of a mentor whom the viewer has asked, and where that is to be seen. */
export function sayAsked(
  { id, became }: Asked,
  { words }: Pick<Settings, "words">,
): { mark: string; href: string; link: string } {
  const proposal = { href: `/relationships/${id}/details`, link: "See your proposal" };
  const relationship = { href: `/relationships/${id}`, link: "Open your relationship" };
  switch (became) {
    case "partner":
      return { mark: `Your ${words.mentor}`, ...relationship };
    case "was-partner":
      return { mark: `Was your ${words.mentor} before`, ...relationship };
    case "waiting":
      return { mark: "You have asked them, and they have not replied yet", ...proposal };
    case "rejected":
      return { mark: "Could not take up your proposal", ...proposal };
    case "expired":
      return { mark: "Did not reply to your proposal", ...proposal };
    case "withdrawn":
      return { mark: "You have asked them before, and the proposal was withdrawn", ...proposal };
  }
}

function sayWaiting(count: number): string {
  return count === 1 ? "a proposal waiting for a reply" : `${count} proposals waiting for a reply`;
}
