/** What `withResponse` resolves with. */
export interface WithResponse<T> {
  /** What awaiting the call resolves with. */
  data: T;
  /** Status and headers; its body has been read. */
  response: Response;
  /** `X-Request-Id` of the response, for reports to Sogni. */
  requestId: string | undefined;
}

/** A finished call: the parsed data, and the response it came from. */
export interface Answer<T> {
  data: T;
  response: Response;
  /** The body as it arrived, so that `asResponse` can hand out an unread copy. */
  bytes: string;
  requestId: string | undefined;
}

/**
 * A promise of data that can also give the response it came in.
 *
 * @example
 * const { data, requestId } = await sogni.workflows.get('wf_1').withResponse();
 */
export class APIPromise<T> extends Promise<T> {
  readonly #answer: Promise<Answer<T>>;

  /** Promises derived with `then` are plain ones. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(answer: Promise<Answer<T>>) {
    super((resolve, reject) => {
      answer.then(({ data }) => resolve(data), reject);
    });
    this.#answer = answer;
  }

  /** The data together with the response's headers, status and request id. The response's body has been read. */
  async withResponse(): Promise<WithResponse<T>> {
    this.#handled();
    const { data, response, requestId } = await this.#answer;
    return { data, response, requestId };
  }

  /** The response with its body unread. Error statuses reject as they do when the data is awaited. */
  async asResponse(): Promise<Response> {
    this.#handled();
    const { response, bytes } = await this.#answer;
    const { status, statusText, headers } = response;
    const empty = status === 204 || status === 205 || status === 304;
    return new Response(empty ? null : bytes, { status, statusText, headers });
  }

  /** The other views of the same failure must not count as unhandled. */
  #handled(): void {
    this.then(undefined, () => {});
  }
}
