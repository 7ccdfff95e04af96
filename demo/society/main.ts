/** The demonstration's membership website, as a process of its own: `tsx demo/society/main.ts`. */
import { PEOPLE } from "@/demo/people";
import { startSociety } from "./server";

const port = Number(process.env.SOCIETY_PORT || 3001);
const appUrl = (process.env.APP_URL || `http://localhost:${process.env.PORT || 3000}`).replace(/\/$/, "");

try {
  const society = await startSociety({ port, appUrl, dataDir: process.env.DATA_DIR || ".data", people: PEOPLE });
  console.log(`The membership website is ready at ${society.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void society.close().then(() => process.exit(0)));
  }
} catch (error) {
  const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  if (!isTaken) throw error;
  console.error(`Port ${port} is in use. Stop the program that uses it, or set SOCIETY_PORT to a free one.`);
  process.exitCode = 1;
}
