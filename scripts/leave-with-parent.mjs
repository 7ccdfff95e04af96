/**
 * Read before each child's own code: it leaves when the process that started it is gone, however that came about.
 * Children of children inherit this file too, and are left alone.
 */
if (process.ppid === Number(process.env.CONNECT_PARENT)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel?.unref();
}
