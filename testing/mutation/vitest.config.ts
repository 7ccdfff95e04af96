import { defineConfig } from "vitest/config";
import whole, { RULES } from "@/vitest.config";

/** The tests of the rules alone: a mutant has no use for a database. */
export default defineConfig({ ...whole, test: { ...whole.test, ...RULES, projects: undefined } });
