import { expect, test } from 'vitest';
import { HOSTED_TOOLS } from './catalog.ts';
import type { HostedTool } from './hosted-tool.ts';
import type { ToolParameter } from './tool-parameter.ts';

const tools: readonly (readonly [string, HostedTool])[] = Object.entries(HOSTED_TOOLS);
const namesWhere = (fits: (tool: HostedTool) => boolean) =>
  tools.filter(([, tool]) => fits(tool)).map(([name]) => name);

// Weights of contracts 14.
const UNITS = {
  free: 0,
  'image.standard': 1,
  'video.standard': 5,
  'video.vendor.standard': 6,
  'video.premium': 8,
  'audio.standard': 3,
  'audio.speech': 1,
  'compose.standard': 1,
  'compose.ffmpeg': 1,
};

test('each of the 41 tools stands under its own name', () => {
  expect(tools).toHaveLength(41);
  for (const [name, tool] of tools) expect(tool.name).toBe(name);
});

test('the creative-tools surface has 25 tools and creative-agent 34, the former among them', () => {
  const creative = namesWhere((tool) => tool.surfaces.includes('creative-tools'));
  const agent = namesWhere((tool) => tool.surfaces.includes('creative-agent'));
  expect(creative).toHaveLength(25);
  expect(agent).toHaveLength(34);
  expect(agent).toEqual(expect.arrayContaining(creative));
});

test('durable steps may run 28 tools of the surfaces and three newer ones', () => {
  const durable = namesWhere((tool) => tool.durable);
  expect(durable).toHaveLength(31);
  expect(durable).toEqual(expect.arrayContaining(['generate_speech', 'upscale_image', 'upscale_video']));
  expect(durable).not.toContain('compose_workflow');
});

test.each(tools)('%s weighs what its cost class says', (_name, tool) => {
  expect(tool.capacityUnits).toBe(UNITS[tool.costClass]);
});

test('free tools are safe, memory is destructive, everything else is paid', () => {
  for (const [name, tool] of tools) {
    const expected = name === 'manage_memory' ? 'destructive' : tool.costClass === 'free' ? 'safe' : 'paid';
    expect([name, tool.risk]).toEqual([name, expected]);
  }
});

function* schemas(schema: ToolParameter, path: string): Generator<readonly [string, ToolParameter]> {
  yield [path, schema];
  for (const [key, child] of Object.entries(schema.properties ?? {})) yield* schemas(child, `${path}.${key}`);
  for (const item of [schema.items ?? []].flat()) yield* schemas(item, `${path}.items`);
}

const described = tools.flatMap(([name, tool]) => [...schemas(tool.parameters, name)]);

test('every required argument is described', () => {
  for (const [path, { required = [], properties = {} }] of described) {
    for (const key of required) expect(properties, path).toHaveProperty(key);
  }
});

test('every default lies within the enum and the bounds of its argument', () => {
  for (const [path, schema] of described) {
    if (schema.default === undefined) continue;
    if (schema.enum) expect(schema.enum, path).toContain(schema.default);
    if (typeof schema.default !== 'number') continue;
    expect(schema.default, path).toBeGreaterThanOrEqual(schema.minimum ?? -Infinity);
    expect(schema.default, path).toBeLessThanOrEqual(schema.maximum ?? Infinity);
  }
});

test('no alias names a described argument, and every value alias leads to a listed value', () => {
  for (const [path, { properties = {}, enum: listed, valueAliases = {} }] of described) {
    for (const { aliases = [] } of Object.values(properties)) {
      for (const alias of aliases) expect(properties, path).not.toHaveProperty(alias);
    }
    for (const value of Object.values(valueAliases)) expect(listed, path).toContain(value);
  }
});
