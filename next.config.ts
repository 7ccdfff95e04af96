import type { NextConfig } from "next";

/** What every answer says, a file's as well as a page's; the policy of a page is proxy.ts's. */
const ON_EVERYTHING = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not "no-referrer", under which browsers call the origin of our own forms "null".
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];
const TWO_YEARS = "max-age=63072000; includeSubDomains";

const config: NextConfig = {
  poweredByHeader: false,
  // `next start` reads this file again, with the environment that the build did not have.
  compress: process.env.COMPRESSION !== "external",
  headers: async () => [
    { source: "/:path*", headers: ON_EVERYTHING },
    // A build knows no environment, so what ends TLS in front of us says that it does.
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https.*" }],
      headers: [{ key: "Strict-Transport-Security", value: TWO_YEARS }],
    },
    // What is no page, and has no policy of its own. On the address of a page, this one would take the place of the page's.
    {
      source:
        "/:path(_next/static/.*|_next/image.*|icon\\.svg|theme/.*|api/(?:register|mail/events|cron/(?:sweep|nightly)|health|unsubscribe/[^/]+|v1/[^/]+))",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; base-uri 'none'; frame-ancestors 'none'" }],
    },
  ],
  reactStrictMode: true,
  // `npm test` checks the types of everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Read by name at run time, so a deployment that packs only what is imported has to be told.
  outputFileTracingIncludes: {
    "/*": [
      "lib/society/content/first-texts/*.md",
      "lib/society/resources/first-articles/*.md",
      "node_modules/@fontsource/*/files/*-{400,700}-normal.woff",
    ],
  },
  experimental: {
    // What was fetched ahead of a press is kept for half a minute, the least that Next takes; a page fetched on a press, not at all.
    staleTimes: { static: 30, dynamic: 0 },
    // A picture of 10 MB and what is said about one that is somewhat larger: LARGEST_FORM. proxy.ts refuses the rest.
    serverActions: { bodySizeLimit: "25mb" },
    // Beyond this the body would be cut off without a word, so it is beyond what is refused.
    proxyClientMaxBodySize: "26mb",
  },
  // They load files or native parts of themselves at run time, which bundling would lose.
  serverExternalPackages: [
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "pino",
    "@node-rs/argon2",
    "@simplewebauthn/server",
    "rate-limiter-flexible",
    "@react-email/render",
    "pdfkit",
    "fontkit",
    "@react-email/components",
  ],
};

export default config;
