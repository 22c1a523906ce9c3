// `npm run bench [name...]`: runs the benches one after the other, each in a process of its own, and prints one table.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';

const ALL = ['event-stream', 'start-up', 'request', 'emulator'];

const names = process.argv.slice(2);
const unknown = names.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(', ')}. Choose from: ${ALL.join(' ')}`);
  process.exit(2);
}

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}\n`);
console.log('| target | what | measured | wanted |\n| --- | --- | --- | --- |');
for (const name of names.length === 0 ? ALL : names) {
  const { stdout, status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.mjs`)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) process.exitCode = 1;
  for (const line of stdout.split('\n').filter(Boolean)) {
    const { id, what, value, target } = JSON.parse(line);
    console.log(`| ${id} | ${what} | ${value >= 100 ? Math.round(value) : value.toFixed(2)} | ${target} |`);
  }
}
