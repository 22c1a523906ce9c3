import { APIError, type APIErrorDetails, record } from './api-error.ts';

/** A finding of the server's validator or template compiler. Source: rest-api 9.6. */
export interface Issue {
  message: string;
  code?: string;
  /** Dotted path to the offending field. */
  path?: string;
  severity?: 'error' | 'warning' | (string & {});
}

/** 422: well-formed, but a template or its inputs do not validate or compile. */
export class UnprocessableEntityError extends APIError<422> {
  override readonly name: string = 'UnprocessableEntityError';
  readonly issues: Issue[];
  readonly compileErrors: Issue[];
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
