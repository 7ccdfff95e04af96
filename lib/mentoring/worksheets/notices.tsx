import { defineNotices } from "@/lib/notify/notices/define";
import { sharedWorkNotice } from "@/lib/pairing/relationships/shared-work";

export const WORKSHEET_NOTICES = defineNotices({
  "swot-changed": { ...sharedWorkNotice("your SWOT", "SWOT", "swot"), label: "SWOT changed" },
  "g-star-changed": { ...sharedWorkNotice("your G-STAR", "G-STAR", "g-star"), label: "G-STAR changed" },
});
