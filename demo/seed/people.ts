/** The customers of Lumen Notes, each in another state. */
export const PEOPLE = [
  {
    key: 'monthly',
    name: 'Maya Lindqvist',
    email: 'maya@example.com',
    story: 'Pro, monthly, paid by Visa. The code LOYAL is hers alone.',
  },
  {
    key: 'yearly',
    name: 'Tomás Herrera',
    email: 'tomas@example.com',
    story: 'Pro, yearly; most of the year is over.',
  },
  {
    key: 'trialing',
    name: 'Aiko Brandt',
    email: 'aiko@example.com',
    story: 'Starter on trial, which ends in six days.',
  },
  {
    key: 'pastdue',
    name: 'Noah Whitfield',
    email: 'noah@example.com',
    story: 'Pro, monthly; the last renewal was declined and its invoice is open.',
  },
  {
    key: 'declining',
    name: 'Ruth Okafor',
    email: 'ruth@example.com',
    story: 'Pro, monthly; the next renewal will be declined. Jump there, and pay it.',
  },
  {
    key: 'cancelling',
    name: 'Ines Carvalho',
    email: 'ines@example.com',
    story: 'Pro, monthly; cancelled, and runs until the period ends.',
  },
  {
    key: 'canceled',
    name: 'Oskar Nowak',
    email: 'oskar@example.com',
    story: 'Starter ended three weeks ago; the card is still there.',
  },
  {
    key: 'scheduled',
    name: 'Leila Rahmani',
    email: 'leila@example.com',
    story: 'Pro now, Starter from the next period on.',
  },
  {
    key: 'two',
    name: 'Fjord Studio',
    email: 'billing@fjord.example.com',
    story: 'Two subscriptions: Team with five seats, and archive storage.',
  },
  {
    key: 'invoices',
    name: 'Greta Olsen',
    email: 'greta@example.com',
    story: 'Starter for fifteen months, and a stack of invoices.',
  },
  {
    key: 'yen',
    name: 'Haruto Sato',
    email: 'haruto@example.com',
    story: 'Pro, monthly, in yen.',
  },
  {
    key: 'none',
    name: 'Samir Haddad',
    email: 'samir@example.com',
    story: 'Signed up, never subscribed; no card.',
  },
  {
    key: 'secure',
    name: 'Chloé Martin',
    email: 'chloe@example.com',
    story: 'Pro, monthly; her bank wants every payment confirmed, the next renewal too.',
  },
  {
    key: 'seats',
    name: 'Quill & Co',
    email: 'office@quill.example.com',
    story: 'Team, monthly, three seats.',
  },
] as const;

export type PersonKey = (typeof PEOPLE)[number]['key'];
