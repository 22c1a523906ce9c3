// Imports one built file with the costly globals replaced by traps, and prints what its load touched, as JSON.
// Runs in a process of its own: `node trapped-import.mjs <file URL>`.
import { registerHooks } from 'node:module';

const entry = process.argv[2] ?? '';
/** @type {string[]} */
const touched = [];
/** @type {string[]} */
const nodeModules = [];

for (const name of ['Headers', 'Request', 'Response', 'fetch']) {
  const original = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get() {
      touched.push(name);
      return original?.get?.call(globalThis) ?? original?.value;
    },
  });
}

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    if (resolved.url.startsWith('node:')) nodeModules.push(resolved.url);
    return resolved;
  },
});

await import(entry);
// Read before printing: writing to the console may touch globals of its own.
const result = JSON.stringify({ touched: [...new Set(touched)], nodeModules: [...new Set(nodeModules)] });
process.stdout.write(result);
