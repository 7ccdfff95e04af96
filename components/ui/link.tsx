import type { AnchorHTMLAttributes } from "react";

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** A page of the main path: on a phone it is fetched once its link has been in sight for a second. */
  isMainPath?: boolean;
}

/** A page of ours: no file, and no path that another host could be hidden in. */
const PAGE = /^\/(?![/\\])(?!.*\.\w{2,4}$)/;

/**
 * The way to link to a page of ours. With scripts, only the page changes and the frame stays: components/frame/body.tsx follows what is
 * marked here, and components/frame/near-links.tsx fetches it ahead. Without scripts it is a plain link, as the addresses of others, files
 * and places on the same page are in any case.
 */
export function Link({ href, isMainPath = false, children, ...rest }: LinkProps) {
  const isPage = PAGE.test(href) && rest.target === undefined;
  return (
    <a href={href} data-page={isPage ? (isMainPath ? "main" : "") : undefined} {...rest}>
      {children}
    </a>
  );
}
