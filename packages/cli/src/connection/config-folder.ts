import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** Where credentials and local data live: `sogni` in `XDG_CONFIG_HOME`, else in `~/.config`. Source: cli 2.3. */
export function configFolder(env: NodeJS.ProcessEnv): string {
  const base = env.XDG_CONFIG_HOME;
  // A relative path there is to be ignored, says the XDG base directory specification.
  return join(base && isAbsolute(base) ? base : join(homedir(), '.config'), 'sogni');
}
