import { Command, CommanderError } from 'commander';
import { ANALYZE_HELP } from './cli/analyze-help.ts';
import { defaultFolder } from './cli/folder.ts';
import type * as Calls from './cli/call.ts';
import type * as Commands from './cli/commands.ts';
import type { Printer } from './cli/output.ts';

interface Options {
  data: string;
  json: boolean;
}

/**
 * The engine from a terminal.
 * @param args without the program's name
 * @returns the exit code: 0 only if everything asked for was done
 */
export async function runCli(args: readonly string[]): Promise<number> {
  let code = 0;
  const program = new Command('earshot')
    .description('Hears everything said about your brand. The engine of the app, from a terminal.')
    .exitOverride();
  const add = (name: string, about: string): Command =>
    program
      .command(name)
      .description(about)
      .option('--data <folder>', 'the workspace folder', defaultFolder())
      .option('--json', 'print the result as JSON', false);
  const run =
    <A extends unknown[]>(work: (printer: Printer, folder: string, ...rest: A) => Promise<boolean>) =>
    async (...rest: A): Promise<void> => {
      const options = (rest.at(-2) ?? {}) as Options;
      const { Printer } = await import('./cli/output.ts');
      code = (await work(new Printer(options.json), options.data, ...rest)) ? 0 : 1;
    };
  // Read when a command needs them: `analyze` starts without the engine, `--help` without anything.
  const commands = (): Promise<typeof Commands> => import('./cli/commands.ts');
  const calls = (): Promise<typeof Calls> => import('./cli/call.ts');

  add('demo', 'writes the sample workspace into an empty folder')
    .option('--items <number>', 'how many items (default: about 1,900)')
    .action(
      run(async (printer, folder, options: { items?: string }) =>
        (await commands()).runDemo(printer, folder, options.items),
      ),
    );
  add('fetch', 'collects all due sources once')
    .option('--all', 'also those that are not due yet', false)
    .action(
      run(async (printer, folder, options: { all: boolean }) =>
        (await commands()).runFetch(printer, folder, options.all),
      ),
    );
  add('import <file>', 'adds the feeds of an OPML file')
    .option('--allow-local-network', 'lets these feeds reach this machine and the local network', false)
    .action(
      run(async (printer, folder, file: string, options: { allowLocalNetwork: boolean }) =>
        (await commands()).runImport(printer, folder, file, options.allowLocalNetwork),
      ),
    );
  add('call [name] [input]', 'sends any request of the contract and prints the result')
    .option('--list', 'prints every request', false)
    .action(
      run(
        async (
          printer,
          folder,
          name: string | undefined,
          input: string | undefined,
          options: { list: boolean },
        ) => {
          const { listRequests, callRequest } = await calls();
          return options.list ? listRequests(printer) : callRequest(printer, folder, name, input);
        },
      ),
    );
  add('doctor', 'checks the workspace; exit code 0 only if all is well')
    .option('--repair', 'rebuilds what can be rebuilt', false)
    .action(
      run(async (printer, folder, options: { repair: boolean }) =>
        (await commands()).runDoctor(printer, folder, options.repair),
      ),
    );
  add('backup <file>', 'writes a checked copy of the workspace').action(
    run(async (printer, folder, file: string) => (await commands()).runBackup(printer, folder, file)),
  );
  add('restore <file>', 'puts a backup in place of the workspace').action(
    run(async (printer, folder, file: string) => (await commands()).runRestore(printer, folder, file)),
  );
  program
    .command('analyze')
    .description('judges language and sentiment of texts, one JSON object a line, from standard input')
    .addHelpText('after', ANALYZE_HELP)
    .action(async () => {
      const { runAnalyze } = await import('./cli/analyze.ts');
      code = (await runAnalyze({ input: process.stdin, output: process.stdout })) ? 0 : 1;
    });

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    const { Printer } = await import('./cli/output.ts');
    new Printer(args.includes('--json')).failure(error);
    return 1;
  }
  return code;
}

// Run directly (`node src/main/cli.ts …`), not when the app imports it.
if (process.argv[1] !== undefined && import.meta.filename === process.argv[1]) {
  // `earshot call --list | head` closes the pipe early; that is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  process.exitCode = await runCli(process.argv.slice(2));
}
