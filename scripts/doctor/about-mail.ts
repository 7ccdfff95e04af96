import type { Environment } from "@/lib/foundation/env";
import type { Advice, Facts, Resend, SmtpAnswer } from "./diagnosis";

export function adviseOnMail({ resend, smtp }: Facts, environment: Environment): Advice[] {
  if (environment.MAIL_TRANSPORT === "capture") return [];
  const advice: Advice[] = [];
  if (environment.MAIL_TRANSPORT === "resend" && !environment.RESEND_WEBHOOK_SECRET) {
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
  if (smtp) {
    const answer = "failure" in smtp ? ({ isWell: false, at: "connection", says: smtp.failure } as const) : smtp.answer;
    advice.push(...adviseOnSmtp(answer));
  }
  if (resend && "failure" in resend) {
    const remedy = "Check that this machine can reach https://api.resend.com. E-mails wait until it can.";
    advice.push({ level: "warning", what: `Resend is not responding: ${resend.failure}`, remedy });
  }
  if (resend && "answer" in resend && domain) advice.push(...adviseOnResend(resend.answer, domain));
  return advice;
}

const SMTP_ADVICE = {
  address: ["wrong", "The host in SMTP_URL is not known", "Check its spelling, and that this machine can look up names."],
  connection: [
    "warning",
    "The mail server in SMTP_URL is not responding",
    "Check the host and the port, and whether a firewall allows this machine to connect. E-mails wait until it does.",
  ],
  tls: [
    "wrong",
    "The connection to the mail server in SMTP_URL is not secure, so no e-mail is sent",
    "The server needs STARTTLS and a certificate for its name. For a private certificate authority, set NODE_EXTRA_CA_CERTS to the file with its certificate; for a server without STARTTLS, .env.example says what to add.",
  ],
  login: [
    "wrong",
    "The mail server does not accept the user and password in SMTP_URL",
    "Check both, and percent-encode special characters in them. Some providers need a password for applications.",
  ],
  greeting: [
    "wrong",
    "The mail server in SMTP_URL refuses to talk to this machine",
    "Ask whoever runs it to allow this machine to send.",
  ],
} as const;

function adviseOnSmtp(answer: SmtpAnswer): Advice[] {
  if (answer.isWell) return [];
  const [level, what, remedy] = SMTP_ADVICE[answer.at];
  return [{ level, what: `${what}: ${answer.says}`, remedy }];
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
