import type { Role } from "@/lib/foundation/viewer";
import type { Kind, Readers } from "@/lib/people/profile-questions/profile-question";

/** A question of the intake, and what people answer: choices by their place in the list, from 1. */
export interface AskedOnJoining {
  key: string;
  role: Role;
  kind: Kind;
  readers: Readers;
  question: string;
  help: string;
  isRequired?: boolean;
  options: readonly string[];
  answers: readonly string[];
}

export const FOR_WHOM =
  "Members in their first three years of practice, each with a mentor who remembers what that was like. We match you, and the year begins with an evening together.";

/** Both roles are asked for it, and no two with the same answer are matched. */
export const EMPLOYER = "employer";
const EMPLOYERS = {
  kind: "choice",
  readers: "staff",
  question: "Who do you work for?",
  help: "We do not match people who work for the same organisation.",
  isRequired: true,
  options: ["A hospital trust", "A city council", "A university", "A firm of engineers", "Myself", "Somebody else"],
  answers: ["1", "1", "2", "2", "3", "4", "5", "6"],
} as const;

export const QUESTIONS: readonly AskedOnJoining[] = [
  { key: EMPLOYER, role: "mentee", ...EMPLOYERS },
  {
    key: "good-year",
    role: "mentee",
    kind: "text",
    readers: "partners",
    question: "How would you know, in a year, that this was worth it?",
    help: "Two or three sentences are plenty.",
    options: [],
    answers: [
      "I would go home on a Friday without going through the week again in my head.",
      "I would have asked the question that everybody else was too shy to ask, and more than once.",
      "I would know whether I want to stay in this field, and be able to say why.",
      "I would have run one small project from the first note to the last, with my name on it.",
      "Somebody newer than I am would have come to me for advice.",
    ],
  },
  {
    key: "mentored-before",
    role: "mentee",
    kind: "yes-no",
    readers: "staff",
    question: "Have you had a mentor before?",
    help: "",
    options: [],
    answers: ["no", "no", "no", "yes"],
  },
  { key: EMPLOYER, role: "mentor", ...EMPLOYERS },
  {
    key: "how-many",
    role: "mentor",
    kind: "number",
    readers: "everybody",
    question: "How many newly qualified people have you worked with?",
    help: "A guess will do.",
    options: [],
    answers: ["2", "3", "5", "8", "12", "20"],
  },
];

export const DECLARATION = {
  name: "Our agreement on confidence",
  text: "Somebody in their first years has to be able to say that they do not know something. I keep to myself what my mentee tells me, I do not speak about them with their employer, and if I am worried about somebody’s safety I say so to them first and then to the society.",
};

export const FILM = {
  name: "How mentoring works here",
  text: "Half a minute on what happens between a profile and a first conversation. Please watch it to the end.",
};
