import { apiRoute } from "@/lib/entrypoints/api-route";
import { env } from "@/lib/foundation/env";
import { getSettings } from "@/lib/society/settings/queries";
import { NoQuery } from "@/lib/staff/api/input";
import { describeApi } from "@/lib/staff/api/openapi";

export const GET = apiRoute({ scope: null, query: NoQuery }, async () => {
  const { society } = await getSettings();
  return describeApi(society.product, env().APP_URL);
});
