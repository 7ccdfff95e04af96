"use client";

import { Defect } from "@/components/frame/defect";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Defect reference={error.digest} />;
}
