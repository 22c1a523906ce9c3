/** A message as a browser would dispatch it. */
export interface ReferenceMessage {
  id: string | undefined;
  event: string | undefined;
  data: string;
}

/**
 * The WHATWG algorithm for event streams, written for plainness over a whole body at once. `id` is the one of the message
 * itself, not the last one seen.
 */
export function referenceDecode(bytes: Uint8Array): ReferenceMessage[] {
  const text = new TextDecoder().decode(bytes);
  const lines = text.split(/\r\n|\r|\n/);
  // What follows the last line end is no line yet.
  lines.pop();
  const messages: ReferenceMessage[] = [];
  let data: string[] = [];
  let event: string | undefined;
  let id: string | undefined;
  for (const line of lines) {
    if (line === '') {
      if (data.length > 0) messages.push({ id, event, data: data.join('\n') });
      data = [];
      event = undefined;
      id = undefined;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === 0) continue;
    const field = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    if (field === 'event') event = value === '' ? undefined : value;
    if (field === 'id' && !value.includes('\0')) id = value;
  }
  return messages;
}
