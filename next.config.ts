import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks the types of everything; a start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // Read by name at run time, so a deployment that packs only what is imported has to be told.
  outputFileTracingIncludes: {
    "/*": ["lib/content/first-texts/*.md", "node_modules/@fontsource/*/files/*-{400,700}-normal.woff"],
  },
  experimental: {
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
    "rate-limiter-flexible",
    "@react-email/render",
    "pdfkit",
    "fontkit",
    "@react-email/components",
  ],
};

export default config;
