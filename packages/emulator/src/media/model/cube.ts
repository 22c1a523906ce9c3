/** The three axes, each with the two that span its faces, in an order that turns counter-clockwise. */
const AXES = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
] as const;

const QUAD = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
] as const;

const faces = AXES.flatMap((axes) => [1, -1].map((side) => ({ axes, side })));

/** Four corners for each of six faces (edges stay sharp only if faces share no corner), side length 1. */
export const cubeCorners = Float32Array.from(
  faces.flatMap(({ axes: [axis, across, up], side }) =>
    QUAD.flatMap(([x, y]) => {
      const corner = [0, 0, 0];
      corner[axis] = side / 2;
      // Seen from outside, the far faces must turn the other way.
      corner[across] = (x * side) / 2;
      corner[up] = y / 2;
      return corner;
    }),
  ),
);

/** The direction of the face at each corner. */
export const cubeNormals = Float32Array.from(
  faces.flatMap(({ axes: [axis], side }) =>
    QUAD.flatMap(() => {
      const normal = [0, 0, 0];
      normal[axis] = side;
      return normal;
    }),
  ),
);

/** Two triangles a face, counter-clockwise seen from outside. */
export const cubeTriangles = Uint16Array.from(
  faces.flatMap((_, face) => [0, 1, 2, 0, 2, 3].map((corner) => face * 4 + corner)),
);
