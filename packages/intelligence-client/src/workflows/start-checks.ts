import { InvalidRequestError, type RequestIssue } from '../errors/invalid-request-error.ts';
import { isRecord } from '../transport/envelope.ts';
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
  const issues = Object.entries(seedOverrides ?? {}).flatMap(([id, seed]) => {
    if (Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED) return [];
    const path = `seedOverrides.${id}`;
    const message = `${path} is ${seed}; a seed is a whole number from 0 to ${MAX_SEED}`;
    return [{ path, code: 'seed', message }];
  });
  refuse('The workflow cannot be reseeded', issues);
}

/** @throws {InvalidRequestError} unless the decision is known and a confirmation carries the preview it accepts. */
export function checkConfirmation(id: string, params: ConfirmCostParams): void {
  const { decision, acceptedCostPreview }: Partial<ConfirmCostParams> = params ?? {};
  const issues: RequestIssue[] = [];
  if (decision !== 'confirm' && decision !== 'cancel') {
    issues.push({ path: 'decision', code: 'decision', message: 'decision must be "confirm" or "cancel"' });
  }
  if (decision === 'confirm' && !isRecord(acceptedCostPreview)) {
    const message =
      'a confirmation must carry the preview that it accepts, as acceptedCostPreview; workflows.get gives it as billingPreview';
    issues.push({ path: 'acceptedCostPreview', code: 'preview_missing', message });
  }
  refuse(`The cost of workflow ${id} cannot be answered`, issues);
}

function refuse(what: string, issues: RequestIssue[]): void {
  if (issues.length === 0) return;
  throw new InvalidRequestError(`${what}: ${issues.map(({ message }) => message).join('; ')}`, { issues });
}

function formIssues(input: unknown, templateId: unknown): RequestIssue[] {
  const code = 'start_form';
  if (input !== undefined && templateId !== undefined) {
    return [{ path: 'templateId', code, message: 'pass input or templateId, not both' }];
  }
  if (input !== undefined || (typeof templateId === 'string' && templateId.trim() !== '')) return [];
  return templateId === undefined
    ? [{ path: 'input', code, message: 'pass input (a plan), or templateId and inputs' }]
    : [{ path: 'templateId', code: 'template_id', message: 'templateId must be the id of a saved template' }];
}

/** A field of another spelling would be lost without a word, and with it a ceiling on the cost. */
function unknownFields(params: object): RequestIssue[] {
  return Object.entries(params)
    .filter(([path, value]) => value !== undefined && !START_FIELDS.includes(path))
    .map(([path]) => ({ path, code: 'unknown_field', message: `start has no field "${path}"` }));
}

function inputIssues(input: unknown, kind: string | undefined): RequestIssue[] {
  if (!isRecord(input)) return [{ path: 'input', code: 'input_type', message: 'input must be an object' }];
  const media = inlineMediaIssues(input, 'input');
  // Kinds of a later server have inputs of their own; the one rule here that outlives them is the step graph.
  if ('steps' in input || kind === undefined || kind === 'hosted_tool_sequence') {
    return [...planIssues(input), ...media];
  }
  return kind === 'image_to_video' ? [...promptIssues(input), ...media] : media;
}

function promptIssues({ prompt }: Record<string, unknown>): RequestIssue[] {
  if (typeof prompt === 'string' && prompt.trim() !== '') return [];
  return [{ path: 'input.prompt', code: 'prompt', message: 'input.prompt must be text' }];
}

function ceilingIssues(units: unknown): RequestIssue[] {
  if (units === undefined || (typeof units === 'number' && Number.isFinite(units) && units >= 0)) return [];
  const path = 'maxEstimatedCapacityUnits';
  return [{ path, code: 'cost_ceiling', message: `${path} must be a number of capacity units, 0 or more` }];
}

function mediaReferenceIssues(references: unknown): RequestIssue[] {
  if (references === undefined) return [];
  if (!Array.isArray(references))
    return [{ path: 'mediaReferences', code: 'media_references', message: 'mediaReferences must be a list' }];
  return references.flatMap((reference: unknown, index) => {
    const path = `mediaReferences.${index}`;
    const inline = inlineMediaIssues(reference, path);
    if (inline.length > 0) return inline;
    const url = isRecord(reference) ? reference.url : undefined;
    if (typeof url === 'string' && /^https?:\/\/[^\s/]/i.test(url)) return [];
    return [
      {
        path: `${path}.url`,
        code: 'media_url',
        message: `${path}.url must be an http(s) URL; upload local files first`,
      },
    ];
  });
}
