import { z } from "zod";

/** Formats that say how long a text is. */
const OF_ONE_LENGTH = new Set(["uuid", "date", "email"]);

/**
 * One sentence for each text or list of a schema with which something is done before its length is bound: `.overwrite` or `.trim` before
 * `.max`, or a `.transform` of something that has no `.max`. `.overwrite` also keeps zod from looking at a list's length first.
 */
export function findUnboundChanges(path: string, made: unknown): string[] {
  if (!(made instanceof z.ZodType)) return [];
  if (made instanceof z.ZodObject)
    return Object.entries(made.shape).flatMap(([name, field]) => findUnboundChanges(`${path}.${name}`, field));
  if (made instanceof z.ZodUnion) return made.options.flatMap((option) => findUnboundChanges(path, option));
  if (made instanceof z.ZodArray) return [...checkOrder(path, made), ...findUnboundChanges(`${path}[]`, made.element)];
  if (made instanceof z.ZodPipe) {
    const isChanged = made.out instanceof z.ZodTransform;
    const isBound = !isChanged || hasBound(made.in as z.ZodType);
    return [
      ...(isBound ? [] : [`${path} is transformed before its length is bound`]),
      ...findUnboundChanges(path, made.in),
      ...findUnboundChanges(path, made.out),
    ];
  }
  const inner = innerOf(made);
  if (inner) return findUnboundChanges(path, inner);
  return made instanceof z.ZodString ? checkOrder(path, made) : [];
}

function checkOrder(path: string, made: z.ZodType): string[] {
  const kinds = checksOf(made);
  const bound = kinds.indexOf("max_length");
  const changed = kinds.indexOf("overwrite");
  return changed !== -1 && (bound === -1 || bound > changed) ? [`${path} is changed before its length is bound`] : [];
}

/** Whether what comes out of a schema has a greatest length, or is no text and no list. */
function hasBound(made: z.ZodType): boolean {
  if (made instanceof z.ZodPipe) return hasBound(made.out as z.ZodType) || hasBound(made.in as z.ZodType);
  const inner = innerOf(made);
  if (inner) return hasBound(inner);
  if (!(made instanceof z.ZodString || made instanceof z.ZodArray)) return true;
  return (
    checksOf(made).some((kind) => kind === "max_length" || kind === "regex") || OF_ONE_LENGTH.has(String(made._zod.def.type))
  );
}

/** What stands behind optional, default, nullable and catch. */
function innerOf(made: z.ZodType): z.ZodType | null {
  const { innerType } = made._zod.def as { innerType?: z.ZodType };
  return innerType ?? null;
}

function checksOf(made: z.ZodType): string[] {
  return (made._zod.def.checks ?? []).map(({ _zod }) => {
    const { check, format } = _zod.def as { check: string; format?: string };
    return format ?? check;
  });
}
