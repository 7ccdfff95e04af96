/** What a mentee hopes to reach, by topic; `{mentor}` is the given name, `{skill}` a skill of the mentee's field. */
export const OBJECTIVES: Record<number, readonly string[]> = {
  1: [
    "By next summer I would like to [have applied|be applying] for a post that I chose on purpose. Your own path, {mentor}, looks like one of the roads I am considering.",
    "I would like to compare the two ways open to me and decide by [the spring|the end of the year].",
    "I hope to come away with a plan for the next three years, and the nerve to [begin|start] it.",
    "Your profile says that you changed direction; I am about to, and would like to do it [with open eyes|well].",
  ],
  2: [
    "I would like to get back to [forty|thirty-seven] hours a week and still be proud of my work.",
    "I hope to agree part-time hours with my employer by [Easter|the autumn], and to have thought it through first.",
    "I want to find out which of my tasks are truly mine. You wrote about putting things down, {mentor}, and I need exactly that.",
  ],
  3: [
    "I have one goal for this year and would like somebody to ask me about it every month.",
    "I would like to turn [a vague wish|four half-plans] into one plan, and to carry it out.",
    "I want to finish my diploma, {mentor}, and learn why I have stopped twice before.",
  ],
  4: [
    "I would like to lead a difficult conversation with a colleague, and to [prepare|rehearse] it with you.",
    "I hope to speak in our monthly board and be [understood|listened to]. At present I mostly take notes.",
    "I would like to become clearer in writing and firmer in person. What you say about rehearsing appealed to me, {mentor}.",
  ],
  5: [
    "I would like to give one talk and write one article before [next summer|the year is out].",
    "I hope to meet people beyond my own organisation, in a way that [suits a shy person|I can keep up].",
    "My team's work deserves to be known, and I would like your help in telling people about it, {mentor}.",
  ],
  6: [
    "I would like to trust my judgement again after a hard year, and to notice when I [do|already do].",
    "I hope to apply for a post that I would not have dared to apply for [last year|before].",
    "You write that confidence can be practised, {mentor}. I would like to practise it with you, starting with meetings.",
  ],
  7: [
    "I would like to learn {skill}, with real cases from my own work.",
    "I need to become good at {skill} within [six months|the year], and would like to be shown [how|by someone who does it daily].",
  ],
};

/** How the mentee would like to meet. */
export const MEETINGS: readonly string[] = [
  "An hour once a month, [early evening|after six] if that suits you.",
  "Every [five|six] weeks by video, and once or twice in person when our ways cross.",
  "I am free on [Tuesday|Thursday|Friday] afternoons and can travel.",
  "By telephone at lunchtime, since I share an office. Half an hour is [plenty|enough].",
  "I am happy to come to you; the train takes [twenty|forty] minutes.",
  "Video calls would be best, as we live [far apart|at opposite ends of the country].",
  "Whatever is easiest for you: I can do mornings before nine and most evenings.",
  "Once a month for the first three months, then [as needed|we might look again].",
  "A walk and a talk, if you like; otherwise [a call|somewhere quiet with tea].",
  "A long first meeting and shorter ones after that, about [nine|ten] in all.",
];

/** What the mentee brings. */
export const CONTRIBUTIONS: readonly string[] = [
  "I will send you a page of notes before each meeting and [my own summary|what I decided] after it.",
  "I am punctual, [curious|honest] and not easily offended.",
  "I can tell you how things look from the [bottom|first rung], which people at your level say they miss.",
  "I will do what I said I would, and tell you when I [did not|have not].",
  "I know a good deal about [data|social media|accessible documents] and share it gladly.",
  "A fresh pair of eyes, and questions that [nobody asks any more|are meant].",
  "I shall take care of dates, [rooms|links] and reminders, so that you need not.",
  "I have thought about this for a long time and am ready to [work at it|change something].",
  "Good humour, and [biscuits|coffee] when we meet in person.",
  "I will respect your time: if there is nothing to discuss, I shall say so.",
];

/** Why a mentor says no. */
export const REASONS: readonly (readonly [words: string, because: number])[] = [
  ["Thank you for such a thoughtful proposal. I have just promised my last free place to somebody else.", 1],
  ["I think you deserve a mentor from closer to your own field; I would not be of enough use to you.", 2],
  ["I am changing posts this month and could not give you the time that you ought to have.", 1],
  ["My experience of what you ask for is older than your career. Someone who does it now would serve you better.", 3],
  ["I am away for two months from next week. Please do not wait for me.", 1],
];
