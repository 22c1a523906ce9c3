/** The environment variables the SDK reads. Source: design 3. */
export type EnvironmentVariable =
  | 'SOGNI_API_KEY'
  | 'SOGNI_API_BASE_URL'
  | 'SOGNI_REST_ENDPOINT'
  | 'SOGNI_SOCKET_ENDPOINT'
  | 'SOGNI_API_ALLOWED_HOSTS'
  | 'SOGNI_ALLOW_UNSAFE_API_BASE_URL';

interface Runtime {
  process?: { env?: Record<string, string | undefined> };
  window?: { document?: unknown };
  WorkerGlobalScope?: unknown;
  navigator?: { userAgent?: string };
}

const runtime = globalThis as Runtime;

/** An environment variable, where the runtime has any; blank counts as absent. */
export function environmentVariable(name: EnvironmentVariable): string | undefined {
  try {
    return runtime.process?.env?.[name]?.trim() || undefined;
  } catch {
    // Deno without the permission to read it.
    return undefined;
  }
}

/** A page or a worker of a web browser: code that a stranger can read, with a fetch that tells nothing about failures. */
export function isBrowser(): boolean {
  if (runtime.window?.document !== undefined) return true;
  // Deno and edge workers have WorkerGlobalScope too, but no browser's user agent.
  return runtime.WorkerGlobalScope !== undefined && /^Mozilla\//.test(runtime.navigator?.userAgent ?? '');
}
