"use server";

import { formAction, goTo, refused } from "@/lib/form-action";
import { saveMenteeProfile, saveMentorProfile } from "@/lib/members/commands";
import { MenteeProfileInput, MentorProfileInput } from "@/lib/members/input";
import { sayRefusal } from "@/lib/members/wording";

export const saveAsMentor = formAction(MentorProfileInput, async ({ input, viewer, settings, now }) => {
  const saved = await saveMentorProfile(viewer, input, settings, now);
  return saved.ok ? goTo("/profile", "profile-saved") : refused(sayRefusal(saved.reason, "mentor", settings));
});

export const saveAsMentee = formAction(MenteeProfileInput, async ({ input, viewer, settings, now }) => {
  const saved = await saveMenteeProfile(viewer, input, settings, now);
  return saved.ok ? goTo("/profile", "profile-saved") : refused(sayRefusal(saved.reason, "mentee", settings));
});
