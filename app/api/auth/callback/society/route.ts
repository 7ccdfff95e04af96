import { handlers } from "@/lib/auth/auth";

/** Back from the society. next-auth has more doors, for pages of its own; ours call it from within, so they stay shut. */
export const GET = handlers.GET;
