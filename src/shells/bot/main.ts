/** The bot's door: it only looks whether this Node will do. */

const oldest = 24;
const major = Number(process.versions.node.split(".")[0]);

if (major < oldest) {
  console.error(`isthmus: Node ${process.versions.node} is too old for the bot; Node ${oldest} or newer is needed.`);
  process.exitCode = 2;
} else {
  const { main } = await import("./program.ts");
  process.exitCode = await main(process.argv.slice(2), process.env);
}
