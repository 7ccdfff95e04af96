import { CONTRACT_NOTICES } from "@/lib/mentoring/contracts/notices";
import { GOAL_NOTICES } from "@/lib/mentoring/goals/notices";
import { MEETING_NOTICES } from "@/lib/mentoring/meetings/notices";
import { WORKSHEET_NOTICES } from "@/lib/mentoring/worksheets/notices";
import { CREDENTIAL_NOTICES } from "@/lib/notify/credentials/notices";
import { defineNotices } from "@/lib/notify/notices/define";
import { AVAILABILITY_NOTICES } from "@/lib/pairing/availability/notices";
import { MESSAGE_NOTICES } from "@/lib/pairing/conversations/notices";
import { LEAVING_NOTICES } from "@/lib/pairing/leaving/notices";
import { PROPOSAL_NOTICES } from "@/lib/pairing/proposals/notices";
import { QUESTION_NOTICES } from "@/lib/pairing/questions/notices";
import { RELATIONSHIP_NOTICES } from "@/lib/pairing/relationships/notices";
import { MEMBER_NOTICES } from "@/lib/staff/members/notices";
import { LETTER_NOTICES } from "@/lib/staff/relationships/notices";
import { SUPPORT_NOTICES } from "@/lib/staff/support/notices";

/** Everything that anybody may be told, from the notices.tsx of each concept. A new kind is an entry there, and nothing here. */
export const NOTICES = defineNotices({
  ...PROPOSAL_NOTICES,
  ...RELATIONSHIP_NOTICES,
  ...CONTRACT_NOTICES,
  ...WORKSHEET_NOTICES,
  ...GOAL_NOTICES,
  ...MESSAGE_NOTICES,
  ...QUESTION_NOTICES,
  ...MEETING_NOTICES,
  ...LETTER_NOTICES,
  ...AVAILABILITY_NOTICES,
  ...SUPPORT_NOTICES,
  ...LEAVING_NOTICES,
  ...CREDENTIAL_NOTICES,
  ...MEMBER_NOTICES,
});
