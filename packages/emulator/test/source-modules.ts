import { registerHooks } from 'node:module';

const PACKAGE = /^@sogni\/(intelligence-client|contracts)(?:\/([\w-]+))?$/;

// A process of its own knows nothing of vitest's aliases: it finds our packages in their sources.
registerHooks({
  resolve(specifier, context, next) {
    const [, name, entry] = PACKAGE.exec(specifier) ?? [];
    if (name === undefined) return next(specifier, context);
    const path = entry === undefined ? 'index.ts' : `${entry}/index.ts`;
    return next(new URL(`../../${name}/src/${path}`, import.meta.url).href, context);
  },
});
