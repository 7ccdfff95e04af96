/**
 * A delivery that kills its own process when it reaches the point KILL_AT for the KILL_AT_COUNT-th time. Tests run it as a
 * child process.
 */
import { deliverMails } from "@/lib/entrypoints/deliver";
import { resendTransport } from "@/lib/notify/delivery/resend";
import { smtpTransport } from "@/lib/notify/delivery/smtp";
import { CERTIFICATE } from "./certificate";

const { PROVIDER_URL, SMTP_SERVER } = process.env;
let passed = 0;

await deliverMails(new Date(process.env.NOW ?? ""), {
  limit: 5,
  budgetSeconds: 600,
  transport: SMTP_SERVER
    ? smtpTransport({ server: JSON.parse(SMTP_SERVER), ca: CERTIFICATE })
    : resendTransport({ apiKey: "re_test", baseUrl: PROVIDER_URL ?? "" }),
  checkpoint: (at) => {
    if (at !== process.env.KILL_AT) return;
    passed += 1;
    if (passed === Number(process.env.KILL_AT_COUNT)) process.kill(process.pid, "SIGKILL");
  },
});
process.exit(0);
