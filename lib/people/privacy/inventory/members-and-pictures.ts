import { FORMER_MEMBER } from "@/lib/foundation/wording";
import { COUNTED, INNER, LINK } from "../reasons";
import { type Table, untouched } from "../record";

/** The account and its two profiles. */
export const MEMBERS_AND_PICTURES: Record<string, Table> = {
  members: {
    holds: "Your account",
    parts: { member: '"id" = :member' },
    download: { name: "account", to: ["member"], orderBy: "createdAt", isOne: true },
    columns: {
      id: { untold: LINK, stays: LINK },
      issuer: { told: "Signs in through", erased: { member: "NULL" } },
      subject: { told: "Known there as", erased: { member: "NULL" } },
      earlierIssuer: { told: "Signed in before through", erased: { member: "NULL" } },
      earlierSubject: { told: "Known there before as", erased: { member: "NULL" } },
      number: { told: "Membership number", erased: { member: `'erased-' || "id"` } },
      name: { told: "Name", erased: { member: `'${FORMER_MEMBER}'` } },
      email: { told: "E-mail", erased: { member: `'erased-' || "id" || '@erased.invalid'` } },
      standing: { told: "Membership", stays: COUNTED },
      status: { told: "Account", erased: { member: "'deleted'" } },
      staff: { told: "Works for the society here", erased: { member: "'none'" } },
      isMentor: { told: "Mentor", stays: COUNTED },
      isMentee: { told: "Mentee", stays: COUNTED },
      sessionEpoch: { untold: INNER, erased: { member: '"sessionEpoch" + 1' } },
      emailVerifiedAt: { told: "Address confirmed", as: "instant", stays: COUNTED },
      timeZone: { told: "Time zone, where it is not the society’s", erased: { member: "NULL" } },
      createdAt: { told: "Joined", as: "instant", stays: COUNTED },
      lastSignedInAt: { told: "Last signed in", as: "instant", erased: { member: "NULL" } },
      suspendedAt: { told: "Suspended", as: "instant", erased: { member: "NULL" } },
      suspendedReason: { told: "Why staff suspended the account", erased: { member: "NULL" } },
      deletedAt: { told: "Account deleted", as: "instant", erased: { member: "NULL" } },
      eraseDueAt: { told: "To be erased from", as: "instant", erased: { member: "NULL" } },
      erasedAt: { untold: "There is nobody left to tell.", erased: { member: 'coalesce("erasedAt", :now)' } },
    },
  },

  mentor_profiles: {
    holds: "What you offer as a mentor",
    parts: { mentor: '"memberId" = :member' },
    goesWith: ["mentor"],
    download: { name: "profile-as-mentor", to: ["mentor"], orderBy: "updatedAt", isOne: true },
    columns: {
      memberId: { untold: LINK },
      headline: { told: "Headline" },
      about: { told: "About" },
      topics: { told: "Topics", as: { list: "topics" } },
      sector: { told: "Sector", as: { list: "sectors" } },
      region: { told: "Region", as: { list: "regions" } },
      yearsOfExperience: { told: "Years of experience" },
      languages: { told: "Languages", as: { list: "languages" } },
      methods: { told: "Ways to meet", as: { list: "methods" } },
      capacity: { told: "How many at once" },
      takesNoQuestions: { told: "Takes no questions before a proposal" },
      isAvailable: { told: "Available" },
      availableAgainAt: { told: "Available again from", as: "instant" },
      answerHours: { told: "Usual hours to answer, worked out from your answers and from proposals that expired" },
      askedCount: { told: "Proposals of the last year that you answered or that expired" },
      repliedCount: { told: "How many of those you answered" },
      waitingCount: { told: "How many waited for your answer last night" },
      searchText: { untold: "Made from name, headline, about and topics, without accents, for searching." },
      updatedAt: { told: "Last saved", as: "instant" },
    },
  },

  availability_checks: {
    holds: "When we asked whether you are still available as a mentor",
    parts: { mentor: '"memberId" = :member' },
    goesWith: ["mentor"],
    download: { name: "asked-if-available", to: ["mentor"], orderBy: "memberId", isOne: true },
    columns: {
      memberId: { untold: LINK },
      askedAt: { told: "Last asked", as: "instant" },
      answeredAt: { told: "Last answered", as: "instant" },
      stoodDownAt: { told: "Made unavailable because proposals had expired", as: "instant" },
      ...untouched(INNER, ["round", "countsFrom", "dueAt", "version", "expiredAt", "expiredTimes"]),
    },
  },

  first_steps: {
    holds: "When we reminded you of the next step",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "first-steps", to: ["member"], orderBy: "memberId", isOne: true },
    columns: {
      memberId: { untold: LINK },
      registeredAt: { told: "Registered", as: "instant" },
      profiledAt: { told: "First profile as a mentee", as: "instant" },
      profileDay: { told: "Reminded of a profile, on day" },
      proposalDay: { told: "Reminded of a first proposal, on day" },
      ...untouched(INNER, ["countsFrom", "dueAt", "version"]),
    },
  },

  mentee_profiles: {
    holds: "What you look for as a mentee",
    parts: { mentee: '"memberId" = :member' },
    goesWith: ["mentee"],
    download: { name: "profile-as-mentee", to: ["mentee"], orderBy: "updatedAt", isOne: true },
    columns: {
      memberId: { untold: LINK },
      headline: { told: "Headline" },
      about: { told: "About" },
      topics: { told: "Topics", as: { list: "topics" } },
      aims: { told: "Aims" },
      sector: { told: "Sector", as: { list: "sectors" } },
      region: { told: "Region", as: { list: "regions" } },
      careerStage: { told: "Career stage", as: { list: "careerStages" } },
      languages: { told: "Languages", as: { list: "languages" } },
      methods: { told: "Ways to meet", as: { list: "methods" } },
      updatedAt: { told: "Last saved", as: "instant" },
    },
  },

  profile_answers: {
    holds: "Your answers to the society’s own questions, also those that its sign-in gives for you",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "answers-on-profiles", to: ["member"], orderBy: "answeredAt" },
    columns: {
      memberId: { untold: LINK },
      questionId: { told: "Question", as: "question" },
      answer: { told: "Answer", as: { answerTo: "questionId" } },
      sealed: { told: "Answer, for partners alone", as: { answerTo: "questionId", isSealed: true } },
      answeredAt: { told: "Answered", as: "instant" },
    },
  },

  unfit_claims: {
    holds: "Which of the society’s own questions its sign-in answered for you with something that did not fit",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "answers-that-did-not-fit", to: ["member"], orderBy: "at" },
    columns: {
      memberId: { untold: LINK },
      questionId: { told: "Question", as: "question" },
      at: { told: "Signed in", as: "instant" },
    },
  },

  pictures: {
    holds: "Your picture",
    parts: { member: '"memberId" = :member' },
    goesWith: ["member"],
    download: { name: "picture", to: ["member"], orderBy: "updatedAt", isOne: true },
    columns: {
      memberId: { untold: LINK },
      picture: { untold: "Its name in addresses, made at random." },
      small: { told: "Small", as: { file: "webp" } },
      large: { told: "Large", as: { file: "webp" } },
      updatedAt: { told: "Chosen", as: "instant" },
    },
  },

  mentor_listings: {
    holds: "Mentors who can be found now: worked out from profiles, and deleted with them",
    parts: {},
    columns: untouched("Worked out from the profile, and deleted with it.", [
      ...["memberId", "topics", "methods", "languages", "sector", "region", "answerHours", "placesFree", "calm"],
    ]),
  },
};
