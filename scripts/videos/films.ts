import type { DrawingName } from "./drawings";

export interface Scene {
  seconds: number;
  /** Stands large in the picture. */
  headline: string;
  /** The caption below it, which goes on where the headline ends. */
  caption: string;
  drawing: DrawingName;
}

export interface Film {
  /** Its file's name in public/videos. */
  name: string;
  title: string;
  scenes: readonly Scene[];
}

/** The three films of the page "Getting the most from mentoring". A voice reads headlines and captions; pictures show the same without it. */
export const FILMS: readonly Film[] = [
  {
    name: "what-is-mentoring",
    title: "What is mentoring?",
    scenes: [
      { seconds: 6, headline: "What is mentoring?", caption: "It begins with two people who talk.", drawing: "two" },
      {
        seconds: 8,
        headline: "One knows the road",
        caption: "A mentor has been where you would like to go, and remembers the bends.",
        drawing: "road",
      },
      {
        seconds: 9,
        headline: "The mentor brings questions",
        caption: "And time, and experience: to help you think, not to think for you.",
        drawing: "question",
      },
      {
        seconds: 7,
        headline: "The mentee brings the topic",
        caption: "You decide what to work on, and you do the work in between.",
        drawing: "list",
      },
      {
        seconds: 6,
        headline: "You meet as equals",
        caption: "Nobody is paid, marked or managed here.",
        drawing: "table",
      },
      {
        seconds: 6,
        headline: "It stays between you",
        caption: "What you tell each other is for the two of you.",
        drawing: "ring",
      },
    ],
  },
  {
    name: "role-of-a-good-mentor",
    title: "What is the role of a good mentor?",
    scenes: [
      {
        seconds: 7,
        headline: "What is the role of a good mentor?",
        caption: "It is smaller than you may fear, and worth more.",
        drawing: "two",
      },
      {
        seconds: 7,
        headline: "Listen",
        caption: "More than you talk. Most people find their answer while they explain.",
        drawing: "listen",
      },
      {
        seconds: 7,
        headline: "Ask",
        caption: "“What would you do if you could not fail?” opens more than advice does.",
        drawing: "question",
      },
      {
        seconds: 7,
        headline: "Be honest, and kind",
        caption: "Both at once. One without the other helps nobody.",
        drawing: "overlap",
      },
      {
        seconds: 7,
        headline: "Tell what went wrong, too",
        caption: "The step that you missed is worth more than the medal.",
        drawing: "steps",
      },
      {
        seconds: 6,
        headline: "Open doors",
        caption: "And let your mentee walk through them alone.",
        drawing: "door",
      },
      {
        seconds: 7,
        headline: "Keep your word",
        caption: "Keep your appointments, and keep what you were told to yourself.",
        drawing: "diary",
      },
    ],
  },
  {
    name: "how-it-works",
    title: "How it works",
    scenes: [
      { seconds: 6, headline: "How it works", caption: "From here to a first conversation, in five steps.", drawing: "two" },
      {
        seconds: 7,
        headline: "1. Make your profile",
        caption: "Say what you want to work on, or what you have to offer.",
        drawing: "form",
      },
      {
        seconds: 7,
        headline: "2. See who fits",
        caption: "The best come first, each with the reasons in plain words.",
        drawing: "people",
      },
      {
        seconds: 7,
        headline: "3. Send a proposal",
        caption: "A few honest sentences on what you would like to achieve.",
        drawing: "letter",
      },
      {
        seconds: 10,
        headline: "4. Get an answer",
        caption: "We remind the mentor. If no answer comes in time, we tell you, and you ask somebody else.",
        drawing: "clock",
      },
      {
        seconds: 8,
        headline: "5. Meet",
        caption: "Once it is accepted you see each other’s e-mail address. The rest is up to you two.",
        drawing: "joined",
      },
      {
        seconds: 7,
        headline: "Begin with your profile",
        caption: "Choose Create Profile. You can change everything later.",
        drawing: "form",
      },
    ],
  },
];
