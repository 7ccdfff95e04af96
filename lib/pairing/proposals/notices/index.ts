import { defineNotices } from "@/lib/notify/notices/define";
import { ANSWERS } from "./answers";
import { ASKING } from "./asking";
import { EXPIRY } from "./expiry";
import { QUEUE } from "./queue";
import { STAFF } from "./staff";
import { SUGGESTED } from "./suggested";
import { WITHDRAWALS } from "./withdrawals";

/** Everything that people are told about a proposal. */
export const PROPOSAL_NOTICES = defineNotices({
  ...ASKING,
  ...ANSWERS,
  ...WITHDRAWALS,
  ...EXPIRY,
  ...QUEUE,
  ...STAFF,
  ...SUGGESTED,
});
export type ProposalNotice = keyof typeof PROPOSAL_NOTICES;
