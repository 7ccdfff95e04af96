import { NEWS } from "./notices/news";
import { PAUSES } from "./notices/pauses";
import { QUESTIONS_ASKED } from "./notices/questions";

/** Everything that is told when we ask two partners how it goes. */
export const CHECK_IN_NOTICES = { ...QUESTIONS_ASKED, ...NEWS, ...PAUSES };
export type CheckInNotice = keyof typeof CHECK_IN_NOTICES;
