import type { Environment } from "@/lib/foundation/env";
import type { Advice, Facts, Resend } from "./diagnosis";

export function adviseOnMail({ resend }: Facts, environment: Environment): Advice[] {
  if (environment.MAIL_TRANSPORT !== "resend") return [];
  const advice: Advice[] = [];
  if (!environment.RESEND_WEBHOOK_SECRET) {
    const what = "RESEND_WEBHOOK_SECRET is not set: nobody learns that mails bounce, and mail to those addresses goes on.";
    advice.push({
      level: "warning",
      what,
      remedy: "Make a webhook at Resend that calls APP_URL/api/mail/events; .env.example says which.",
    });
  }
  const domain = domainOf(environment.MAIL_FROM);
  if (!domain) {
    const remedy = 'Write it as "Connect <connect@mentoring.example.org>".';
    advice.push({ level: "wrong", what: "MAIL_FROM has no address that mail can come from.", remedy });
  }
  if (resend && "failure" in resend) {
    const remedy = "Look whether this machine may reach https://api.resend.com; mails wait until it may.";
    advice.push({ level: "warning", what: `Resend does not answer: ${resend.failure}`, remedy });
  }
  if (resend && "answer" in resend && domain) advice.push(...adviseOnResend(resend.answer, domain));
  return advice;
}

function adviseOnResend({ status, problem, domains }: Resend, domain: string): Advice[] {
  if (problem === "restricted_api_key") {
    const what = "Resend takes RESEND_API_KEY for sending alone, which is enough, and does not tell it of domains.";
    return [{ level: "note", what, remedy: `See at Resend that ${domain} is verified.` }];
  }
  if (status !== 200) {
    const what = `Resend does not take RESEND_API_KEY: it answered ${status}${problem ? ` ${problem}` : ""}.`;
    return [{ level: status >= 500 || status === 429 ? "warning" : "wrong", what, remedy: "Make a new key at Resend." }];
  }
  const found = domains.find(({ name }) => name.toLowerCase() === domain);
  if (found?.status === "verified") return [];
  const what = found
    ? `Resend has not verified ${domain}, where MAIL_FROM is: it says ${found.status}.`
    : `Resend does not know ${domain}, where MAIL_FROM is.`;
  return [{ level: "wrong", what, remedy: "Add the domain at Resend with its DNS records, or change MAIL_FROM." }];
}

/** "Connect <connect@mail.example.org>" → "mail.example.org" */
function domainOf(from: string): string | null {
  return /@([^\s@<>]+\.[^\s@<>]+?)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? null;
}
