import { displayDigits, toMajorUnits } from '../contract/money.ts';

/** For tests, and for sites that want all dates in one zone. */
export interface FormatOptions {
  /** An IANA name; the browser's own where it is left out. */
  timeZone?: string;
}

/** Money, dates and numbers as one locale writes them. Always the Gregorian calendar, as on invoices. */
export class Format {
  readonly #locale: string;
  readonly #options: FormatOptions;
  readonly #currencies = new Map<string, Pick<Intl.NumberFormat, 'format'>>();

  constructor(locale: string, options: FormatOptions = {}) {
    this.#locale = locale;
    this.#options = options;
  }

  /** "$29.00": an amount in Stripe's minor unit, with all its decimals. No sign on a zero. */
  money(amountMinor: number, currency: string): string {
    const format = this.#currencies.get(currency) ?? this.#currency(currency);
    this.#currencies.set(currency, format);
    return format.format(toMajorUnits(amountMinor, currency));
  }

  /** "3 December 2026". */
  date(unixSeconds: number): string {
    return this.dateAs(unixSeconds, { dateStyle: 'long' });
  }

  /** "08/2027", for the expiry of a card. `month` is 1 to 12. */
  monthYear(month: number, year: number): string {
    const options = { month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
    return this.dateAs(Date.UTC(year, month - 1) / 1000, options);
  }

  /** For a shape that has no name here. */
  dateAs(unixSeconds: number, options: Intl.DateTimeFormatOptions): string {
    const all = { timeZone: this.#options.timeZone, ...options, calendar: 'gregory' };
    return new Intl.DateTimeFormat(this.#locale, all).format(unixSeconds * 1000);
  }

  /** "in 30 minutes": never sooner than it is. */
  fromNow(seconds: number): string {
    const minutes = Math.ceil(seconds / 60);
    const [value, unit] = [
      [seconds, 'second'] as const,
      [minutes, 'minute'] as const,
      [Math.ceil(minutes / 60), 'hour'] as const,
    ].find(([count]) => count < 100) ?? [Math.ceil(minutes / 1440), 'day'];
    return new Intl.RelativeTimeFormat(this.#locale).format(value, unit);
  }

  number(value: number): string {
    return this.#number(value, {});
  }

  /** `20` is "20%"; two decimals at most. */
  percent(value: number): string {
    return this.#number(value / 100, { style: 'percent', maximumFractionDigits: 2 });
  }

  /** "A, B and C". */
  list(parts: string[]): string {
    return new Intl.ListFormat(this.#locale).format(parts);
  }

  #currency(currency: string): Pick<Intl.NumberFormat, 'format'> {
    const digits = displayDigits(currency);
    const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    const options = { ...decimals, signDisplay: 'negative' } as const;
    try {
      const money = new Intl.NumberFormat(this.#locale, {
        ...options,
        style: 'currency',
        currency,
      });
      return { format: (value) => keepSymbol(money.format(value)) };
    } catch {
      // No code of three letters ("usdc"): the code and the number must do.
      const format = (value: number): string =>
        `${currency.toUpperCase()} ${this.#number(value, options)}`;
      return { format };
    }
  }

  #number(value: number, options: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(this.#locale, options).format(value);
  }
}

/**
 * Arabic puts the currency last and marks the text right-to-left. Without a mark behind it, the
 * dollar of "US$" goes to the other side of its letters.
 */
function keepSymbol(text: string): string {
  return text.startsWith('\u200f') ? `${text}\u200e` : text;
}
