/** What pairs write to each other. {other} is the first name of the partner. */
export const CONVERSATIONS: readonly (readonly string[])[] = [
  [
    "Thank you for today, {other}. I went home with more questions than I came with, and that is a compliment.",
    "Glad to hear it. Write them down before they fade, and we will begin with the one that annoys you most.",
    "It is the one about saying no. I have tried it once since. Nobody died.",
  ],
  [
    "Hello {other}, would the last Thursday of the month suit you as a regular time?",
    "Thursdays are good, after four. Shall we say half past, so that neither of us has to run?",
    "Half past four it is. I will bring the list.",
    "And I will bring biscuits, if we meet here.",
  ],
  [
    "I have read the chapter you mentioned. I disagree with nearly all of it, which must mean that it is good.",
    "Splendid. Bring your three strongest objections, {other}, and we will see which of them survive the tea.",
  ],
  [
    "The interview is on the ninth. Could we go through the likely questions once?",
    "Of course. Send me the job description, and I will play the most sceptical member of the panel.",
    "Sent. Please do not be too convincing, {other}.",
    "I have been practising for twenty years. How did it go?",
    "They rang this morning. I start in March!",
  ],
  ["I am on leave next week, {other}, so I may be slow. Shall we keep to the date we have?", "We shall. Enjoy the sea."],
];

/** What mentees ask before any proposal, and a reply. {other} is the first name of whoever reads it. */
export const QUESTIONS: readonly { question: string; reply: string | null }[] = [
  {
    question:
      "Hello {other}, you changed fields in the middle of your working life. Did you tell your manager before or after you applied?",
    reply: null,
  },
  {
    question: "I work nights every other week, {other}. Would you mind meeting at odd hours, or would that be a nuisance?",
    reply:
      "Odd hours are when I do my best thinking, {other}. Early mornings before eight would be ideal for me. Would that help?",
  },
];

/** How meetings are called, in the order in which people tend to hold them. */
export const TITLES = [
  "First conversation",
  "Where things stand",
  "The list of goals",
  "Half an hour on confidence",
  "Looking at the plan",
  "Practice before the big day",
  "How did it go?",
  "What next?",
  "Catching up",
] as const;

/** They say nothing of the place, since any of them goes with any way to meet. */
export const DETAILS = [
  "I will send you a few questions the evening before.",
  "An hour should be enough.",
  "Let me know if another time suits you better.",
  "Please bring the notes from last time.",
  "Nothing to prepare. Let us see where it goes.",
] as const;

/** Goals, with a note on how they go. */
export const GOALS = [
  {
    what: "Speak in the first ten minutes of every team meeting",
    why: "If I wait, somebody has said it already.",
    measure: "A tick in my diary for each meeting, four weeks running.",
    note: "Nine ticks out of eleven. The two others were about the car park.",
  },
  {
    what: "Apply for one post that feels a size too big",
    why: "I only ever apply for those I could do asleep.",
    measure: "The form is sent before the closing date.",
    note: "Draft finished, and read aloud to the cat.",
  },
  {
    what: "Leave by half past five on three days a week",
    why: "My evenings have been getting shorter since spring.",
    measure: "Three days a week for two months.",
    note: "Two days a week so far. Wednesdays are stubborn.",
  },
  {
    what: "Run one workshop for colleagues",
    why: "I know this subject better than I say.",
    measure: "Held, with at least five people, and they filled in the form.",
    note: "Date set, room booked, seven names on the list.",
  },
] as const;

export const SWOT = {
  title: "Where I stand this year",
  strengths: "People trust me with the difficult conversations.\nI finish what I begin.",
  weaknesses: "I prepare until the last minute, and then five more.\nI answer e-mails at night.",
  opportunities: "A senior post is coming up in spring.\nThe new team needs somebody who knows both sides.",
  threats: "Another reorganisation.\nSaying yes to everything.",
};

export const G_STAR = {
  title: "The presentation to the board",
  goals: "To explain our proposal in ten minutes, without slides full of figures.",
  situation: "They know the subject, but not our patients.",
  thinking: "I could begin with a story, or with the one number that matters.",
  actions: "Write the first two sentences. Practise with somebody who will interrupt.",
  results: "To be seen on the day.",
};

export const REFLECTIONS = [
  {
    done: "A conversation of an hour about how to open a difficult meeting, with two attempts aloud.",
    learned: "That I explain my reasons before I have said what I want.",
    use: "Say the request first, next Tuesday, and count how many questions come.",
  },
  {
    done: "We went through my week, hour by hour, and marked what only I can do.",
    learned: "A third of it could be done by others, and two things need not be done at all.",
    use: "Hand over the rota by the end of the month.",
  },
  {
    done: "Practice interview, with notes afterwards.",
    learned: "Shorter answers leave room for better questions.",
    use: "Prepare three examples of two minutes each.",
  },
] as const;

/** What mentors would like the society to do better. */
export const SURVEY_ANSWERS = [
  "An evening where mentors meet each other would help me more than another guide.",
  "A reminder before the year is over, so that we can end it well.",
  "Nothing comes to mind. The tools are there when we need them.",
  "It took a while until we found a time for the first meeting.",
  "More examples of good questions, please.",
] as const;
