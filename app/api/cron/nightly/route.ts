import { cronRoute } from "@/lib/entrypoints/cron-route";
import { runNightly } from "@/lib/entrypoints/scheduled-work";

export const maxDuration = 300;

/** Vercel's cron asks with GET. */
export const GET = cronRoute(runNightly);
