// npm run bench: see --help.
import { readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import buildOnce from '../../scripts/build-once.mjs';
import { launch } from './chrome.mjs';
import { chosen, completed, help, readOptions, UsageError } from './options.mjs';
import { amount, toHtml, toText } from './print.mjs';
import { selfTimes } from './profile.mjs';
import { toRows } from './rows.mjs';
import { Server } from './server.mjs';

const suites = readdirSync(path.join(import.meta.dirname, 'suites')).map((file) => path.parse(file).name);

/** Another subject begins each round, so that none always meets the machine at its warmest. */
const rotated = (names, round) => names.map((_, index) => names[(index + round) % names.length]);

async function describeMachine(browser) {
  const processors = cpus();
  return {
    browser: await browser.version(),
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
  };
}

const isFor = (words) => `${words.subject}, n = ${words.n.toLocaleString('en')}, ${words.density}`;

async function measureAll(measure, names, { n, rounds, density }) {
  const samples = [];
  for (let round = 0; round < rounds; round++) {
    for (const each of density) {
      for (const size of n) {
        for (const subject of rotated(names, round)) {
          const run = { subject, n: size, density: each };
          const { samples: found, errors } = await measure(run);
          const cpu = found.filter(({ metric }) => metric === 'cpu').map(({ value }) => `${amount(value)} ms`);
          console.log(`round ${round + 1}/${rounds}  ${isFor(run)}: ${cpu.join(' / ')}`);
          for (const error of new Set(errors)) console.log(`  its page said: ${error}`);
          samples.push(...found);
        }
      }
    }
  }
  return samples;
}

async function main(said) {
  const suite = await import(`./suites/${said.suite}.mjs`);
  const options = completed(said, suite);
  const subjects = chosen(suite.subjects, options.subjects);
  buildOnce();
  const server = new Server();
  const browser = await launch();
  try {
    const names = Object.keys(subjects);
    const url = await server.start();
    const isReadable = options.profile !== undefined;
    const { n: sizes, screens } = options;
    const { measure, profile } = await suite.prepare({ server, browser, url, names, sizes, screens, isReadable });
    if (isReadable) {
      const run = { subject: names[0], n: options.n[0], density: options.density[0] };
      const recorded = await profile(run);
      writeFileSync(options.profile, JSON.stringify(recorded));
      console.log(`${isFor(run)}: where the time went, without what the browser does by itself`);
      for (const { name, place, ms, share } of selfTimes(recorded).slice(0, 25)) {
        console.log(`${amount(ms).padStart(8)} ms ${(100 * share).toFixed(1).padStart(5)} %  ${name}  ${place}`);
      }
      return;
    }
    const machine = await describeMachine(browser);
    const samples = await measureAll(measure, names, options);
    const metrics = suite.metricsOf(options.density);
    const rows = toRows({ suite: options.suite, subjects, metrics }, samples);
    console.log(`\n${toText(rows)}\n\n${Object.values(machine).join(', ')}`);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
    if (options.html !== undefined) writeFileSync(options.html, toHtml({ machine, rows }));
  } finally {
    await browser.close();
    await server.stop();
  }
}

try {
  const options = readOptions(process.argv.slice(2), suites);
  if (options.help) console.log(help(suites));
  else await main(options);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\nSee npm run bench -- --help`);
  process.exitCode = 2;
}
