import { APIError, type APIErrorDetails, record } from './api-error.ts';

/** A finding of the server's validator or template compiler. Source: rest-api 9.6. */
export interface Issue {
  /** What is wrong, in the server's words. */
  message: string;
  /** The server's name for the broken rule. */
  code?: string;
  /** Dotted path to the offending field. */
  path?: string;
  /** Warnings alone refuse nothing. */
  severity?: 'error' | 'warning' | (string & {});
}

/** 422: well-formed, but a template or its inputs do not validate or compile. */
export class UnprocessableEntityError extends APIError<422> {
  override readonly name: string = 'UnprocessableEntityError';
  /** What the validator found; empty when it was not the validator that refused. */
  readonly issues: Issue[];
  /** Why a template could not be turned into a plan; empty when it could. */
  readonly compileErrors: Issue[];
  /** What the template compiler noticed besides. */
  readonly compileWarnings: Issue[];

  constructor(message: string, details: APIErrorDetails & { status: 422 }) {
    super(message, details);
    const body = record(details.body);
    const data = record(body.data);
    this.issues = issueList(record(data.validation).issues ?? record(body.validation).issues);
    this.compileErrors = issueList(data.compileErrors ?? this.details.compileErrors);
    this.compileWarnings = issueList(data.compileWarnings ?? this.details.compileWarnings);
  }
}

function issueList(value: unknown): Issue[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is Issue => typeof record(item).message === 'string');
}
