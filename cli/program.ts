import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { packageRoot } from '../fixtures/config/package-root.js';
import { defaultProfile, profileNames } from '../schemas/profiles.js';

const examples = `
Examples:
  $ ims-conformance run                                     judge the embedded emulator
  $ ims-conformance run --endpoint https://ims.example.com  judge an endpoint; credentials from the environment
  $ ims-conformance run --config ims.yaml --only 'add-image-tag.*'
  $ ims-conformance mock --port 8774                        an IMS to develop against
  $ ims-conformance explain add-image-tag.key-length        a rule, its source and what breaks it

Exit codes of run: 0 Conformant, 1 Not conformant, 2 wrong usage or configuration, 3 Incomplete, 4 harness failure, 130 interrupted.`;

/** Every command with its flags. A command's code is loaded when it is called, so that --help stays quick. */
export function createProgram(): Command {
  const program = new Command('ims-conformance')
    .description('Judges whether an endpoint is an Image Management Service (IMS) as the documents describe it.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', examples)
    .exitOverride()
    .configureOutput({ outputError: () => {}, writeErr: () => {} });
  addRun(program);
  addReplay(program);
  addMock(program);
  addReport(program);
  addCatalogue(program);
  addDrift(program);
  return program;
}

function addRun(program: Command): void {
  program
    .command('run')
    .summary('judge an endpoint, or the embedded emulator, and write the report')
    .description('Judges an endpoint, or without one the embedded emulator, and writes the report.')
    .option('--endpoint <url>', 'address of the IMS; default: the embedded emulator')
    .option('--config <file>', 'configuration file, YAML or JSON')
    .option('--profile <name>', `kind of deployment: ${profileNames.join(', ')}`)
    .option('--only <id-pattern...>', 'requirement ids to judge; * stands for any text')
    .option('--effort <effort>', 'quick, normal or thorough')
    .option('--seed <n>', 'start of the random values: a whole number, or random')
    .option('--workers <n>', 'processes that judge side by side')
    .option('--max-time <seconds>', 'how long the run may take; what is left then is not judged')
    .option('--shard <i/n>', 'judge the i-th of n parts only; "report" joins them')
    .option('--out <folder>', 'folder for results and reports; default: ims-conformance-report')
    .option('--fault <name>', 'break the embedded emulator on purpose; "mock --list-faults" names them')
    .action(async (flags) => {
      const { run } = await import('./run.js');
      process.exitCode = await run(flags);
    });
}

function addReplay(program: Command): void {
  program
    .command('replay <token>')
    .summary('run one failing case of a report again')
    .description('Runs the failing case that a report names by its token again, on the same target or another.')
    .option('--endpoint <url>', 'address of the IMS; default: the embedded emulator')
    .option('--config <file>', 'configuration file, YAML or JSON')
    .option('--profile <name>', 'kind of deployment; default: the one of the token')
    .option('--out <folder>', 'folder for results and reports; default: ims-conformance-report')
    .option('--fault <name>', 'break the embedded emulator on purpose')
    .action(async (token, flags) => {
      const { replay } = await import('./replay.js');
      process.exitCode = await replay(token, flags);
    });
}

function addMock(program: Command): void {
  program
    .command('mock')
    .summary('serve the IMS emulator alone')
    .description('Serves the IMS emulator, with IAM and OBS beside it, until Ctrl-C.')
    .option('--port <n>', 'port; default: a free one')
    .option('--other-port <n>', 'port of its second region; default: a free one')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--profile <name>', `kind of deployment that it is: ${profileNames.join(', ')}`, defaultProfile)
    .option('--seed-data <file>', 'what exists at the start: a YAML or JSON file')
    .option('--job-seconds <s>', 'seconds that a job takes')
    .option('--data <dir>', 'keep everything in this folder; without it all is gone at the end')
    .option('--fault <name>', 'break it on purpose')
    .option('--print-config', 'print a configuration for "run --config" to stdout')
    .option('--list-faults', 'print the faults and the requirements that they break, and exit')
    .option('--json', 'with --list-faults: as JSON')
    .action(async (flags) => {
      const { mock } = await import('./mock.js');
      process.exitCode = await mock(flags);
    });
}

function addReport(program: Command): void {
  program
    .command('report <results.json...>')
    .summary('make the reports again from results.json, or join shards')
    .description(
      'Makes the reports of a finished run again from its results.json. Of the results of shards it makes those of the whole run, and exits as that would have.',
    )
    .option('--out <folder>', 'folder for the reports; default: the folder of results.json')
    .action(async (files, flags) => {
      const { report } = await import('./report.js');
      process.exitCode = await report(files, flags);
    });
}

function addCatalogue(program: Command): void {
  program
    .command('explain <id>')
    .summary('print a requirement with its last result, or an error code')
    .description(
      'Prints a requirement: its rule, source and level, what judging it needs, the faults that break it and its last result. Or an error code, such as IMG.0178: what it says and how a client reaches it.',
    )
    .option('--out <folder>', 'folder of the last run; default: ims-conformance-report')
    .option('--config <file>', 'configuration file of the last run, for its output folder')
    .action(async (id, flags) => {
      const { explain } = await import('./explain.js');
      process.exitCode = await explain(id, flags);
    });
  program
    .command('list [id-pattern...]')
    .summary('print the requirements')
    .description('Prints the requirements, one a line: id, level, rule.')
    .option('--operation <name>', 'those of one operation, such as AddImageTag')
    .option('--level <level>', 'those of one level: MUST, SHOULD, MAY or OBSERVED')
    .option('--uncovered', 'those that the last run did not judge, each with the reason')
    .option('--out <folder>', 'with --uncovered: folder of the last run; default: ims-conformance-report')
    .option('--config <file>', 'with --uncovered: configuration file of the last run, for its output folder')
    .action(async (patterns, flags) => {
      const { list } = await import('./list.js');
      process.exitCode = await list(patterns, flags);
    });
}

function addDrift(program: Command): void {
  program
    .command('drift')
    .summary('compare an edition of the documents with what the rules were read from')
    .description(
      'Compares an edition of the documents with what the rules were read from. Exit 0 when nothing is unaccounted, changed or gone in the accounted pages, 1 otherwise, 2 on wrong usage.',
    )
    .requiredOption('--docs <folder>', 'folder that holds the documents by name, or one of them')
    .option('--doc <name>', 'that document only: huawei-api-ref-zh or otc-api-ref')
    .option('--units', 'print a line for each unit: page, section, hash, how it is accounted for')
    .option('--page <id>', 'that page only, as ims_03_0618')
    .option('--open', 'print the rules that have no requirement yet')
    .option('--examples', 'judge the request and response examples against the contract instead')
    .option('--sources <folder>', 'what is on record about the documents; default: specs/sources of this package')
    .action(async (flags) => {
      const { drift } = await import('./drift.js');
      process.exitCode = await drift(flags);
    });
}

function version(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}
