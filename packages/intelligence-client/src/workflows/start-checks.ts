import { InvalidRequestError, type RequestIssue } from '../errors/invalid-request-error.ts';
import { inlineMediaIssues } from './inline-media.ts';
import { isRecord, planIssues } from './plan.ts';
import type { ConfirmCostParams, ReseedParams, StartParams } from './types.ts';

/** Largest seed a worker takes. Source: rest-api 8.10. */
const MAX_SEED = 4_294_967_295;

/**
 * Refuses a start that the server would refuse, before anything is sent.
 *
 * @throws {InvalidRequestError} naming every field that is wrong.
 */
export function checkStart(params: StartParams): void {
  if (!isRecord(params))
    throw new InvalidRequestError('workflows.start takes { input } or { templateId, inputs }');
  const { input, templateId } = params;
  if ((input === undefined) === (templateId === undefined)) {
    const both = input !== undefined;
    throw new InvalidRequestError(
      both
        ? 'Pass input or templateId, not both'
        : 'Nothing to start: pass input (a plan), or templateId and inputs',
      {
        issues: [
          {
            path: both ? 'templateId' : 'input',
            code: 'start_form',
            message: 'exactly one of the two is needed',
          },
        ],
      },
    );
  }
  refuse('The workflow cannot be started', [
    ...(input === undefined ? templateIssues(templateId) : inputIssues(input, params.kind)),
    ...mediaReferenceIssues(params.mediaReferences),
    ...inlineMediaIssues(params.inputs, 'inputs'),
    ...ceilingIssues(params.maxEstimatedCapacityUnits),
  ]);
}

/** @throws {InvalidRequestError} for a seed that is no whole number from 0 to 4294967295. */
export function checkReseed({ seedOverrides = {} }: ReseedParams): void {
  const wrong = Object.entries(seedOverrides).filter(
    ([, seed]) => !(Number.isInteger(seed) && seed >= 0 && seed <= MAX_SEED),
  );
  refuse(
    'The workflow cannot be reseeded',
    wrong.map(([id, seed]) => {
      const path = `seedOverrides.${id}`;
      return {
        path,
        code: 'seed',
        message: `${path} is ${seed}; a seed is a whole number from 0 to ${MAX_SEED}`,
      };
    }),
  );
}

/** @throws {InvalidRequestError} unless the decision is known and a confirmation carries the preview it accepts. */
export function checkConfirmation(id: string, { decision, acceptedCostPreview }: ConfirmCostParams): void {
  if (decision !== 'confirm' && decision !== 'cancel') {
    throw new InvalidRequestError(`Cost of workflow ${id}: decision must be "confirm" or "cancel"`);
  }
  if (decision === 'confirm' && !isRecord(acceptedCostPreview)) {
    throw new InvalidRequestError(
      `Cost of workflow ${id}: a confirmation must carry the preview that it accepts`,
      {
        issues: [
          { path: 'acceptedCostPreview', code: 'preview_missing', message: 'acceptedCostPreview is missing' },
        ],
        hint: 'Pass acceptedCostPreview: workflow.billingPreview, as workflows.get gives it.',
      },
    );
  }
}

function refuse(what: string, issues: RequestIssue[]): void {
  if (issues.length === 0) return;
  throw new InvalidRequestError(`${what}: ${issues.map(({ message }) => message).join('; ')}`, { issues });
}

function templateIssues(templateId: unknown): RequestIssue[] {
  if (typeof templateId === 'string' && templateId.trim() !== '') return [];
  return [
    { path: 'templateId', code: 'template_id', message: 'templateId must be the id of a saved template' },
  ];
}

function inputIssues(input: unknown, kind: string | undefined): RequestIssue[] {
  if (!isRecord(input)) return [{ path: 'input', code: 'input_type', message: 'input must be an object' }];
  const media = inlineMediaIssues(input, 'input');
  // Kinds of a later server have inputs of their own; the one rule here that outlives them is the step graph.
  if (kind === 'image_to_video' && !('steps' in input)) return [...promptIssues(input), ...media];
  if (kind !== undefined && kind !== 'hosted_tool_sequence' && !('steps' in input)) return media;
  return [...planIssues(input), ...media];
}

function promptIssues({ prompt }: Record<string, unknown>): RequestIssue[] {
  if (typeof prompt === 'string' && prompt.trim() !== '') return [];
  return [{ path: 'input.prompt', code: 'prompt', message: 'input.prompt must be a text' }];
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
