/**
 * Stands in for dependencies of our libraries that the transport never reaches: it passes ofetch complete URLs (`ufo`
 * joins them) and reads bodies itself (`destr` parses them), and p-retry only ever sees errors of this SDK
 * (`is-network-error` looks at raw ones). Leaving the real ones out saves 2 kB gzip in every bundle.
 */
const unreachable = (): never => {
  throw new Error(
    'This part of ofetch or p-retry is left out of the build, for the transport does not use it',
  );
};

export { unreachable as default, unreachable as withBase, unreachable as withQuery };
