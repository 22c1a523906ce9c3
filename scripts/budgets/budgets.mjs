/**
 * Browser bundles in bytes of gzip. A program re-exports what an application would import, so that the bundler cannot drop
 * it. `limit` fails CI and only ever goes down; `target` is where it has to get.
 *
 * @type {readonly { name: string, program: string, limit: number, target: number }[]}
 */
export const BUNDLES = [
  {
    name: './workflows',
    program: "export { createWorkflows } from '@sogni/intelligence-client/workflows';",
    limit: 25_400,
    target: 14_000,
  },
  {
    name: 'SogniClient',
    program: "export { SogniClient } from '@sogni/intelligence-client';",
    limit: 26_100,
    target: 20_000,
  },
];

/** Limit of the client's unpacked tarball, in bytes; it has no runtime dependencies that would add to it. */
export const INSTALL_LIMIT = 1.5 * 1024 * 1024;
