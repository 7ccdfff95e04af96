import { apiRoute } from "@/lib/entrypoints/api-route";
import { PageQuery } from "@/lib/staff/api/input";
import { pageOfRelationships } from "@/lib/staff/api/queries";

export const GET = apiRoute({ scope: "relationships", query: PageQuery }, pageOfRelationships);
