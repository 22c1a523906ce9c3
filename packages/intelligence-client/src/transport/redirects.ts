import { UnsafeURLError } from '../errors/unsafe-url-error.ts';
import { redactText } from './secrets.ts';

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const MAX_REDIRECTS = 5;

/**
 * Follows redirects within the origin that was asked: the credential goes along, so another scheme, host or port is out
 * (RFC 9110, section 15.4, leaves that to the client), and a write goes on only where its method and body are kept.
 *
 * @throws {UnsafeURLError} for every other redirect.
 */
export async function followRedirects(
  start: string,
  method: string,
  credentials: Iterable<string>,
  fetchOnce: (url: string) => Promise<Response>,
): Promise<Response> {
  const { origin, pathname } = new URL(start);
  const refuse = (what: string, isKept: boolean) =>
    new UnsafeURLError(`${origin}${pathname} redirected the ${method} ${what}`, {
      // 301 to 303 may mean that the write is done and the answer lies elsewhere.
      outcome: method === 'GET' || isKept ? 'rejected' : 'unknown',
      hint: 'Check that baseURL is the Sogni API.',
    });

  let url = start;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const response = await fetchOnce(url);
    const { status, type } = response;
    const location = response.headers.get('location');
    // Browsers show nothing of a redirect that is not to be followed.
    if (type !== 'opaqueredirect' && (location === null || !REDIRECTS.includes(status))) return response;
    response.body?.cancel().catch(() => {});
    const target = location !== null && URL.canParse(location, url) ? new URL(location, url) : undefined;
    const isKept = status === 307 || status === 308;
    if (target?.origin !== origin || target.username !== '' || !(isKept || method === 'GET')) {
      const where = redactText(target?.origin ?? 'another address', credentials);
      throw refuse(`to ${where}, where it is not followed`, isKept);
    }
    url = target.href;
  }
  throw refuse(`more than ${MAX_REDIRECTS} times`, true);
}
