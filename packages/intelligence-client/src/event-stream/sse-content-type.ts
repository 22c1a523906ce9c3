/** Whether a response says that it is an event stream; a page of a proxy does not. */
export function isEventStream(response: Response): boolean {
  return /^\s*text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
}
