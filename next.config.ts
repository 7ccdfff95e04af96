import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // They load files or native parts of themselves at run time, which bundling would lose.
  serverExternalPackages: [
    "@prisma/client",
    "@prisma/adapter-pg",
    "pg",
    "pino",
    "@react-email/render",
    "@react-email/components",
  ],
};

export default config;
