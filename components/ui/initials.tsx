/** A person's initials in a ring. Decoration: the name always stands beside it. */
export function Initials({ name, size = "large" }: { name: string; size?: "large" | "small" }) {
  const parts = name.split(/\s+/).filter(Boolean);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => [...(part ?? "")][0] ?? "").join("");
  const shape = size === "large" ? "size-[3.4rem] text-xl wide:size-[4.5rem] wide:text-[1.35rem]" : "size-11 text-base";
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 select-none place-items-center rounded-full border border-rule bg-tint font-serif font-medium text-accent ${shape}`}
    >
      {letters.toLocaleUpperCase("en-GB")}
    </span>
  );
}
