import { cronRoute } from "@/lib/cron-route";
import { runSweep } from "@/lib/scheduled-work";

export const maxDuration = 300;

/** Vercel's cron asks with GET. */
export const GET = cronRoute(runSweep);
