import type { ReactNode } from "react";
import { StaffNavigation } from "@/components/frame/staff-navigation";
import { requireStaff } from "@/lib/people/auth/session";

/** The frame of the staff pages. Every page below checks again who is asking, because a layout alone protects nothing. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const viewer = await requireStaff("any");
  return (
    <div className="mx-auto w-full max-w-[66rem] min-w-0 full:flex">
      <StaffNavigation viewer={viewer} />
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}
