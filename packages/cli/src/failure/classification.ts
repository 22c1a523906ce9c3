/** What kind of failure it is, for programs that decide what to do next. Source: cli 3.6. */
export interface Classification {
  errorType: string;
  errorCategory: string;
  retryable: boolean;
}

interface Rule extends Classification {
  codes: readonly string[];
  /** Lower-case fragments of the message. */
  texts: readonly RegExp[];
}

const rule = (
  errorType: string,
  errorCategory: string,
  retryable: boolean,
  codes: readonly string[],
  texts: readonly RegExp[],
): Rule => ({ errorType, errorCategory, retryable, codes, texts });

/** The table of cli 3.6, in its order, with the codes of this program. Insufficient credit is not retryable: decisions. */
const RULES: readonly Rule[] = [
  rule(
    'COST_LIMIT_EXCEEDED',
    'insufficient_credits',
    false,
    ['4024', '402', 'INSUFFICIENT_BALANCE'],
    [/insufficient[ _](?:balance|credits?)/],
  ),
  rule(
    'USER_CANCELLED',
    'cancelled',
    false,
    ['USER_CANCELLED', 'CANCELLED', 'ABORT_ERR', 'WORKFLOW_CANCELLED'],
    [/cancell?ed|aborted/],
  ),
  rule(
    'PROVIDER_TIMEOUT',
    'timeout',
    true,
    ['408', '524', 'ETIMEDOUT', 'NETWORK_TIMEOUT'],
    [/timeout|timed out|no (?:activity|events received)|inactivity/],
  ),
  rule(
    'PERMISSION_REQUIRED',
    'permission_required',
    false,
    ['401', '403', 'MISSING_CREDENTIALS', 'CREDENTIALS_UNREADABLE', 'INVALID_API_KEY', 'UNSAFE_API_BASE_URL'],
    [/api key|credentials|permission|unauthorized|forbidden/],
  ),
  rule(
    'MODEL_UNAVAILABLE',
    'model_unavailable',
    true,
    ['MODEL_UNAVAILABLE'],
    [/model (?:unavailable|not available)|no (?:gpu )?worker/],
  ),
  rule(
    'ASSET_NOT_FOUND',
    'asset_not_found',
    false,
    ['404', 'ASSET_NOT_FOUND', 'FILE_NOT_FOUND'],
    [/(?:file|asset) not found|missing asset/],
  ),
  rule(
    'WORKFLOW_VALIDATION_FAILED',
    'workflow_validation',
    false,
    ['422', 'WORKFLOW_VALIDATION_FAILED', 'INVALID_WORKFLOW_INPUT'],
    [/workflow validation|invalid workflow/],
  ),
  rule(
    'USER_INPUT_INCOMPLETE',
    'user_input_incomplete',
    false,
    ['USER_INPUT_INCOMPLETE', 'MISSING_WORKFLOW_INPUT', 'MISSING_WORKFLOW_ID', 'WORKFLOW_WAITING_FOR_USER'],
    [/requires (?:a prompt|--)|missing required input/],
  ),
  rule(
    'PARAMETER_INVALID',
    'schema_validation',
    false,
    [
      'PARAMETER_INVALID',
      'INVALID_ARGUMENT',
      'INVALID_VIDEO_SIZE',
      'INVALID_PATH',
      'OUTPUT_EXISTS',
      'INVALID_API_BASE_URL',
      'COUNT_LIMIT_EXCEEDED',
    ],
    [/parse|malformed|missing required|must be|invalid /],
  ),
  rule(
    'SAFETY_REJECTED',
    'content_refused',
    false,
    ['SAFETY_REJECTED', '5061'],
    [/content policy|sensitive ?content|nsfw|\brefused\b(?! \(econnrefused)|not appropriate|safety/],
  ),
  rule(
    'GPU_WORKER_FAILED',
    'transient_failure',
    true,
    [
      '429',
      '500',
      '502',
      '503',
      '504',
      'ECONNRESET',
      'ECONNREFUSED',
      'ENOTFOUND',
      'EAI_AGAIN',
      'FETCH_FAILED',
      'API_STREAM_FAILED',
    ],
    [
      /network|failed to fetch|websocket|econnreset|econnrefused|socket hang up|server restarting|worker disconnected/,
    ],
  ),
];

const UNKNOWN: Classification = {
  errorType: 'UNKNOWN_ERROR',
  errorCategory: 'permanent_failure',
  retryable: false,
};

/** What a refused request is when nothing else tells: a status that says only whose mistake it was. */
const REFUSED: Classification = {
  errorType: 'PARAMETER_INVALID',
  errorCategory: 'schema_validation',
  retryable: false,
};

/** Classifies by code first, in the order the codes are given, then by text. Source: cli 3.6, 12.4. */
export function classify(codes: readonly (string | number | undefined)[], message: string): Classification {
  for (const code of codes) {
    const word = String(code ?? '').toUpperCase();
    const found = RULES.find((rule) => rule.codes.includes(word));
    if (found) return pick(found);
  }
  const text = message.toLowerCase();
  const found = RULES.find((rule) => rule.texts.some((fragment) => fragment.test(text)));
  if (found) return pick(found);
  return codes.some((code) => code === 400 || code === 413) ? REFUSED : UNKNOWN;
}

function pick({ errorType, errorCategory, retryable }: Rule): Classification {
  return { errorType, errorCategory, retryable };
}
