import type { ImageRequest, RenderedMedia } from '../media-request.ts';
import { encodeJpeg } from './jpeg.ts';
import { createRowPainter } from './paint-picture.ts';
import { encodePng } from './png.ts';

/** Renders a PNG or a JPEG of exactly the asked size. */
export function renderImage(request: ImageRequest): RenderedMedia {
  const { width, height, prompt, seed, caption = '', source, format } = request;
  const details = [`${width}×${height}`, `seed ${seed}`, ...(source ? [`from ${source}`] : [])].join(' · ');
  const paintRow = createRowPainter(width, height, { caption, prompt, details, seed });
  const bytes =
    format === 'jpg'
      ? encodeJpeg(width, height, paintRow, `${prompt}\nSeed: ${seed}`)
      : encodePng(width, height, paintRow, {
          Description: prompt,
          Seed: String(seed),
          Software: 'Sogni Intelligence emulator',
        });
  const [mimeType, extension] = format === 'jpg' ? ['image/jpeg', 'jpg'] : ['image/png', 'png'];
  return { bytes, mimeType, extension, width, height, sizeBytes: bytes.length };
}
