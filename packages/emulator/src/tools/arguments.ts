import type { ToolCall } from './tool-call.ts';

/** A number argument, if it was given. */
export function numberArgument({ args }: ToolCall, name: string): number | undefined {
  const value = args[name];
  return typeof value === 'number' ? value : undefined;
}

/** A text argument, if it was given and is not empty. */
export function textArgument({ args }: ToolCall, name: string): string | undefined {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A list argument; empty when it was not given. */
export function listArgument({ args }: ToolCall, name: string): unknown[] {
  const value = args[name];
  return Array.isArray(value) ? value : [];
}

/** Results asked for with `numberOfVariations`, at least one. */
export function variationsOf(call: ToolCall): number {
  return Math.max(1, Math.floor(numberArgument(call, 'numberOfVariations') ?? 1));
}

/**
 * The prompt of one of several results: each `{a|b|c}` group gives its options in turn, every group on its own.
 * Source: contracts 1.2.
 */
export function promptFor(prompt: string, result: number): string {
  return prompt.replace(/\{[@~]?([^{}]*\|[^{}]*)\}/g, (_, group: string) => {
    const options = group.split('|');
    return (options[result % options.length] ?? '').trim();
  });
}
