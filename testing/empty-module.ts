/** Stands in for `server-only`, which only Next understands. */
export {};
