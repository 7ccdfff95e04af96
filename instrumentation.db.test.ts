import { expect, test } from "vitest";
import { register } from "./instrumentation";

test("members come back to APP_URL, whatever address we listen on", async () => {
  process.env.NEXT_RUNTIME = "nodejs";
  await register();
  expect(process.env.AUTH_URL).toBe("http://localhost:3000");
});
