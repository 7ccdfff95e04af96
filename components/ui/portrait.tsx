import { type Pictured, pictureAddress } from "@/lib/people/pictures/picture";

const SHAPE = {
  tiny: "size-7 text-[0.8rem]",
  small: "size-11 text-base",
  large: "size-[3.4rem] text-xl wide:size-[4.5rem] wide:text-[1.35rem]",
};

interface PortraitProps {
  of: Pictured;
  size?: keyof typeof SHAPE;
}

/** A person's picture, or their initials in a ring. Decoration: the name always stands beside it. */
export function Portrait({ of: { memberId, name, picture }, size = "large" }: PortraitProps) {
  if (picture === null) return <Initials name={name} shape={SHAPE[size]} />;
  const [small, large] = [pictureAddress(memberId, picture, "small"), pictureAddress(memberId, picture, "large")];
  return (
    // biome-ignore lint/performance/noImgElement: it is cut to size already, and kept by the browser for good
    <img
      src={small}
      srcSet={size === "tiny" ? undefined : `${small} 1x, ${large} 2x`}
      alt=""
      width={96}
      height={96}
      loading="lazy"
      decoding="async"
      className={`shrink-0 rounded-full border border-rule bg-tint object-cover ${SHAPE[size]}`}
    />
  );
}

function Initials({ name, shape }: { name: string; shape: string }) {
  const parts = name.split(/\s+/).filter(Boolean);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : ""].map((part) => [...(part ?? "")][0] ?? "").join("");
  return (
    <span aria-hidden="true" className={`initials ${shape}`}>
      {letters.toLocaleUpperCase("en-GB")}
    </span>
  );
}
