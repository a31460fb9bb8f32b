import { refuse } from './fault.ts';
import type { Raw } from './form.ts';

/** Reads one parameter; `at` is its name as Stripe spells it in errors, like `items[0][price]`. */
export interface Field<Value> {
  read(raw: Raw, at: string): Value;
  isRequired?: boolean;
}
export interface RequiredField<Value> extends Field<Value> {
  isRequired: true;
}

/** A field for every parameter that the SDK knows for this call, and for no other. */
export type FieldsFor<Params> = { [Key in keyof Params]-?: Field<unknown> };
type Fields = Record<string, Field<unknown>>;
export type Parsed<Table> = {
  [Key in keyof Table]: Table[Key] extends RequiredField<infer Value>
    ? Value
    : Table[Key] extends Field<infer Value>
      ? Value | undefined
      : never;
};

export type Read<F> = F extends Field<infer Value> ? Value : never;

export const text: Field<string> = {
  read(raw, at) {
    if (typeof raw !== 'string') throw refuse(`Invalid string: ${at}`, at);
    if (raw === '') throw emptyRefused(at);
    if (raw.length > 5000) throw refuse(`Invalid string: ${at} is too long`, at);
    return raw;
  },
};

/** May be empty: that clears the value. */
export const clearableText: Field<string> = {
  read: (raw, at) => (raw === '' ? '' : text.read(raw, at)),
};

export const integer: Field<number> = {
  read(raw, at) {
    if (typeof raw !== 'string' || !/^-?\d{1,15}$/.test(raw)) {
      throw refuse(`Invalid integer: ${show(raw)}`, at, 'parameter_invalid_integer');
    }
    return Number(raw);
  },
};

/** A decimal number that keeps its digits, as Stripe's `*_decimal` do. */
export const decimal: Field<string> = {
  read(raw, at) {
    if (typeof raw !== 'string' || !/^-?\d{1,15}(\.\d{1,12})?$/.test(raw)) {
      throw refuse(`Invalid decimal: ${show(raw)}`, at);
    }
    return raw;
  },
};

export const flag: Field<boolean> = {
  read(raw, at) {
    if (raw !== 'true' && raw !== 'false') throw refuse(`Invalid boolean: ${show(raw)}`, at);
    return raw === 'true';
  },
};

export function oneOf<const Value extends string>(...values: Value[]): Field<Value> {
  return {
    read(raw, at) {
      const found = values.find((value) => value === raw);
      if (found !== undefined) return found;
      throw refuse(`Invalid ${at}: must be one of ${values.join(', ')}`, at);
    },
  };
}

export function listOf<Value>(item: Field<Value>): Field<Value[]> {
  return {
    read(raw, at) {
      if (!Array.isArray(raw)) throw refuse('Invalid array', at);
      return raw.map((child, index) => item.read(child, `${at}[${index}]`));
    },
  };
}

export function mapOf<Value>(item: Field<Value>): Field<Record<string, Value>> {
  return {
    read(raw, at) {
      const object = objectOf(raw, at);
      const entries = Object.entries(object);
      return Object.fromEntries(entries.map(([key, v]) => [key, item.read(v, `${at}[${key}]`)]));
    },
  };
}

/** Either the value, or an empty string, which clears it. */
export function clearable<Value>(field: Field<Value>): Field<Value | ''> {
  return { read: (raw, at) => (raw === '' ? '' : field.read(raw, at)) };
}

export function either<First, Second>(first: Field<First>, second: Field<Second>) {
  const field: Field<First | Second> = {
    read(raw, at) {
      try {
        return first.read(raw, at);
      } catch {
        return second.read(raw, at);
      }
    },
  };
  return field;
}

export function required<Value>(field: Field<Value>): RequiredField<Value> {
  return { ...field, isRequired: true };
}

/** Parameters that Stripe has and this simulator refuses, rather than ignore. */
export function later<const Key extends string>(...keys: Key[]): Record<Key, Field<undefined>> {
  const field: Field<undefined> = {
    read: (_raw, at) => {
      throw refuse(`The simulator does not support the parameter yet: ${at}`, at);
    },
  };
  const entries = keys.map((key): [Key, Field<undefined>] => [key, field]);
  return Object.fromEntries(entries) as Record<Key, Field<undefined>>;
}

/** A group of parameters that must be exactly the SDK's `Params`. */
export function shape<Params>() {
  return <Table extends FieldsFor<Params>>(
    table: Table & Record<Exclude<keyof Table, keyof Params>, never>,
  ) => group<Table>(table);
}

/** A part of a group that is too wide to repeat whole (the fifty kinds of payment method). */
export function partOf<Params>() {
  return <Table extends Partial<FieldsFor<Params>>>(
    table: Table & Record<Exclude<keyof Table, keyof Params>, never>,
  ) => group<Table>(table);
}

function group<Table>(table: Table): Field<Parsed<Table>> {
  return { read: (raw, at) => readGroup(table as Fields, raw, at) as Parsed<Table> };
}

function readGroup(table: Fields, raw: Raw, at: string): Record<string, unknown> {
  const object = objectOf(raw, at);
  const name = (key: string) => (at === '' ? key : `${at}[${key}]`);
  for (const key of Object.keys(object)) {
    if (!Object.hasOwn(table, key)) {
      throw refuse(`Received unknown parameter: ${name(key)}`, name(key), 'parameter_unknown');
    }
  }
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(table)) {
    const value = object[key];
    if (value !== undefined) result[key] = field.read(value, name(key));
    else if (field.isRequired === true) {
      throw refuse(`Missing required param: ${name(key)}.`, name(key), 'parameter_missing');
    }
  }
  return result;
}

function objectOf(raw: Raw, at: string): { [key: string]: Raw } {
  if (typeof raw === 'string' || Array.isArray(raw)) throw refuse('Invalid object', at);
  return raw;
}

function emptyRefused(at: string) {
  const message = `You passed an empty string for '${at}'. We assume empty values are an attempt to unset a parameter; however '${at}' cannot be unset.`;
  return refuse(message, at, 'parameter_invalid_empty');
}

function show(raw: Raw): string {
  return typeof raw === 'string' ? raw : JSON.stringify(raw);
}
