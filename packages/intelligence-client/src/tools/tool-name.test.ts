import { expect, test } from 'vitest';
import { HOSTED_TOOLS } from './catalog.ts';
import { resolveToolName } from './tool-name.ts';

test.each(Object.values(HOSTED_TOOLS))(
  '$name is found by its name and by every alias',
  ({ name, aliases }) => {
    expect(resolveToolName(name)).toBe(name);
    for (const alias of aliases) expect(resolveToolName(alias)).toBe(name);
  },
);

test.each([
  '',
  'sogni_',
  'sogni_sogni_generate_image',
  'wf:validate_with_rubric',
  'Generate_Image',
  'constructor',
])('"%s" is no tool', (name) => {
  expect(resolveToolName(name)).toBeUndefined();
});
