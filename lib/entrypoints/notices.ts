import { CHECK_IN_NOTICES } from "@/lib/mentoring/check-ins/notices";
import { CONTRACT_NOTICES } from "@/lib/mentoring/contracts/notices";
import { GOAL_NOTICES } from "@/lib/mentoring/goals/notices";
import { MEETING_NOTICES } from "@/lib/mentoring/meetings/notices";
import { SURVEY_NOTICES } from "@/lib/mentoring/surveys/notices";
import { WORKSHEET_NOTICES } from "@/lib/mentoring/worksheets/notices";
import { CREDENTIAL_NOTICES } from "@/lib/notify/credentials/notices";
import { MAIL_WORDS_NOTICES } from "@/lib/notify/mail-words/notices";
import { defineNotices } from "@/lib/notify/notices/define";
import { ALERT_NOTICES } from "@/lib/pairing/alerts/notices";
import { AVAILABILITY_NOTICES } from "@/lib/pairing/availability/notices";
import { CHOICE_NOTICES } from "@/lib/pairing/choices/notices";
import { MESSAGE_NOTICES } from "@/lib/pairing/conversations/notices";
import { FIRST_STEPS_NOTICES } from "@/lib/pairing/first-steps/notices";
import { JOINING_NOTICES } from "@/lib/pairing/joining/notices";
import { LEAVING_NOTICES } from "@/lib/pairing/leaving/notices";
import { PROGRAMME_NOTICES } from "@/lib/pairing/programmes/notices";
import { PROPOSAL_NOTICES } from "@/lib/pairing/proposals/notices";
import { QUESTION_NOTICES } from "@/lib/pairing/questions/notices";
import { QUEUE_NOTICES } from "@/lib/pairing/queue/notices";
import { READINESS_NOTICES } from "@/lib/pairing/readiness/notices";
import { RELATIONSHIP_NOTICES } from "@/lib/pairing/relationships/notices";
import { STILL_AVAILABLE_NOTICES } from "@/lib/pairing/still-available/notices";
import { BOARD_NOTICES } from "@/lib/staff/board/notices";
import { COORDINATING_NOTICES } from "@/lib/staff/coordinating/notices";
import { MEMBER_LETTER_NOTICES } from "@/lib/staff/letters/notices";
import { MEMBER_NOTICES } from "@/lib/staff/members/notices";
import { LETTER_NOTICES } from "@/lib/staff/relationships/notices";
import { SUPPORT_NOTICES } from "@/lib/staff/support/notices";

/**
 * Everything that anybody may be told. A new kind is an entry in the notices.tsx of its concept, or in a file of its folder
 * notices/ where it has many; this file only changes when a concept tells people something for the first time.
 */
export const NOTICES = defineNotices({
  ...PROPOSAL_NOTICES,
  ...CHOICE_NOTICES,
  ...QUEUE_NOTICES,
  ...RELATIONSHIP_NOTICES,
  ...CHECK_IN_NOTICES,
  ...SURVEY_NOTICES,
  ...CONTRACT_NOTICES,
  ...WORKSHEET_NOTICES,
  ...GOAL_NOTICES,
  ...MESSAGE_NOTICES,
  ...QUESTION_NOTICES,
  ...MEETING_NOTICES,
  ...LETTER_NOTICES,
  ...MEMBER_LETTER_NOTICES,
  ...MAIL_WORDS_NOTICES,
  ...ALERT_NOTICES,
  ...AVAILABILITY_NOTICES,
  ...STILL_AVAILABLE_NOTICES,
  ...PROGRAMME_NOTICES,
  ...JOINING_NOTICES,
  ...READINESS_NOTICES,
  ...SUPPORT_NOTICES,
  ...FIRST_STEPS_NOTICES,
  ...LEAVING_NOTICES,
  ...CREDENTIAL_NOTICES,
  ...MEMBER_NOTICES,
  ...COORDINATING_NOTICES,
  ...BOARD_NOTICES,
});
