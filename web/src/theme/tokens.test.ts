import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { risk, riskLevels, surface, type Scheme } from './tokens';

const schemes: Scheme[] = ['light', 'dark'];
const distance = differenceCiede2000();
const sight: Record<string, (colour: Color) => Color> = {
  normal: (colour) => colour,
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
};

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
    const seen = riskLevels.map((level) => sight[mode]!(parse(risk[scheme][level].solid)!));
    for (let one = 0; one < seen.length; one++) {
      for (let other = one + 1; other < seen.length; other++) {
        const apart = distance(seen[one]!, seen[other]!);
        expect(apart, `${riskLevels[one]} and ${riskLevels[other]}`).toBeGreaterThanOrEqual(12);
      }
    }
  });
});
