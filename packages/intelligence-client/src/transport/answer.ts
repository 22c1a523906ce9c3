import { InvalidRequestError } from '../errors/invalid-request-error.ts';
import type { Answer } from './api-promise.ts';
import { BodyTooLargeError, readText } from './body.ts';
import type { Exchange } from './calls.ts';
import { invalidResponse } from './envelope.ts';
import { bodyFailure, outcomeOf } from './failure.ts';
import type { ResolvedOptions } from './options.ts';
import { responseProblem } from './response-check.ts';
import type { RequestSpec, ResponseInfo } from './types.ts';

/** A body that has arrived whole and parses. */
export interface JSONAnswer {
  body: unknown;
  text: string;
  response: Response;
  info: ResponseInfo;
}

/** Reads a JSON body within the attempt, so that a cut one is retried like any failed connection. */
export async function readJSON({ response, deadline, call }: Exchange): Promise<JSONAnswer> {
  const { target, attempt: attempts, idempotencyKey, requestId } = call;
  const outcome = outcomeOf(call, false);
  const info = { status: response.status, target, requestId, attempts, idempotencyKey, outcome };
  let text = '';
  try {
    text = await deadline.race(readText(response));
    deadline.detach();
    return { body: JSON.parse(text), text, response, info };
  } catch (error) {
    if (error instanceof BodyTooLargeError) throw invalidResponse(error.message, info);
    if (!(error instanceof SyntaxError)) throw error;
    const start = text.trimStart();
    if (start === '') return { body: undefined, text, response, info };
    if (start.startsWith('<')) throw invalidResponse('a web page came instead of JSON', info);
    // Without its cause: a parser quotes what it read, and servers echo credentials.
    throw bodyFailure(call);
  }
}

/** Checks the whole body when asked to, then reads what the endpoint returns out of it. */
export async function unwrapAnswer<T>(
  spec: RequestSpec<T>,
  answer: JSONAnswer,
  validate: ResolvedOptions['validateResponses'],
): Promise<Answer<T>> {
  const { body, text, response, info } = answer;
  if (validate !== false && spec.schema !== undefined) {
    const problem = await responseProblem(body, spec.schema, validate);
    if (problem !== undefined) throw invalidResponse(problem, info);
  }
  return { data: spec.unwrap(body, info), response, bytes: text, requestId: info.requestId };
}

/** Serialises a body once. @throws {InvalidRequestError} for what JSON cannot hold: cycles, BigInt, a depth beyond reason. */
export function serialise(body: unknown): string | undefined {
  try {
    return JSON.stringify(body);
  } catch (cause) {
    throw new InvalidRequestError(
      'The request cannot be written as JSON: it holds a cycle, a BigInt, or is nested too deep',
      { cause },
    );
  }
}
