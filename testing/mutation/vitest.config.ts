import { defineConfig } from "vitest/config";
import whole, { RULES } from "@/vitest.config";

/** Only the tests without a database: mutants do not need one. */
export default defineConfig({ ...whole, test: { ...whole.test, ...RULES, projects: undefined } });
