import { listIds } from "@/demo/settings";
import type { Person } from "./person";

const { topics, sectors, regions, languages, methods, careerStages } = listIds();

const CAREER = topics("Career planning");
const BALANCE = topics("Work/life balance");
const GOALS = topics("Personal goals");
const INFLUENCING = topics("Communication and influencing");
const PROFILE = topics("Raising profile");
const CONFIDENCE = topics("Personal confidence");
const SKILL = topics("A specific skill");
const ENGLISH = languages("English");
const IN_PERSON = methods("In person");
const VIDEO = methods("Video call");
const TELEPHONE = methods("Telephone");
const EMAIL = methods("E-mail");

/** The people who are always there, in the order of their numbers from 100001. */
export const NAMED: readonly Omit<Person, "number" | "subject" | "email">[] = [
  {
    name: "Amina Okafor",
    standing: "current",
    hasJoined: true,
    staff: "none",
    mentor: null,
    mentee: {
      headline: "Occupational therapist in Cardiff, thinking about what comes next",
      about:
        "I have been an occupational therapist for three years, the last of them in a stroke team in Cardiff. I like the work, my patients and most of the paperwork.\n\nA senior post is coming up in the spring. Everybody says that I should apply, and I am the only one who is not sure.",
      topics: [CAREER, CONFIDENCE],
      aims: "Decide whether to apply for a senior post this year, and be able to say in an interview what I am good at without looking at the floor.",
      sector: sectors("Health and social care"),
      region: regions("Wales"),
      careerStage: careerStages("First years in practice"),
      languages: [ENGLISH],
      methods: [IN_PERSON, VIDEO],
    },
  },
  {
    name: "Gareth Pugh",
    standing: "current",
    hasJoined: true,
    staff: "none",
    mentor: {
      headline: "Head of therapies, for people who are better than they think",
      about:
        "I run the therapy services of a health board in South Wales: a hundred and forty therapists, three hospitals and one very old minibus. I began as an occupational therapist and was talked into my first senior post by somebody who believed in me before I did.\n\nI help people to choose their next step and to walk into the room where it is decided. We would talk about what you do well, with examples, until you can say it aloud. I ask a lot of questions and drink a lot of tea.",
      topics: [CAREER, CONFIDENCE],
      sector: sectors("Health and social care"),
      region: regions("Wales"),
      yearsOfExperience: 24,
      languages: [ENGLISH, languages("Welsh")],
      methods: [IN_PERSON, VIDEO, TELEPHONE],
      capacity: 3,
      isAvailable: true,
      answerHours: 20,
    },
    mentee: null,
  },
  {
    name: "Priya Nair",
    standing: "current",
    hasJoined: true,
    staff: "none",
    mentor: {
      headline: "Service designer, for people who lead without the title",
      about:
        "I design public services and lead a team of eleven in London. I have been the only designer in the room, the only woman, and once the only person who had read the law.\n\nI can help you to be heard by people who are busier than you, and to turn a good idea into something that somebody else defends. I am brisk, cheerful and fond of drawing boxes.",
      topics: [INFLUENCING, PROFILE, SKILL],
      sector: sectors("Digital and data"),
      region: regions("London"),
      yearsOfExperience: 13,
      languages: [ENGLISH, languages("Hindi"), languages("Tamil")],
      methods: [VIDEO, TELEPHONE],
      capacity: 2,
      isAvailable: true,
      answerHours: 30,
    },
    mentee: {
      headline: "Team leader, learning to lead a department",
      about:
        "In autumn my team of eleven becomes a department of sixty. I know how to design services; I am less sure how to design a Tuesday with nine meetings in it.\n\nI mentor others myself and know what a good question is worth.",
      topics: [CAREER, BALANCE],
      aims: "Grow into the new post without losing my evenings, and choose what to keep for myself and what to hand on.",
      sector: sectors("Digital and data"),
      region: regions("London"),
      careerStage: careerStages("Senior"),
      languages: [ENGLISH],
      methods: [VIDEO, IN_PERSON],
    },
  },
  { name: "Tomas Lind", standing: "current", hasJoined: false, staff: "none", mentor: null, mentee: null },
  {
    name: "Ruth Adler",
    standing: "lapsed",
    hasJoined: true,
    staff: "none",
    mentor: null,
    mentee: {
      headline: "Archivist, back after some years away",
      about:
        "I looked after the records of a county for twelve years and then after my parents. I should like to find my way back.",
      topics: [CONFIDENCE, CAREER],
      aims: "Return to work in an archive, perhaps part-time, and be up to date when I do.",
      sector: sectors("Arts, culture and heritage"),
      region: regions("Yorkshire and the Humber"),
      careerStage: careerStages("Returning after a break"),
      languages: [ENGLISH, languages("German")],
      methods: [TELEPHONE, EMAIL],
    },
  },
  { name: "Helen Marsh", standing: "current", hasJoined: true, staff: "admin", mentor: null, mentee: null },
  {
    name: "Owen Hart",
    standing: "current",
    hasJoined: true,
    staff: "none",
    mentor: {
      headline: "Bridge engineer, patient with people and with rust",
      about:
        "I have looked after bridges in the north for twenty-nine years and chaired more interview panels than I can count. Two mentees keep me on my toes at present, and I would not do either of them justice with a third.\n\nWe talk about plans, promotion and how to be taken seriously by contractors.",
      topics: [CAREER, GOALS, SKILL],
      sector: sectors("Engineering and infrastructure"),
      region: regions("North East England"),
      yearsOfExperience: 29,
      languages: [ENGLISH],
      methods: [IN_PERSON, TELEPHONE],
      capacity: 2,
      isAvailable: true,
      answerHours: 44,
    },
    mentee: null,
  },
  {
    name: "Mei Tanaka",
    standing: "current",
    hasJoined: true,
    staff: "none",
    mentor: null,
    mentee: {
      headline: "Paediatric physiotherapist, more able than I sound",
      about:
        "I trained in Osaka and in Bristol and have worked with children in Swansea for two years. With families I am at ease; in front of colleagues I turn into a very quiet person who nods.",
      topics: [CONFIDENCE, INFLUENCING],
      aims: "Present our new clinic to the board in spring, and be able to answer questions afterwards.",
      sector: sectors("Health and social care"),
      region: regions("Wales"),
      careerStage: careerStages("First years in practice"),
      languages: [ENGLISH, languages("Japanese")],
      methods: [IN_PERSON, VIDEO],
    },
  },
  {
    name: "Nia Evans",
    standing: "current",
    hasJoined: true,
    staff: "none",
    mentor: null,
    mentee: {
      headline: "Dietitian in Bangor, qualified since July",
      about:
        "I passed my finals in July and began on the wards in September. Most days I am sure of my sums and unsure of everything else: when to ask, whom to ask, and whether everybody can tell.\n\nI grew up on a farm near Bethesda and still help with the lambs.",
      topics: [CONFIDENCE, CAREER],
      aims: "Get through my first year without pretending, find out which kind of dietitian I want to be, and learn to say no to a consultant politely.",
      sector: sectors("Health and social care"),
      region: regions("Wales"),
      careerStage: careerStages("First years in practice"),
      languages: [ENGLISH, languages("Welsh")],
      methods: [VIDEO, IN_PERSON],
    },
  },
];
