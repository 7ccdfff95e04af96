import { defineNotices } from "@/lib/notify/notices/define";
import { ANSWERS } from "./notices/answers";
import { ASKING } from "./notices/asking";
import { EXPIRY } from "./notices/expiry";
import { QUEUE } from "./notices/queue";
import { STAFF } from "./notices/staff";
import { WITHDRAWALS } from "./notices/withdrawals";

/** Everything that people are told about a proposal. */
export const PROPOSAL_NOTICES = defineNotices({ ...ASKING, ...ANSWERS, ...WITHDRAWALS, ...EXPIRY, ...QUEUE, ...STAFF });
export type ProposalNotice = keyof typeof PROPOSAL_NOTICES;
