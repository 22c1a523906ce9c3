import { type FaultInput, readFault } from './catalog.ts';

/** Name of the request header that asks for faults. */
export const FAULT_HEADER = 'x-emulator-fault';

/**
 * Reads `name;setting=value, name;…`. A fault asked for by header hits this one request.
 * Throws a `TypeError` that names what is wrong.
 */
export function parseFaultHeader(header: string): FaultInput[] {
  const items = header.split(',').map((item) => item.trim());
  return items.filter((item) => item !== '').map(parseItem);
}

function parseItem(item: string): FaultInput {
  const [name, ...settings] = item.split(';').map((part) => part.trim());
  const fields = settings.map((setting) => {
    const at = setting.indexOf('=');
    return at === -1 ? [setting, ''] : [setting.slice(0, at).trim(), setting.slice(at + 1).trim()];
  });
  return readFault({ ...Object.fromEntries(fields), name });
}
