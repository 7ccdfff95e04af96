"use client";

import { Defect } from "@/components/frame/defect";
import "./globals.css";

/** When even the frame of the pages could not be made, as when the database is away. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <Defect reference={error.digest} />
      </body>
    </html>
  );
}
