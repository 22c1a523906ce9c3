import type { CostPreview } from '@sogni/intelligence-client';
import { plainText } from '../output/plain-text.ts';

/** What a run will cost, in a few lines. Source: rest-api 8.11. */
export function costLines(preview: CostPreview): string[] {
  const { totalEstimatedCapacityUnits: total, tokenType, perStageBreakdown = [], validityUntil } = preview;
  return [
    `Estimated cost: ${plainText(total)} capacity units${tokenType ? `, paid in ${plainText(tokenType)}` : ''}`,
    ...perStageBreakdown.map(({ stageId, units, assumptions = [] }) => {
      const detail = assumptions.length > 0 ? ` (${assumptions.map(plainText).join(', ')})` : '';
      return `  ${plainText(stageId)}: ${plainText(units)}${detail}`;
    }),
    ...(validityUntil ? [`Valid until:    ${plainText(validityUntil)}`] : []),
  ];
}
