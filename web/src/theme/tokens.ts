/**
 * The colours of the register, once. Components see them as custom properties only; the unit test beside this file holds every pair to its
 * contrast, and the risk classes to their distance for colour-blind readers.
 */
export type Scheme = 'light' | 'dark';
export type RiskLevel = 'unclassified' | 'minimal' | 'limited' | 'high' | 'unacceptable';

export const riskLevels = ['unclassified', 'minimal', 'limited', 'high', 'unacceptable'] as const;

export interface Tone {
  solid: string;
  text: string;
  tint: string;
}

export const risk: Record<Scheme, Record<RiskLevel, Tone>> = {
  light: {
    unclassified: { solid: '#656E75', text: '#4B535A', tint: '#EEF0F1' },
    minimal: { solid: '#2F9576', text: '#1B664F', tint: '#E2F2EC' },
    limited: { solid: '#0B62B8', text: '#084A8C', tint: '#E2EDF8' },
    high: { solid: '#D35400', text: '#963B00', tint: '#FCEBDD' },
    unacceptable: { solid: '#851B37', text: '#6E1430', tint: '#F8E1E6' },
  },
  dark: {
    unclassified: { solid: '#8A9098', text: '#A7ADB5', tint: '#2C333D' },
    minimal: { solid: '#5CDACB', text: '#5CDACB', tint: '#263D44' },
    limited: { solid: '#7D9CFC', text: '#9AB2FD', tint: '#2A354B' },
    high: { solid: '#FAAB5C', text: '#FAAB5C', tint: '#3C3734' },
    unacceptable: { solid: '#EE5470', text: '#FF8FA2', tint: '#3A2B37' },
  },
};

export const gray = [
  '#FBFAF7',
  '#F4F2ED',
  '#E9E6DF',
  '#DAD6CC',
  '#C4BFB3',
  '#A19C90',
  '#6B675D',
  '#55524A',
  '#37352F',
  '#1E1D1A',
] as const;

export const dark = [
  '#D9DEE6',
  '#B9C1CC',
  '#97A1AF',
  '#6F7A89',
  '#3A4350',
  '#2C3440',
  '#1D242E',
  '#12161C',
  '#0D1015',
  '#080A0D',
] as const;

export const ink = [
  '#F3F5F9',
  '#E3E8F0',
  '#C6D0E0',
  '#A4B3CC',
  '#8295B6',
  '#647A9F',
  '#4B6186',
  '#364A6B',
  '#243650',
  '#152238',
] as const;

export interface Surface {
  /** The page, and what lies on it. */
  page: string;
  card: string;
  well: string;
  text: string;
  dimmed: string;
  /** Hairlines: decoration, never the only edge of a control. */
  rule: string;
  ruleStrong: string;
  inputBorder: string;
  link: string;
  focus: string;
  ink: string;
  inkHover: string;
  onInk: string;
  fail: string;
  failTint: string;
  warn: string;
  warnTint: string;
  seal: string;
  /** The ochre of time travel and demonstrations. */
  band: string;
  bandText: string;
  selected: string;
  scrim: string;
}

export const surface: Record<Scheme, Surface> = {
  light: {
    page: gray[0],
    card: '#FFFFFF',
    well: gray[1],
    text: '#17191D',
    dimmed: gray[6],
    rule: gray[2],
    ruleStrong: gray[4],
    inputBorder: '#8A8577',
    link: '#2A4B8D',
    focus: '#1F5FBF',
    ink: ink[8],
    inkHover: ink[7],
    onInk: '#FFFFFF',
    fail: '#B42318',
    failTint: '#FBECEA',
    warn: '#7A5600',
    warnTint: '#FAF1DC',
    seal: '#7A5C12',
    band: '#F3E3B8',
    bandText: '#4A3800',
    selected: '#E3E8F0',
    scrim: 'rgb(23 25 29 / 40%)',
  },
  dark: {
    page: dark[7],
    card: dark[6],
    well: '#171D25',
    text: dark[0],
    dimmed: dark[2],
    rule: dark[5],
    ruleStrong: dark[4],
    inputBorder: '#727D8D',
    link: '#9DB7F5',
    focus: '#9DB7F5',
    ink: ink[3],
    inkHover: ink[2],
    onInk: '#12161C',
    fail: '#FF8A75',
    failTint: '#33262B',
    warn: '#E4C068',
    warnTint: '#322E24',
    seal: '#D9B45B',
    band: '#4A3D1A',
    bandText: '#F6E3B0',
    selected: '#2A3546',
    scrim: 'rgb(0 0 0 / 55%)',
  },
};

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The custom properties of a colour scheme. */
export function variables(scheme: Scheme): Record<string, string> {
  const result: Record<string, string> = {};
  for (const level of riskLevels) {
    for (const [part, colour] of Object.entries(risk[scheme][level])) {
      result[`--risk-${level}-${part}`] = colour;
    }
  }
  for (const [name, colour] of Object.entries(surface[scheme])) {
    result[`--hub-${kebab(name)}`] = colour;
  }
  result['--verdict-pass'] = surface[scheme].text;
  result['--verdict-fail'] = surface[scheme].fail;
  result['--verdict-warn'] = surface[scheme].warn;
  result['--seal'] = surface[scheme].seal;
  return result;
}
