import { headers } from "next/headers";

/** As little as a dynamic page of the framework can be: what ours are measured against. */
export default async function BarePage() {
  const host = (await headers()).get("host");
  return <p>Hello from {host}</p>;
}
