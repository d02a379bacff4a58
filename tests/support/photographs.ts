import sharp, { type Sharp } from 'sharp';

/** A slope of colours with some noise, as a photograph has; the same each time. */
export const photograph = (width: number, height: number): Sharp => {
  const [across, down] = [Math.min(width, 600), Math.min(height, 450)];
  const pixels = Buffer.alloc(across * down * 3);
  let noise = 1;
  for (let at = 0; at < pixels.length; at += 3) {
    const [x, y] = [(at / 3) % across, Math.floor(at / 3 / across)];
    noise = (noise * 48_271) % 0x7fffffff;
    pixels.set([(x * 240) / across + (noise % 12), (y * 240) / down + (noise % 9), 100 + (noise % 50)], at);
  }
  const raw = { width: across, height: down, channels: 3 } as const;
  return sharp(pixels, { raw }).resize(width, height, { fit: 'fill' });
};
