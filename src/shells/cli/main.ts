#!/usr/bin/env node
/** The command line's door: it only looks whether this Node will do, so that an old one gets a sentence instead of a stack trace. */

const oldest = 22;
const major = Number(process.versions.node.split(".")[0]);

if (major < oldest) {
  console.error(
    `isthmus: Node ${process.versions.node} is too old; Node ${oldest} or newer is needed (in a clone, \`npm ci\` brings Node 24: use \`npm exec isthmus\`).`,
  );
  process.exitCode = 2;
} else {
  const { main } = await import("./program.ts");
  process.exitCode = await main(process.argv.slice(2));
}
