import { defineNotices } from "@/lib/notify/notices/define";
import { COURSE } from "./course";
import { ENDINGS } from "./endings";

/** Everything that two partners are told about their relationship as such. */
export const RELATIONSHIP_NOTICES = defineNotices({ ...COURSE, ...ENDINGS });
export type RelationshipNotice = keyof typeof RELATIONSHIP_NOTICES;
