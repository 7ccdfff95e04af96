import { ARTS } from "./arts";
import { CHARITY } from "./charity";
import { DIGITAL } from "./digital";
import { EDUCATION } from "./education";
import { ENGINEERING } from "./engineering";
import { ENVIRONMENT } from "./environment";
import type { Field } from "./field";
import { FINANCE } from "./finance";
import { GOVERNMENT } from "./government";
import { HEALTH } from "./health";
import { HOUSING } from "./housing";
import { LAW } from "./law";
import { RESEARCH } from "./research";

/** By the numbers of the society's sectors: the first is sector 1. */
export const FIELDS: readonly Field[] = [
  HEALTH,
  EDUCATION,
  ENGINEERING,
  GOVERNMENT,
  CHARITY,
  FINANCE,
  LAW,
  DIGITAL,
  ENVIRONMENT,
  HOUSING,
  ARTS,
  RESEARCH,
];
