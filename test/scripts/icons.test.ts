import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { icnsFile, icoFile } from '../../scripts/icons/containers.ts';

const folder = join(import.meta.dirname, '..', '..', 'resources', 'icons');
const png = (size: number) => ({ size, png: readFileSync(join(folder, 'png', `${size}x${size}.png`)) });

describe('icon files', () => {
  it('in resources are made of the PNGs beside them', () => {
    expect(
      icoFile([16, 24, 32, 48, 64, 128, 256].map(png)).equals(readFileSync(join(folder, 'icon.ico'))),
    ).toBe(true);
    expect(icnsFile([128, 256, 512, 1024].map(png)).equals(readFileSync(join(folder, 'icon.icns')))).toBe(
      true,
    );
  });

  it('hold PNGs of the stated size', () => {
    for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
      const { png: bytes } = png(size);
      expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
      expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('point at each image of an .ico', () => {
    const images = [png(16), png(256)];
    const ico = icoFile(images);
    images.forEach((image, index) => {
      const entry = 6 + 16 * index;
      const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
      expect(ico.subarray(offset, offset + length).equals(image.png)).toBe(true);
    });
    expect(ico.readUInt8(6 + 16)).toBe(0);
  });

  it('refuse a size their format does not know', () => {
    expect(() => icoFile([png(512)])).toThrow(RangeError);
    expect(() => icnsFile([png(48)])).toThrow(RangeError);
  });
});
