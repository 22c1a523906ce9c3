import * as z from 'zod/mini';

/** `{ status: 'success', data }`, with what `data` must hold. Source: rest-api 2.1. */
export function envelope<Shape extends z.core.$ZodLooseShape>(data: Shape) {
  return z.looseObject({ status: z.literal('success'), data: z.looseObject(data) });
}
