import { InvalidRequestError, type RequestIssue } from '../errors/invalid-request-error.ts';
import { isRecord, isText } from '../transport/envelope.ts';
import { issue, refuse } from '../transport/request-issues.ts';
import { inlineMediaIssues } from './inline-media.ts';
import { planIssues } from './plan.ts';
import type { ConfirmCostParams, ReseedParams, StartInlineParams, StartParams } from './types.ts';

/** Largest seed a worker takes. Source: rest-api 8.10. */
const MAX_SEED = 4_294_967_295;

const START_FIELDS: readonly string[] = [
  'input',
  'kind',
  'templateId',
  'inputs',
  'tokenType',
  'billingMode',
  'appSource',
  'mediaReferences',
  'maxEstimatedCapacityUnits',
  'confirmCost',
  'safeContentFilter',
] satisfies (keyof StartInlineParams)[];

/**
 * Refuses a start that the server would refuse, before anything is sent.
 *
 * @throws {InvalidRequestError} naming every field that is wrong.
 */
export function checkStart(params: StartParams): void {
  if (!isRecord(params))
    throw new InvalidRequestError('workflows.start takes { input } or { templateId, inputs }');
  const { input, templateId, inputs, kind, mediaReferences, maxEstimatedCapacityUnits } = params;
  refuse('The workflow cannot be started', [
    ...formIssues(input, templateId),
    ...unknownFields(params),
    ...(input === undefined ? [] : inputIssues(input, kind)),
    ...inlineMediaIssues(inputs, 'inputs'),
    ...mediaReferenceIssues(mediaReferences),
    ...ceilingIssues(maxEstimatedCapacityUnits),
  ]);
}

/** @throws {InvalidRequestError} for a seed that is no whole number from 0 to 4294967295. */
export function checkReseed({ seedOverrides }: ReseedParams): void {
  const issues = Object.entries(seedOverrides ?? {})
    .filter(([, seed]) => !(Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED))
    .map(([id, seed]) =>
      issue(`seedOverrides.${id}`, 'seed', `is ${seed}; a seed is a whole number from 0 to ${MAX_SEED}`),
    );
  refuse('The workflow cannot be reseeded', issues);
}

/** @throws {InvalidRequestError} unless the decision is known and a confirmation carries the preview it accepts. */
export function checkConfirmation(id: string, params: ConfirmCostParams): void {
  const { decision, acceptedCostPreview }: Partial<ConfirmCostParams> = params ?? {};
  const issues: RequestIssue[] = [];
  if (decision !== 'confirm' && decision !== 'cancel') {
    issues.push(issue('decision', 'decision', 'must be "confirm" or "cancel"'));
  }
  if (decision === 'confirm' && !isRecord(acceptedCostPreview)) {
    const rule = 'must be the preview that is confirmed; workflows.get gives it as billingPreview';
    issues.push(issue('acceptedCostPreview', 'preview_missing', rule));
  }
  refuse(`The cost of workflow ${id} cannot be answered`, issues);
}

function formIssues(input: unknown, templateId: unknown): RequestIssue[] {
  if (input !== undefined) {
    return templateId === undefined ? [] : [issue('templateId', 'start_form', 'cannot go with input')];
  }
  if (templateId === undefined) return [issue('input', 'start_form', 'or templateId is needed')];
  return isText(templateId) ? [] : [issue('templateId', 'template_id', 'must be the id of a saved template')];
}

/** A field of another spelling would be lost without a word, and with it a ceiling on the cost. */
function unknownFields(params: object): RequestIssue[] {
  return Object.entries(params)
    .filter(([field, value]) => value !== undefined && !START_FIELDS.includes(field))
    .map(([field]) => issue(field, 'unknown_field', 'is no field of a start'));
}

function inputIssues(input: unknown, kind: string | undefined): RequestIssue[] {
  if (!isRecord(input)) return [issue('input', 'input_type', 'must be an object')];
  const media = inlineMediaIssues(input, 'input');
  // Kinds of a later server have inputs of their own; the one rule here that outlives them is the step graph.
  if ('steps' in input || kind === undefined || kind === 'hosted_tool_sequence') {
    return [...planIssues(input), ...media];
  }
  if (kind !== 'image_to_video' || isText(input.prompt)) return media;
  return [issue('input.prompt', 'prompt', 'must be text'), ...media];
}

function ceilingIssues(units: unknown): RequestIssue[] {
  if (units === undefined || (typeof units === 'number' && Number.isFinite(units) && units >= 0)) return [];
  return [issue('maxEstimatedCapacityUnits', 'cost_ceiling', 'must be a number of 0 or more')];
}

function mediaReferenceIssues(references: unknown = []): RequestIssue[] {
  if (!Array.isArray(references)) return [issue('mediaReferences', 'media_references', 'must be a list')];
  return references.flatMap((reference: unknown, index) => {
    const path = `mediaReferences.${index}`;
    const inline = inlineMediaIssues(reference, path);
    const url = isRecord(reference) ? reference.url : undefined;
    if (inline.length > 0 || (typeof url === 'string' && /^https?:\/\/[^\s/]/i.test(url))) return inline;
    return [issue(`${path}.url`, 'media_url', 'must be an http(s) URL; upload local files first')];
  });
}
