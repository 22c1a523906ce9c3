/** What a credentials file holds. */
export interface CredentialsFile {
  apiKey: string | undefined;
  /** Lines that were understood, but perhaps not as they were meant. */
  warnings: string[];
}

/**
 * Reads `KEY=VALUE` lines: comments, blank lines, `export `, quotes, a byte order mark and CRLF are fine. The key is
 * `SOGNI_API_KEY`; the last line that holds one wins. Source: cli 2.3.
 */
export function parseCredentials(text: string): CredentialsFile {
  const result: CredentialsFile = { apiKey: undefined, warnings: [] };
  for (const raw of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const line = raw.trim().replace(/^export\s+/, '');
    const equals = line.indexOf('=');
    if (line === '' || line.startsWith('#') || equals < 0) continue;
    if (line.slice(0, equals).trim() !== 'SOGNI_API_KEY') continue;
    const written = line.slice(equals + 1).trim();
    const quoted = /^(["'])(.*)\1$/.exec(written);
    const value = quoted?.[2] ?? written;
    if (quoted === null && / #/.test(written)) {
      result.warnings.push(
        'SOGNI_API_KEY in the credentials file contains " #"; a comment must stand on a line of its own',
      );
    }
    if (value !== '') result.apiKey = value;
  }
  return result;
}
