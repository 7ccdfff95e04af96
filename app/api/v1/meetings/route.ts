import { apiRoute } from "@/lib/entrypoints/api-route";
import { PageQuery } from "@/lib/staff/api/input";
import { pageOfMeetings } from "@/lib/staff/api/queries";

export const GET = apiRoute({ scope: "meetings", query: PageQuery }, pageOfMeetings);
