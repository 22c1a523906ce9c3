import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOSTED_TOOLS } from './catalog.ts';
import type { HostedTool } from './hosted-tool.ts';
import { validateToolArguments } from './validate.ts';

const tool = fc.constantFrom<HostedTool>(...Object.values(HOSTED_TOOLS));
const options = fc.record({ coerce: fc.boolean() });

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Values near what arguments hold, so that many pass, and arbitrary ones. */
function argumentsOf({ parameters, retired = {} }: HostedTool): fc.Arbitrary<Record<string, unknown>> {
  const described = Object.entries(parameters.properties);
  const listed = described.flatMap(([, { enum: values = [], ignoredValues = [] }]) => [
    ...values,
    ...ignoredValues,
  ]);
  const names = described.flatMap(([name, { aliases = [] }]) => [name, snakeCase(name), ...aliases]);
  const key = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...names) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', ...Object.keys(retired)),
    },
    { weight: 1, arbitrary: fc.string() },
  );
  const value = fc.oneof(
    fc.integer({ min: -2, max: 40 }),
    fc.constantFrom(...listed, 'A fox', '', '5', ' true ', null, true),
    fc.array(fc.oneof(fc.integer(), fc.string(), fc.jsonValue())),
    fc.jsonValue(),
  );
  // Defined one by one, as JSON.parse does, so that `__proto__` becomes a key of the object.
  return fc.array(fc.tuple(key, value), { maxLength: 12 }).map((entries) => Object.fromEntries(entries));
}

const call = tool.chain((chosen) => fc.tuple(fc.constant(chosen.name), argumentsOf(chosen), options));

test('validating what was normalised changes nothing and finds nothing new', () => {
  fc.assert(
    fc.property(call, ([name, args, how]) => {
      const first = validateToolArguments(name, args, how);
      const second = validateToolArguments(name, first.arguments, how);
      expect(second.arguments).toEqual(first.arguments);
      expect(Object.keys(second.arguments)).toEqual(Object.keys(first.arguments));
      const known = first.ok ? [] : first.issues;
      expect(known).toEqual(expect.arrayContaining(second.ok ? [] : second.issues));
      for (const warning of second.warnings) {
        expect(warning.code).toBe('unlisted_value');
        expect(first.warnings).toContainEqual(warning);
      }
    }),
    { numRuns: 500 },
  );
});

test('the given arguments stay as they were', () => {
  fc.assert(
    fc.property(call, ([name, args, how]) => {
      const before = structuredClone(args);
      validateToolArguments(name, args, how);
      expect(args).toEqual(before);
    }),
  );
});

test('accepted arguments hold every required one and no undescribed key', () => {
  let accepted = 0;
  fc.assert(
    fc.property(
      tool.chain((chosen) => fc.tuple(fc.constant(chosen), argumentsOf(chosen))),
      ([chosen, args]) => {
        const result = validateToolArguments(chosen.name, args);
        if (!result.ok) return;
        accepted += 1;
        for (const name of chosen.parameters.required)
          expect(Object.hasOwn(result.arguments, name)).toBe(true);
        for (const name of Object.keys(result.arguments)) {
          expect(Object.hasOwn(chosen.parameters.properties, name)).toBe(true);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(accepted).toBeGreaterThan(0);
});

test('arbitrary names and JSON never throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        tool.map(({ name }) => name),
      ),
      fc.jsonValue(),
      options,
      (name, args, how) => {
        const result = validateToolArguments(name, args, how);
        if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
      },
    ),
  );
});
