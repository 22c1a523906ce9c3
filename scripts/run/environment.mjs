import { delimiter } from 'node:path';
import { binFolder } from './project.mjs';

/** npm settings that say how a registry is reached; a nested npm needs these, and only these. */
const CONNECTION =
  /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https?_proxy|noproxy|ca|cafile|strict_ssl|offline|prefer_offline|\/\/.*|@.*)$/;

/**
 * The environment without what `npm run` adds for its own scripts, always in lower case: a nested npm, npx or pnpm warns
 * about those settings or changes its behaviour. The workspace's tools come first on the path, Node 24 among them.
 *
 * @param {NodeJS.ProcessEnv} [base] Default: the environment of this process.
 * @returns {NodeJS.ProcessEnv}
 */
export function withoutNpmNoise(base = process.env) {
  /** @type {NodeJS.ProcessEnv} */
  const clean = {};
  for (const [name, value] of Object.entries(base)) {
    if (!/^npm_/.test(name) || CONNECTION.test(name)) clean[name] = value;
  }
  clean.PATH = [binFolder, base.PATH ?? ''].join(delimiter);
  return clean;
}

/**
 * The environment of every build step and check: as above, and no prompt, no telemetry, no notice of a new version.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export function checkEnvironment() {
  return {
    ...withoutNpmNoise(),
    CI: 'true',
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    npm_config_update_notifier: 'false',
  };
}
