// P7 and P8: what importing the client and starting the command line cost over bare Node.
import { join } from 'node:path';
import { timeChild } from './child.mjs';
import { median } from './median.mjs';

const ROUNDS = 25;
const main = join(import.meta.dirname, '..', 'packages', 'cli', 'dist', 'main.js');
const importing = ['--input-type=module', '--eval', "await import('@sogni/intelligence-client')"];
const cases = {
  bare: ['--input-type=module', '--eval', ''],
  client: importing,
  version: [main, '--version'],
  help: [main, '--help'],
};

/** @type {Record<string, number[]>} */
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
process.chdir(import.meta.dirname);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, args] of Object.entries(cases)) times[name]?.push(timeChild(process.execPath, args));
}
const [bare, client, version, help] = Object.keys(cases).map((name) => median(times[name] ?? []));
const rows = [
  { id: 'P7', what: 'import of the client over bare Node, ms', value: client - bare, target: '<= 8' },
  { id: 'P8', what: 'sogni-agent --version, times bare Node', value: version / bare, target: '<= 1.15' },
  { id: 'P8', what: 'sogni-agent --help, times bare Node', value: help / bare, target: '<= 2.5' },
];
for (const row of rows) console.log(JSON.stringify(row));
