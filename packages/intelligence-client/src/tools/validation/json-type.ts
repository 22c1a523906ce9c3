import type { ToolParameter, ToolParameterType } from '../tool-parameter.ts';

/** Whether a value is an object literal, from this or another realm: no list, date or class instance. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isOfType(value: unknown, type: ToolParameterType): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return isPlainObject(value);
    default:
      return typeof value === type;
  }
}

/** The declared types as a list; empty when any type will do. */
export function declaredTypes({ type }: ToolParameter): readonly ToolParameterType[] {
  if (type === undefined) return [];
  return typeof type === 'string' ? [type] : type;
}

/** Whether a value has one of the types; an empty list allows every value. */
export function hasType(value: unknown, types: readonly ToolParameterType[]): boolean {
  return types.length === 0 || types.some((type) => isOfType(value, type));
}

const PHRASES: Readonly<Record<ToolParameterType, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a text',
};

/** The types in words, as in "a text or null". */
export function describeTypes(types: readonly ToolParameterType[]): string {
  return types.map((type) => PHRASES[type]).join(' or ');
}

/** What a value is, in words, without showing it: it may hold a secret or fill a screen. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return 'an object';
  return typeof value === 'boolean' ? String(value) : `a ${typeof value}`;
}
