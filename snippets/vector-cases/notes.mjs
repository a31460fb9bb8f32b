/** What each flag means. Of an invalid vector, the first flag is the step of SPEC.md that refuses it. */
export const NOTES = {
  Plain: note('BASIC', 'A plain hash: HMAC-SHA256 over the id itself.'),
  Expiring: note('BASIC', 'An expiring hash: v1.<expires>.<hex> over v1.<type>.<expires>.<id>.'),
  NonAscii: note(
    'ENCODING',
    'The id has letters outside ASCII; what is signed is its UTF-8 bytes.',
  ),
  ExactBytes: note(
    'NORMALIZATION',
    'Ids that look or compare alike but are different bytes. Nothing is trimmed, folded or normalised.',
  ),
  Boundary: note('EDGE_CASE', 'The last value that is accepted, or the first that is not.'),
  Rotation: note('FUNCTIONALITY', 'Several secrets are valid at once; any one of them is enough.'),
  SecretAsText: note(
    'ENCODING',
    'The key is the secret as UTF-8 text: with its prefix, never decoded from hex or base64.',
  ),
  BadId: note(
    'MISSING_STEP',
    'The id is not in the grammar of its type. The MAC is right, so a verifier that skips the check accepts it.',
  ),
  LoneSurrogate: note(
    'ENCODING',
    'The id is not well-formed Unicode. A JSON parser that puts U+FFFD in its place cannot run this vector.',
  ),
  BadSpelling: note('MALLEABILITY', 'The hash is not in the one canonical spelling.'),
  BadTime: note(
    'MISSING_STEP',
    'The MAC is right, but the hash is past its time, or would be good for more than 24 hours.',
  ),
  WrongMac: note('AUTH_BYPASS', 'The spelling is right, but the MAC is not that of this id.'),
  Encoding: note('MALLEABILITY', 'The right MAC in another encoding, or with something around it.'),
  Confusion: note('AUTH_BYPASS', 'A right MAC, but of another form, type, id or time.'),
  WeakConstruction: note(
    'WEAK_CONSTRUCTION',
    'Made with something other than HMAC-SHA256 of exactly this message under exactly this key.',
  ),
};

function note(bugType, description) {
  return { bugType, description };
}
