/** Read before each child's own code: it leaves when the process that started it is gone, however that came about. */
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
