import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Programs that some suites need and that npm cannot bring; those suites are skipped where one is missing. */
const OPTIONAL = [
  { name: 'Chromium', programs: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
  { name: 'ffmpeg', programs: ['ffmpeg'], package: 'ffmpeg' },
];

/** How to get each optional program that is missing here, one sentence each. */
export function missingBinaries() {
  return OPTIONAL.filter(({ programs }) => !programs.some(isOnPath)).map(
    (binary) => `${binary.name} is missing: apt-get install -y --no-install-recommends ${binary.package}`,
  );
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
