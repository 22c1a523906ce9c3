/** One request, one response: no retry, no parsing, no judgement of the status. */
export type FetchOnce = (url: string, init: RequestInit) => Promise<Response>;

/** Loads ofetch and switches off all it does on its own: it stays for what it smooths over between runtimes. */
export async function loadFetch(custom: typeof globalThis.fetch | undefined): Promise<FetchOnce> {
  const { ofetch } = await import('ofetch');
  const { raw } = custom ? ofetch.create({}, { fetch: custom }) : ofetch;
  return async (url, init) => {
    try {
      return await raw(url, { ...init, retry: 0, responseType: 'stream', ignoreResponseError: true });
    } catch (error) {
      // ofetch wraps what fetch threw; its own message repeats the URL, query and all.
      throw error instanceof Error && error.name === 'FetchError' ? (error.cause ?? error) : error;
    }
  };
}
