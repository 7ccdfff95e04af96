/** As far as we use them. They are in bench/node_modules, which is not there unless something is measured. */
declare module "autocannon" {
  interface Result {
    duration: number;
    errors: number;
    non2xx: number;
    requests: { total: number };
  }
  interface Options {
    url: string;
    connections: number;
    duration?: number;
    amount?: number;
    headers: Record<string, string>;
  }
  interface Run extends Promise<Result> {
    on(event: "response", heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void): this;
  }
  // biome-ignore lint/style/noDefaultExport: it has no other
  export default function autocannon(options: Options): Run;
}

declare module "lighthouse" {
  interface Options {
    port: number;
    onlyCategories: string[];
    extraHeaders: Record<string, string>;
    disableStorageReset: boolean;
    logLevel: "error";
  }
  interface Found {
    lhr: {
      finalDisplayedUrl: string;
      runtimeError?: { message: string };
      categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
      audits: Record<string, { score: number | null; scoreDisplayMode: string }>;
    };
  }
  // biome-ignore lint/style/noDefaultExport: it has no other
  export default function lighthouse(url: string, options: Options): Promise<Found | undefined>;
}

declare module "chrome-launcher" {
  export function launch(options: { chromePath: string; chromeFlags: string[] }): Promise<{ port: number; kill(): void }>;
}
