import type { ModelRequest, RenderedMedia } from '../media-request.ts';
import { createPalette } from '../picture/palette.ts';
import { seededRandom } from '../seeded-random.ts';
import { cubeCorners, cubeNormals, cubeTriangles } from './cube.ts';

const MAGIC = 0x46546c67;
const VERSION = 2;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;
const FLOAT = 5126;
const UNSIGNED_SHORT = 5123;
const VERTEX_DATA = 34962;
const INDEX_DATA = 34963;

/** Renders a cube in a colour of the seed as binary glTF 2.0 (Khronos, section 4.4); prompt and seed are in `asset.extras`. */
export function renderModel({ prompt, seed }: ModelRequest): RenderedMedia {
  const positions = Buffer.from(cubeCorners.buffer);
  const normals = Buffer.from(cubeNormals.buffer);
  const indices = Buffer.from(cubeTriangles.buffer);
  const binary = Buffer.concat([positions, normals, indices]);
  const corners = cubeCorners.length / 3;
  const document = {
    asset: { version: '2.0', generator: 'Sogni Intelligence emulator', extras: { prompt, seed } },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, name: 'Cube' }],
    meshes: [
      { name: 'Cube', primitives: [{ attributes: { POSITION: 0, NORMAL: 1 }, indices: 2, material: 0 }] },
    ],
    materials: [
      {
        name: `Seed ${seed}`,
        pbrMetallicRoughness: {
          baseColorFactor: baseColour(seed),
          metallicFactor: 0.1,
          roughnessFactor: 0.6,
        },
      },
    ],
    buffers: [{ byteLength: binary.length }],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: positions.length, target: VERTEX_DATA },
      { buffer: 0, byteOffset: positions.length, byteLength: normals.length, target: VERTEX_DATA },
      {
        buffer: 0,
        byteOffset: positions.length + normals.length,
        byteLength: indices.length,
        target: INDEX_DATA,
      },
    ],
    accessors: [
      {
        bufferView: 0,
        componentType: FLOAT,
        count: corners,
        type: 'VEC3',
        min: [-0.5, -0.5, -0.5],
        max: [0.5, 0.5, 0.5],
      },
      { bufferView: 1, componentType: FLOAT, count: corners, type: 'VEC3' },
      { bufferView: 2, componentType: UNSIGNED_SHORT, count: cubeTriangles.length, type: 'SCALAR' },
    ],
  };
  const bytes = packGlb(Buffer.from(JSON.stringify(document), 'utf8'), binary);
  return { bytes, mimeType: 'model/gltf-binary', extension: 'glb', sizeBytes: bytes.length };
}

/** The middle colour of the seed's palette; glTF wants linear values. */
function baseColour(seed: number): number[] {
  const { layers, panel } = createPalette(seededRandom(`colours ${seed}`));
  const colour = layers[Math.floor(layers.length / 2)] ?? panel;
  return [...colour.map((value) => Number(((value / 255) ** 2.2).toFixed(4))), 1];
}

function packGlb(json: Buffer, binary: Buffer): Buffer {
  // Both chunks end on a multiple of four bytes: the text with spaces, the data with zeros.
  const text = Buffer.concat([json, Buffer.alloc(-json.length & 3, ' ')]);
  const data = Buffer.concat([binary, Buffer.alloc(-binary.length & 3)]);
  const words = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
  return Buffer.concat([
    words(MAGIC, VERSION, 12 + 8 + text.length + 8 + data.length),
    words(text.length, JSON_CHUNK),
    text,
    words(data.length, BINARY_CHUNK),
    data,
  ]);
}
