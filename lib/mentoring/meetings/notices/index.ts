import { defineNotices } from "@/lib/notify/notices/define";
import { ANSWERS } from "./answers";
import { CANCELLED } from "./cancelled";
import { PLANNED } from "./planned";

/** Everything that people are told about a meeting. */
export const MEETING_NOTICES = defineNotices({ ...PLANNED, ...ANSWERS, ...CANCELLED });
export type MeetingNotice = keyof typeof MEETING_NOTICES;
