import { NEWS } from "./news";
import { PAUSES } from "./pauses";
import { QUESTIONS_ASKED } from "./questions";

/** Everything that is told when we ask two partners how it goes. */
export const CHECK_IN_NOTICES = { ...QUESTIONS_ASKED, ...NEWS, ...PAUSES };
export type CheckInNotice = keyof typeof CHECK_IN_NOTICES;
