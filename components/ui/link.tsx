"use client";

import NextLink from "next/link";
import type { AnchorHTMLAttributes } from "react";

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** A page of the main path: on a phone it is fetched once its link has been in sight for a second. */
  isMainPath?: boolean;
}

/** A page of ours: no file, and no path that another host could be hidden in. */
const PAGE = /^\/(?![/\\])(?!.*\.\w{2,4}$)/;

/**
 * The way to link to a page of ours. With scripts, only the page changes and the frame stays; without, it is a plain link. Addresses of
 * others, files and places on the same page are plain links in any case. Next prefetches nothing here: components/frame/near-links.tsx does.
 * For the browser as a whole, so that a page carries an address and words for each of its links, and not what Next needs besides.
 */
export function Link({ href, isMainPath = false, children, ...rest }: LinkProps) {
  if (!PAGE.test(href) || rest.target !== undefined) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    );
  }
  return (
    <NextLink href={href} prefetch={false} data-page={isMainPath ? "main" : ""} {...rest}>
      {children}
    </NextLink>
  );
}
