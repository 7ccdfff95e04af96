import type { CalendarMeeting } from "@/lib/notify/calendar/calendar";

export const NOW = new Date("2026-11-21T18:00:00Z");

/** Amina has asked Gareth for an hour on the Wednesday after `NOW`. */
export const MEETING: CalendarMeeting = {
  id: "0b8c6d4e-0000-4000-8000-0000000000aa",
  isCancelled: false,
  isHeld: false,
  answer: "waiting",
  startsAt: new Date("2026-11-25T14:00:00Z"),
  endsAt: new Date("2026-11-25T15:00:00Z"),
  method: "Video call",
  words: { title: "First conversation", details: "https://video.example.org/abc\nBring questions; and time, please." },
  organiser: "Amina Okafor",
  invited: "Gareth Pugh",
  invitedId: "0b8c6d4e-0000-4000-8000-0000000000bb",
  sender: { name: "Connect", email: "connect@example.org" },
  sequence: 2,
  createdAt: NOW,
  movedAt: NOW,
  href: "https://mentoring.example.org/relationships/1/meetings",
};
