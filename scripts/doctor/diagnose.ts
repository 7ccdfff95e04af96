import { findLastFixes } from "../node-version.mjs";
import { adviseOnDatabase, adviseOnMigrations } from "./about-database";
import { adviseOnMail } from "./about-mail";
import { adviseOnSecrets } from "./about-secrets";
import { adviseOnSignIn } from "./about-sign-in";
import { adviseOnSociety } from "./about-society";
import { type Advice, type Facts, isEnvironment } from "./diagnosis";

const LEVELS = ["wrong", "warning", "note"] as const;

/** The advice that follows from the facts, the worst first. */
export function diagnose(facts: Facts): Advice[] {
  const advice = [...adviseOnMachine(facts), ...adviseOnDatabase(facts), ...adviseOnMigrations(facts)];
  const { environment } = facts;
  if (isEnvironment(environment)) {
    advice.push(
      ...adviseOnSecrets(environment),
      ...adviseOnSignIn(facts, environment),
      ...adviseOnMail(facts, environment),
      ...adviseOnSociety(facts, environment),
      ...adviseOnAddress(facts),
    );
  }
  return LEVELS.flatMap((level) => advice.filter((one) => one.level === level));
}

function adviseOnMachine({ environment, node, today, build }: Facts): Advice[] {
  const advice: Advice[] = [];
  if (!isEnvironment(environment)) {
    const remedy = "See .env.example.";
    advice.push(...environment.problems.map((what) => ({ level: "wrong" as const, what: `${what}.`, remedy })));
  }
  const [major = 0, minor = 0] = node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    advice.push({ level: "wrong", what: `Node is ${node}.`, remedy: "Install 20.19 or later, from https://nodejs.org." });
  }
  const lastFixes = findLastFixes(node, today);
  if (lastFixes !== null && advice.every(({ what }) => !what.startsWith("Node is"))) {
    advice.push({
      level: "warning",
      what: `Node ${node} has had no security fixes since ${lastFixes}.`,
      remedy: "Install Node 24, from https://nodejs.org.",
    });
  }
  if (build === "none") {
    advice.push({
      level: "warning",
      what: "The product has not been built here.",
      remedy: "Run npm run build, or npm start, which does it too.",
    });
  }
  if (build === "other") {
    advice.push({
      level: "warning",
      what: "The build here was made from other sources.",
      remedy: "Run npm run build, or npm start, which does it too.",
    });
  }
  return advice;
}

function adviseOnAddress({ online }: Facts): Advice[] {
  if (!online) return [];
  if ("failure" in online) {
    const remedy = "Check that the domain name points here and that the TLS-terminating proxy forwards requests to PORT.";
    return [{ level: "wrong", what: `APP_URL is not responding: ${online.failure}`, remedy }];
  }
  const { status, hasTransportSecurity } = online.answer;
  const advice: Advice[] = [];
  if (status === 503) {
    advice.push({
      level: "wrong",
      what: "The product reports that it is not healthy.",
      remedy: "Request /api/health with CRON_SECRET as the bearer token for details.",
    });
  } else if (status !== 200) {
    const what = `APP_URL/api/health answers ${status}, not 200.`;
    advice.push({ level: "wrong", what, remedy: "Check that the answer comes from this product and not from a proxy." });
  }
  if (!hasTransportSecurity) {
    const what =
      "Responses have no Strict-Transport-Security header, because the TLS-terminating proxy does not set X-Forwarded-Proto.";
    advice.push({ level: "warning", what, remedy: "Make the proxy send X-Forwarded-Proto: https." });
  }
  return advice;
}
