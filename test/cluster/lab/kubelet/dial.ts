import { connect } from "node:net";

/** Run in a pod's network namespace: connects standard input and output with a port of its localhost. */

const socket = connect({ host: "127.0.0.1", port: Number(process.argv[2]), allowHalfOpen: true });
socket.on("error", (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
  process.stdin.destroy();
});
process.stdin.pipe(socket);
socket.pipe(process.stdout);
socket.on("end", () => process.stdin.destroy());
