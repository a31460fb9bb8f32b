const KNOWN = [
  'colorPrimary',
  'colorBackground',
  'colorText',
  'colorDanger',
  'fontFamily',
  'fontSizeBase',
  'borderRadius',
  'spacingUnit',
];

/** Takes over the colours and sizes of Stripe's Appearance API that this form knows. */
export function paint({ theme, variables = {} }) {
  const { style } = document.documentElement;
  const isNight = theme === 'night';
  style.colorScheme = isNight ? 'dark' : 'light';
  style.setProperty('--colorBackground', isNight ? '#1d1f2b' : '#fff');
  style.setProperty('--colorText', isNight ? '#eceef6' : '#1c1d26');
  for (const name of KNOWN) {
    if (typeof variables[name] === 'string') style.setProperty(`--${name}`, variables[name]);
  }
}
