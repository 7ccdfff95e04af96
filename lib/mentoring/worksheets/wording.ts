import { sayDate } from "@/lib/foundation/dates";
import type { Box, Worksheet, WorksheetKind, WorksheetRefusal } from "./worksheet";

interface KindWords {
  name: string;
  /** One of them, with its article. */
  one: string;
  lede: string;
  /** What it is good for, when there is none yet. */
  invitation: string;
}

export const KIND_WORDS: Record<WorksheetKind, KindWords> = {
  swot: {
    name: "SWOT",
    one: "a SWOT",
    lede: "Strengths and weaknesses within you, opportunities and threats around you: an honest look at where you stand.",
    invitation:
      "Four boxes to take stock of a job, a decision or a year ahead. Fill in what comes to mind, on your own or together, and talk about what surprises you. You can both add to it at any time.",
  },
  "g-star": {
    name: "G-STAR",
    one: "a G-STAR",
    lede: "Goals, Situation, Thinking, Actions, Results: from what you want to what you did about it, one question at a time.",
    invitation:
      "Five boxes that carry a conversation from a wish to a plan. Start with one thing that should change; leave Results empty until you have tried something. You can both add to it at any time.",
  },
};

export const BOX_WORDS: Record<Box, { label: string; prompt: string }> = {
  strengths: {
    label: "Strengths",
    prompt: "What do you do well, and what do colleagues come to you for? Which knowledge, contacts or habits do you bring?",
  },
  weaknesses: {
    label: "Weaknesses",
    prompt: "What do you put off, or find harder than others seem to? Where would more practice or training pay off most?",
  },
  opportunities: {
    label: "Opportunities",
    prompt: "What is changing around you that you could use: projects, people, vacancies, courses? Who could open a door?",
  },
  threats: {
    label: "Threats",
    prompt: "What could get in the way: time, money, competition, changes at work? Which weakness would make it worse?",
  },
  goals: {
    label: "Goals",
    prompt: "What should be different, and by when? How would you and others notice that it is?",
  },
  situation: {
    label: "Situation",
    prompt: "Where do things stand today? What have you tried, what helped, who is involved, and what is in your hands?",
  },
  thinking: {
    label: "Thinking",
    prompt: "Which ways forward can you see, even unlikely ones? What speaks for and against each? What would a friend advise?",
  },
  actions: {
    label: "Actions",
    prompt: "What will you do first, by which day, and who could help? One step on each line makes it easy to follow up.",
  },
  results: {
    label: "Results",
    prompt: "Afterwards: what happened, what did you learn, and what comes next?",
  },
};

/** Its own title, or "SWOT of 21 November". */
export function worksheetTitle(
  { kind, words, createdAt }: Pick<Worksheet, "kind" | "words" | "createdAt">,
  now: Date,
  timeZone: string,
) {
  return words.title || `${KIND_WORDS[kind].name} of ${sayDate(createdAt, now, timeZone)}`;
}

export function sayWorksheetRefusal(reason: WorksheetRefusal): string {
  switch (reason) {
    case "not-found":
      return "This does not exist, or is not shared with you.";
    case "ended":
      return "This relationship has ended, so nothing can be added or changed. Copy what you have typed if you want to keep it.";
    case "empty":
      return "Write something in at least one of the boxes.";
    case "too-many":
      return "You already have a hundred of these. Change one of them instead.";
    case "not-offered":
      return "Your programme does without this tool. Copy what you have typed if you want to keep it.";
    case "busy":
      return "Somebody else is saving this at the same moment. Please press the button again.";
  }
}
