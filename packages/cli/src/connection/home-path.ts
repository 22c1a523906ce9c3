import { homedir } from 'node:os';

/** A path with a leading `~` or `~/` written out. Source: cli 1.1. */
export function homePath(path: string): string {
  return path === '~' || path.startsWith('~/') ? homedir() + path.slice(1) : path;
}
