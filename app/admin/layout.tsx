import type { ReactNode } from "react";
import { StaffNavigation } from "@/components/frame/staff-navigation";
import { requireStaff } from "@/lib/people/auth/session";

/** The desk of staff. Each page below asks again who is there: a layout alone guards nothing. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const viewer = await requireStaff();
  return (
    <div className="mx-auto w-full max-w-[66rem] min-w-0 full:flex">
      <StaffNavigation staff={viewer.staff} />
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}
