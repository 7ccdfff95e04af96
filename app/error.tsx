"use client";

import { Defect } from "@/components/defect";

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return <Defect reference={error.digest} />;
}
