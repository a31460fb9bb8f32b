import { displayDigits, toMajorUnits } from '../contract/money.ts';

/** For tests, and for sites that want all dates in one zone. */
export interface FormatOptions {
  /** An IANA name; the browser's own where it is left out. */
  timeZone?: string;
  /** Milliseconds, as `Date.now`. */
  now?: () => number;
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
    return this.#date(unixSeconds, { dateStyle: 'long' });
  }

  /** "3 Dec", and with the year where it is not this one. */
  shortDate(unixSeconds: number): string {
    const now = (this.#options.now ?? Date.now)() / 1000;
    const isThisYear = this.#year(unixSeconds) === this.#year(now);
    return this.#date(unixSeconds, {
      day: 'numeric',
      month: 'short',
      ...(isThisYear ? {} : { year: 'numeric' }),
    });
  }

  /** "08/2027", for the expiry of a card. `month` is 1 to 12. */
  monthYear(month: number, year: number): string {
    const options = { month: '2-digit', year: 'numeric', timeZone: 'UTC' } as const;
    return this.#date(Date.UTC(year, month - 1) / 1000, options);
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
      return new Intl.NumberFormat(this.#locale, { ...options, style: 'currency', currency });
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

  #year(unixSeconds: number): string {
    return this.#date(unixSeconds, { year: 'numeric' });
  }

  #date(unixSeconds: number, options: Intl.DateTimeFormatOptions): string {
    const { timeZone } = this.#options;
    return new Intl.DateTimeFormat(this.#locale, {
      ...(timeZone === undefined ? {} : { timeZone }),
      ...options,
      calendar: 'gregory',
    }).format(unixSeconds * 1000);
  }
}
