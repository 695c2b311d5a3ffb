/** The Action's door. Its first line comes before anything heavy is loaded, so that a log shows at once who is at work. */
process.stdout.write("Isthmus reads pull requests as data; nothing of them is run.\n");

const { main } = await import("./program.ts");
process.exitCode = await main(process.env);
