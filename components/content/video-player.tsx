import type { Ref } from "react";
import type { Video } from "@/lib/foundation/blocks";

interface VideoPlayerProps {
  video: Video;
  ref?: Ref<HTMLVideoElement>;
}

/**
 * The browser's own player, with captions. It loads nothing of a film before it is asked to, except where no picture shows what the
 * film is: then it loads as much as the first picture takes.
 */
export function VideoPlayer({ video: { title, src, captions, poster }, ref }: VideoPlayerProps) {
  return (
    <video
      ref={ref}
      controls
      playsInline
      preload={poster ? "none" : "metadata"}
      {...(poster && { poster })}
      aria-label={title}
      width={960}
      height={540}
      className="aspect-video h-auto w-full max-w-[43rem] rounded-[0.5rem] border border-rule bg-paper object-contain"
    >
      <source src={src} />
      <track kind="captions" src={captions} srcLang="en-GB" label="English" default />
      <a href={src}>Watch “{title}”</a>
    </video>
  );
}
