/** The Action's door. Its first line comes before anything heavy is loaded, so that a log shows at once who is at work. */
process.stdout.write("Isthmus reads the pull request as data; nothing of it is run.\n");

const { main } = await import("./program.ts");
process.exitCode = await main(process.env);
