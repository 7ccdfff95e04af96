/**
 * Loaded before the code of each child, so that it exits when its parent is gone, for whatever reason. Grandchildren inherit
 * this file too, but it does nothing in them.
 */
if (process.ppid === Number(process.env.CONNECT_PARENT)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
