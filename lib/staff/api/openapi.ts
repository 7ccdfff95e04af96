import { z } from "zod";
import { SCOPES } from "@/lib/society/api-tokens/api-token";
import { MOST_ROWS } from "./input";
import { LISTS, type Listed, Problem, pageOf } from "./lists";

/** The description of /api/v1 in OpenAPI 3.1, made from the schemas of its answers. */
export function describeApi(product: string, appUrl: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: `${product}: what other systems of the society may read`,
      version: "1",
      description:
        "Numbers and dates, never names, addresses or words. New properties may be added, and none is taken away. A change that happens while you read may carry an instant shortly before your last request, so ask with a since a few minutes earlier and expect rows that you know.",
    },
    servers: [{ url: `${appUrl}/api/v1` }],
    security: [{ token: [] }],
    paths: {
      ...Object.fromEntries(SCOPES.map((name) => [`/${name}`, { get: describeList(name, LISTS[name]) }])),
      "/openapi.json": { get: describeItself() },
    },
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A token from Settings, Connections." } },
      schemas: {
        ...Object.fromEntries(SCOPES.map((name) => [name, schemaOf(pageOf(LISTS[name].item))])),
        problem: schemaOf(Problem),
      },
    },
  };
}

function describeList(name: string, { summary, since }: Listed) {
  const parameters = [
    { name: "after", in: "query", schema: { type: "string" }, description: "The next of the page before." },
    { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: MOST_ROWS, default: 100 } },
    { name: "since", in: "query", schema: { type: "string", format: "date-time" }, description: since },
  ];
  return {
    operationId: name,
    summary,
    description: `The token needs the scope ${name}.`,
    parameters,
    responses: {
      200: { description: "One page", content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } },
      400: problem("A parameter is wrong"),
      401: problem("The token is missing, unknown, expired or revoked"),
      403: problem("The token may not read this list"),
      429: problem("Too many requests for this token"),
    },
  };
}

function describeItself() {
  return {
    operationId: "openapi",
    summary: "This description",
    responses: {
      200: { description: "OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } },
      400: problem("A parameter is wrong"),
      401: problem("The token is missing, unknown, expired or revoked"),
      429: problem("Too many requests for this token"),
    },
  };
}

function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } } };
}

function schemaOf(schema: z.ZodType) {
  const { $schema: _, ...described } = z.toJSONSchema(schema);
  return described;
}
