import { converter, differenceCiede2000, parse, wcagContrast, type Color } from 'culori';
import { describe, expect, it } from 'vitest';
import { risk, riskLevels, surface, type Scheme } from './tokens';

const schemes: Scheme[] = ['light', 'dark'];
const distance = differenceCiede2000();
const toLinear = converter('lrgb');

/** What Machado, Oliveira and Fernandes give for full dichromacy, applied to linear light as browsers' own simulations do. */
const sight: Record<string, [number, number, number][]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenAs(colour: string, mode: string): Color {
  const { r, g, b } = toLinear(parse(colour)!);
  const [red, green, blue] = sight[mode]!.map((row) =>
    Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b)),
  );
  return { mode: 'lrgb', r: red!, g: green!, b: blue! };
}

describe.each(schemes)('the %s scheme', (scheme) => {
  const colours = surface[scheme];

  it.each(['text', 'dimmed', 'link', 'fail', 'warn', 'seal', 'ink'] as const)(
    '%s reads on page, card and well',
    (name) => {
      for (const ground of [colours.page, colours.card, colours.well]) {
        expect(wcagContrast(colours[name], ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('has readable text on its filled and tinted grounds', () => {
    const pairs: [string, string][] = [
      [colours.onInk, colours.ink],
      [colours.onInk, colours.inkHover],
      [colours.fail, colours.failTint],
      [colours.text, colours.failTint],
      [colours.warn, colours.warnTint],
      [colours.text, colours.warnTint],
      [colours.bandText, colours.band],
      [colours.text, colours.selected],
      [colours.link, colours.selected],
      [colours.dimmed, colours.selected],
    ];
    for (const [text, ground] of pairs) {
      expect(wcagContrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has visible edges of controls and focus', () => {
    for (const ground of [colours.page, colours.card, colours.well]) {
      expect(wcagContrast(colours.inputBorder, ground)).toBeGreaterThanOrEqual(3);
      expect(wcagContrast(colours.focus, ground)).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(riskLevels)('risk %s reads on its tint and stands out on page and card', (level) => {
    const tone = risk[scheme][level];
    expect(wcagContrast(tone.text, tone.tint)).toBeGreaterThanOrEqual(4.5);
    for (const ground of [colours.page, colours.card]) {
      expect(wcagContrast(tone.solid, ground)).toBeGreaterThanOrEqual(3);
      expect(wcagContrast(tone.text, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(Object.keys(sight))('risk classes stay apart in %s sight', (mode) => {
    const seen = riskLevels.map((level) => seenAs(risk[scheme][level].solid, mode));
    for (let one = 0; one < seen.length; one++) {
      for (let other = one + 1; other < seen.length; other++) {
        const apart = distance(seen[one]!, seen[other]!);
        expect(apart, `${riskLevels[one]} and ${riskLevels[other]}`).toBeGreaterThanOrEqual(12);
      }
    }
  });
});
