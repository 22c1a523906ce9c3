/**
 * Cleans step ids: characters outside `A-Za-z0-9_-` become `_`, runs of `_` one, an empty id `step_<n>`, a repeated one
 * gets its number as a suffix. Source: rest-api 8.3.
 */
export function cleanStepIds(ids: readonly unknown[]): string[] {
  const taken = new Set<string>();
  return ids.map((raw, index) => {
    const cleaned = cleanStepId(raw) || `step_${index + 1}`;
    let id = cleaned;
    for (let n = index + 1; taken.has(id); n += 1) id = `${cleaned}_${n}`;
    taken.add(id);
    return id;
  });
}

/** Cleans one id, as far as that goes without its neighbours. */
export function cleanStepId(raw: unknown): string {
  if (typeof raw !== 'string' && typeof raw !== 'number') return '';
  return String(raw)
    .trim()
    .replace(/[^A-Za-z0-9_-]/g, '_')
    .replace(/_+/g, '_');
}
