import { expect, test } from 'vitest';
import { cubeCorners, cubeNormals, cubeTriangles } from './cube.ts';
import { renderModel } from './render-model.ts';

const request = { kind: 'model', prompt: 'a rünic cube', seed: 6 } as const;

function parse(bytes: Uint8Array) {
  const file = Buffer.from(bytes);
  const jsonLength = file.readUInt32LE(12);
  return {
    file,
    jsonLength,
    json: JSON.parse(file.toString('utf8', 20, 20 + jsonLength)),
    binary: file.subarray(20 + jsonLength + 8),
  };
}

test('is a binary glTF whose lengths add up', () => {
  const media = renderModel(request);
  const { file, jsonLength, json, binary } = parse(media.bytes);
  expect(file.toString('latin1', 0, 4)).toBe('glTF');
  expect([file.readUInt32LE(4), file.readUInt32LE(8)]).toEqual([2, file.length]);
  expect(jsonLength % 4).toBe(0);
  expect(file.toString('latin1', 16, 20)).toBe('JSON');
  expect(file.readUInt32LE(20 + jsonLength)).toBe(binary.length);
  expect(file.toString('latin1', 24 + jsonLength, 28 + jsonLength)).toBe('BIN\0');
  expect(json.asset).toMatchObject({ version: '2.0', extras: { prompt: 'a rünic cube', seed: 6 } });
  expect(json.buffers[0].byteLength).toBe(binary.length);
  const end = json.bufferViews.at(-1);
  expect(end.byteOffset + end.byteLength).toBe(binary.length);
  expect(media).toMatchObject({ mimeType: 'model/gltf-binary', extension: 'glb', sizeBytes: file.length });
});

test('takes its colour from the seed', () => {
  const colour = (seed: number) =>
    parse(renderModel({ ...request, seed }).bytes).json.materials[0].pbrMetallicRoughness.baseColorFactor;
  expect(colour(6)).toEqual(colour(6));
  expect(colour(6)).not.toEqual(colour(7));
});

test('turns every triangle of the cube outwards', () => {
  const vector = (from: Float32Array, corner: number) => [...from.subarray(corner * 3, corner * 3 + 3)];
  const minus = (a: number[], b: number[]) => a.map((value, axis) => value - (b[axis] ?? 0));
  const cross = ([a = 0, b = 0, c = 0]: number[], [x = 0, y = 0, z = 0]: number[]) => [
    b * z - c * y,
    c * x - a * z,
    a * y - b * x,
  ];
  expect(cubeTriangles.length).toBe(36);
  for (let index = 0; index < 36; index += 3) {
    const [a = 0, b = 0, c = 0] = cubeTriangles.subarray(index, index + 3);
    const [first, second, third] = [a, b, c].map((corner) => vector(cubeCorners, corner));
    const direction = cross(minus(second ?? [], first ?? []), minus(third ?? [], first ?? []));
    expect(direction.map((value) => value + 0)).toEqual(vector(cubeNormals, a));
  }
});
