/** The one place that turns times and numbers into text; charts use it too. */

export type Zone = 'local' | 'utc';

const locale = 'en-GB';

function zoneOption(zone: Zone): { timeZone?: string } {
  return zone === 'utc' ? { timeZone: 'UTC' } : {};
}

/** 12 Oct 2026, 09:14 UTC: absolute, and never without its zone. */
export function formatTime(iso: string, zone: Zone): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...zoneOption(zone),
  }).format(new Date(iso));
}

export function formatDate(iso: string, zone: Zone): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...zoneOption(zone),
  }).format(new Date(iso));
}

/** The short name of the zone that times are shown in. */
export function zoneName(zone: Zone, at: Date = new Date()): string {
  const part = new Intl.DateTimeFormat(locale, { timeZoneName: 'short', ...zoneOption(zone) })
    .formatToParts(at)
    .find((one) => one.type === 'timeZoneName');
  return part?.value ?? 'UTC';
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** 6 days ago: only ever beside an absolute time. */
export function formatRelative(iso: string, now: number = Date.now()): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) {
      return format.format(Math.trunc(seconds / length), unit);
    }
  }
  return format.format(0, 'minute');
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** A metric's value: enough digits to tell versions apart, and no more. */
export function formatMetric(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.0001 || size >= 1e9)) {
    return value.toExponential(3);
  }
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: size >= 1000 ? 9 : 5 }).format(value);
}

export function formatList(items: string[]): string {
  return new Intl.ListFormat(locale).format(items);
}

/** The day of a time, in the zone, as an input of type `date` has it. */
export function dayOf(iso: string, zone: Zone): string {
  const date = new Date(iso);
  if (zone === 'utc') {
    return iso.slice(0, 10);
  }
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
