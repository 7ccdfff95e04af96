import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../run.mjs";

const REPORTS = "test-results/attack";
/** People of the demonstration. */
const ATTACKERS = { nobody: null, member: "100001", staff: "100006" };
/** Where each of them begins; the rest they find. */
const STARTS = {
  nobody: ["/", "/sign-in", "/faq", "/calendar/none", "/unsubscribe/none", "/sign-in?refused=lapsed&done=sent"],
  member: ["/mentors?text=a&page=1", "/profile", "/support", "/notifications", "/cpd", "/account", "/relationships"],
  staff: [
    "/admin/members?text=a",
    "/admin/audit?text=a",
    "/admin/reports/registrations?from=2026-01-01",
    "/admin/settings",
    "/admin/mail",
  ],
};
/** Not ssrf, xxe and log4shell, which ask a website of wapiti's, nor those that only guess names of other people's products. */
const MODULES =
  "backup,blindsql,cookieflags,crlf,csp,csrf,exec,file,htaccess,http_headers,methods,permanentxss,redirect,shellshock,sql,xss";
/** By kind, what docs/security.md explains under “What scanners say”. */
const EXPLAINED = {
  "Cross Site Request Forgery": /Lack of anti CSRF token/,
  "Secure Flag cookie": /Secure flag is not set/,
  "HTTP Secure Headers": /X-Frame-Options|X-XSS-Protection|Strict-Transport-Security/,
};

/** Throws, before anything long is begun, where wapiti is not installed. */
export function ensureWapiti() {
  if (!spawnSync("wapiti", ["--version"]).error) return;
  throw new Error(
    "wapiti is not installed. On Debian and Ubuntu: apt install wapiti. Elsewhere: pipx install wapiti3. Our own tries need none: npm run attack -- --only=own",
  );
}

/** Lets wapiti loose as each of the attackers, `minutes` for each. How many findings nobody has explained. */
export async function runWapiti(env, port, minutes, dataDir) {
  // Needs packages, which may not have been there before.
  const { openFront } = await import("./front.mjs");
  const front = await openFront(env, port);
  mkdirSync(REPORTS, { recursive: true });
  let unexplained = 0;
  for (const [name, number] of Object.entries(ATTACKERS)) {
    await front.actAs(number);
    const report = join(REPORTS, `${name}.json`);
    const given = argumentsFor(env.APP_URL, STARTS[name], report, minutes, dataDir);
    await run(`Attacking as ${name}`, "wapiti", given, { isLoud: true });
    const { vulnerabilities, anomalies } = JSON.parse(readFileSync(report, "utf8"));
    for (const [kind, found] of Object.entries({ ...vulnerabilities, ...anomalies })) {
      const open = found.filter(({ info }) => !EXPLAINED[kind]?.test(info));
      if (found.length > 0) console.log(`${name}: ${kind}: ${found.length}, ${open.length} of them unexplained`);
      for (const { method, path, info } of open) console.log(`  ${method} ${path}: ${info}`);
      unexplained += open.length;
    }
    console.log(`${name}: ${front.countOf(number)} requests, worst answer ${front.worstOf(number)}`);
  }
  if (unexplained > 0) console.log(`The reports are in ${REPORTS}.`);
  return unexplained;
}

/** A third of the time for finding pages, the rest for the modules. */
function argumentsFor(url, starts, report, minutes, dataDir) {
  const seconds = minutes * 60;
  const perModule = Math.ceil((seconds * 2) / 3 / MODULES.split(",").length);
  return [
    ...["-u", `${url}/`, ...starts.flatMap((path) => ["-s", url + path])],
    ...["-m", MODULES, "-d", "3", "--max-links-per-page", "30", "--max-files-per-dir", "20", "--max-parameters", "40"],
    ...["--max-scan-time", String(Math.ceil(seconds / 3)), "--max-attack-time", String(perModule), "-t", "10"],
    ...["--flush-session", "--store-session", join(dataDir, "wapiti"), "--store-config", join(dataDir, "wapiti")],
    ...["-f", "json", "-o", report, "--no-bugreport", "-v", "0"],
  ];
}
