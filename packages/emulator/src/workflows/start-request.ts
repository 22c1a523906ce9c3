import { inlineMediaIssues } from '@sogni/intelligence-client/workflows';
import { ApiError, badRequest } from '../http/api-error.ts';
import { field } from '../http/body.ts';
import { stepUnits } from './cost.ts';
import { expandImageToVideo } from './image-to-video.ts';
import { readInputMedia } from './input-media.ts';
import { isRecord } from './is-record.ts';
import { planOf } from './plan.ts';
import type { WorkflowRequest } from './types.ts';

/** A start as understood: what is kept, and what only decides how it starts. */
export interface StartRequest {
  request: WorkflowRequest;
  tokenType: string;
  confirmCost: boolean | undefined;
}

const DEFAULT_TITLE = 'Durable creative workflow';

/**
 * Reads the body of a workflow start. Throws a 400 that names the field, or the 404 of a template that does not exist.
 * Source: rest-api 8.1.
 */
export function readStart(fields: Record<string, unknown>, tokenHeader: string | undefined): StartRequest {
  const input = inputOf(fields);
  const kind = oneOf(fields, 'kind', ['image_to_video', 'hosted_tool_sequence']);
  refuseInlineMedia(fields, input);
  const expanded = kind === 'image_to_video' && !('steps' in input) ? expandImageToVideo(input) : input;
  const steps = planOf(expanded);
  const { title } = expanded;
  const billingMode = readBillingMode(fields);
  const maxUnits = ceilingOf(fields);
  const request: WorkflowRequest = {
    ...(kind === undefined ? {} : { kind }),
    title: typeof title === 'string' && title !== '' ? title : DEFAULT_TITLE,
    input,
    steps,
    media: readInputMedia(field(fields, 'media_references')),
    units: steps.reduce((sum, step) => sum + stepUnits(step), 0),
    ...(billingMode === undefined ? {} : { billingMode }),
    safeContentFilter: flag(fields, 'safe_content_filter') ?? true,
    ...(maxUnits === undefined ? {} : { maxUnits }),
  };
  const tokenType = readTokenType(fields) ?? (isTokenType(tokenHeader) ? tokenHeader : 'auto');
  return { request, tokenType, confirmCost: flag(fields, 'confirm_cost') };
}

/** `token_type` of a body. Throws a 400 for an unknown one. */
export function readTokenType(fields: Record<string, unknown>): string | undefined {
  return oneOf(fields, 'token_type', TOKEN_TYPES);
}

/** `billing_mode` of a body. Throws a 400 for an unknown one. */
export function readBillingMode(fields: Record<string, unknown>): string | undefined {
  return oneOf(fields, 'billing_mode', ['auto', 'subscription', 'tokens']);
}

const TOKEN_TYPES = ['sogni', 'spark', 'auto'];

function isTokenType(value: string | undefined): value is string {
  return value !== undefined && TOKEN_TYPES.includes(value);
}

function inputOf(fields: Record<string, unknown>): Record<string, unknown> {
  const { input } = fields;
  const template = field(fields, 'workflow_id');
  const hasTemplate = template !== undefined && template !== null;
  const hasInput = input !== undefined && input !== null;
  if (hasTemplate && hasInput) throw badRequest('Send either input or workflow_id, not both');
  if (hasTemplate) {
    throw new ApiError(
      404,
      `There is no such template: ${JSON.stringify(template)}; send an inline plan as "input" instead`,
    );
  }
  if (!hasInput) throw badRequest('Send a plan as "input", or the id of a template as "workflow_id"');
  if (!isRecord(input)) throw badRequest('input must be an object', { path: 'input' });
  return input;
}

function refuseInlineMedia(fields: Record<string, unknown>, input: Record<string, unknown>): void {
  const media = field(fields, 'media_references');
  const issues = [...inlineMediaIssues(input, 'input'), ...inlineMediaIssues(media, 'media_references')];
  if (issues.length > 0) throw badRequest(issues.map(({ message }) => message).join('; '), { issues });
}

function ceilingOf(fields: Record<string, unknown>): number | undefined {
  const value = field(fields, 'max_estimated_capacity_units') ?? undefined;
  if (value === undefined) return undefined;
  if (typeof value === 'number' && value >= 0) return value;
  throw badRequest(`max_estimated_capacity_units is ${JSON.stringify(value)}; give a number of 0 or more`);
}

function flag(fields: Record<string, unknown>, name: string): boolean | undefined {
  const value = field(fields, name) ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  throw badRequest(`${name} is ${JSON.stringify(value)}; give true or false`);
}

function oneOf(fields: Record<string, unknown>, name: string, known: readonly string[]): string | undefined {
  const value = field(fields, name) ?? undefined;
  if (value === undefined) return undefined;
  const found = known.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw badRequest(`${name} is ${JSON.stringify(value)}; use one of ${known.join(', ')}`, { path: name });
}
