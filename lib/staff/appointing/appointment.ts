import type { Staff } from "@/lib/staff/members/directory";

/** What whoever runs the product asks for on its command line: there need not be an administrator yet. */
export interface Order {
  number: string;
  staff: Staff;
}

/** The other thing that the command line does: for an administrator who has lost their second step, when there is no other. */
export type SecondStepRefusal = "nobody" | "no-second-step";

export type Appointed = { now: "changed"; name: string } | { now: "kept"; until: Date } | { now: "withdrawn" };
export type AppointingRefusal = "same-staff" | "not-active" | "last-admin" | "nobody" | "not-on-register";
