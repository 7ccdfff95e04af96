import type { Room } from "./exhibit";
import { FINDING } from "./finding";
import { MEMBER } from "./member";
import { PARTNERS } from "./partners";
import { PUBLIC } from "./public";
import { SCHEME } from "./scheme";
import { SETTINGS } from "./settings";
import { STAFF } from "./staff";

/** Everything that hangs in the gallery. */
export const EXHIBITS: Room = [...PUBLIC, ...MEMBER, ...FINDING, ...PARTNERS, ...STAFF, ...SCHEME, ...SETTINGS];
