import type { Staff } from "@/lib/staff/members/directory";

/** What whoever runs the product asks for on its command line: there need not be an administrator yet. */
export interface Order {
  number: string;
  staff: Staff;
}

export type Appointed = { now: "changed"; name: string } | { now: "kept"; until: Date } | { now: "withdrawn" };
export type AppointingRefusal = "same-staff" | "not-active" | "last-admin" | "nobody" | "not-on-register";
