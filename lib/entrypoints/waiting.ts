import { CHECK_IN_WAITING } from "@/lib/mentoring/check-ins/waiting";
import { CONTRACT_WAITING } from "@/lib/mentoring/contracts/waiting";
import { MEETING_WAITING } from "@/lib/mentoring/meetings/waiting";
import { SURVEY_WAITING } from "@/lib/mentoring/surveys/waiting";
import { MESSAGE_WAITING } from "@/lib/pairing/conversations/waiting";
import { PROPOSAL_WAITING } from "@/lib/pairing/proposals/waiting";
import { QUESTION_WAITING } from "@/lib/pairing/questions/waiting";
import { QUEUE_WAITING } from "@/lib/pairing/queue/waiting";
import { READINESS_WAITING } from "@/lib/pairing/readiness/waiting";
import { RELATIONSHIP_WAITING } from "@/lib/pairing/relationships/waiting";
import { STILL_AVAILABLE_WAITING } from "@/lib/pairing/still-available/waiting";
import { PROFILE_WAITING } from "@/lib/people/members/waiting";
import type { WaitingSource } from "@/lib/people/waiting/waiting";
import { SUPPORT_WAITING } from "@/lib/staff/support/waiting";

/** Everything that Home knows of, from the waiting.ts of each concept: in this order it is listed. */
export const WAITING: readonly WaitingSource[] = [
  PROFILE_WAITING,
  READINESS_WAITING,
  PROPOSAL_WAITING,
  QUESTION_WAITING,
  QUEUE_WAITING,
  STILL_AVAILABLE_WAITING,
  MEETING_WAITING,
  CHECK_IN_WAITING,
  SURVEY_WAITING,
  RELATIONSHIP_WAITING,
  MESSAGE_WAITING,
  CONTRACT_WAITING,
  SUPPORT_WAITING,
];
