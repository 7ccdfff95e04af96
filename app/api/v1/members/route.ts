import { apiRoute } from "@/lib/entrypoints/api-route";
import { PageQuery } from "@/lib/staff/api/input";
import { pageOfMembers } from "@/lib/staff/api/queries";

export const GET = apiRoute({ scope: "members", query: PageQuery }, pageOfMembers);
