import type { Environment } from "@/lib/foundation/env";
import type { Advice, Facts, Resend } from "./diagnosis";

export function adviseOnMail({ resend }: Facts, environment: Environment): Advice[] {
  if (environment.MAIL_TRANSPORT !== "resend") return [];
  const advice: Advice[] = [];
  if (!environment.RESEND_WEBHOOK_SECRET) {
    const what = "RESEND_WEBHOOK_SECRET is not set, so bounces go unnoticed and we keep sending to addresses that do not work.";
    advice.push({
      level: "warning",
      what,
      remedy: "Create a webhook at Resend that calls APP_URL/api/mail/events. .env.example says which events it needs.",
    });
  }
  const domain = domainOf(environment.MAIL_FROM);
  if (!domain) {
    const remedy = 'Write it as "Connect <connect@mentoring.example.org>".';
    advice.push({ level: "wrong", what: "MAIL_FROM contains no address that e-mail can be sent from.", remedy });
  }
  if (resend && "failure" in resend) {
    const remedy = "Check that this machine can reach https://api.resend.com. E-mails wait until it can.";
    advice.push({ level: "warning", what: `Resend is not responding: ${resend.failure}`, remedy });
  }
  if (resend && "answer" in resend && domain) advice.push(...adviseOnResend(resend.answer, domain));
  return advice;
}

function adviseOnResend({ status, problem, domains }: Resend, domain: string): Advice[] {
  if (problem === "restricted_api_key") {
    const what = "RESEND_API_KEY only has permission to send, which is enough, but it cannot be used to check the domain.";
    return [{ level: "note", what, remedy: `Check at Resend that ${domain} is verified.` }];
  }
  if (status !== 200) {
    const what = `Resend does not accept RESEND_API_KEY: it answered ${status}${problem ? ` ${problem}` : ""}.`;
    return [{ level: status >= 500 || status === 429 ? "warning" : "wrong", what, remedy: "Create a new key at Resend." }];
  }
  const found = domains.find(({ name }) => name.toLowerCase() === domain);
  if (found?.status === "verified") return [];
  const what = found
    ? `Resend has not verified ${domain}, the domain of MAIL_FROM. Its status is ${found.status}.`
    : `Resend does not know ${domain}, the domain of MAIL_FROM.`;
  return [{ level: "wrong", what, remedy: "Add the domain at Resend with its DNS records, or change MAIL_FROM." }];
}

/** "Connect <connect@mail.example.org>" → "mail.example.org" */
function domainOf(from: string): string | null {
  return /@([^\s@<>]+\.[^\s@<>]+?)>?\s*$/.exec(from)?.[1]?.toLowerCase() ?? null;
}
