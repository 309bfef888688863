/**
 * Makes text fit for the log: takes out tokens, secrets, names, telephone numbers and addresses.
 * Order, product order and tracking numbers stay, because without them a log explains nothing.
 * Rather one word too many is taken than one too few.
 */
export function redact(text: string): string {
  return applied(rules, text);
}

/**
 * Takes out only what has the form of a key or a token, or stands behind the name of one: for texts of a market that a
 * seller reads whole, like a refusal's message or a buyer's memo. A gateway may repeat the headers of the call that it
 * refuses.
 */
export function hideSecrets(text: string): string {
  return applied(secretForms, text);
}

type Rule = readonly [RegExp, string];

function applied(those: readonly Rule[], text: string): string {
  return those.reduce((left, [pattern, put]) => left.replace(pattern, put), text);
}

const keyNames = 'access_?token|refresh_?token|client_?secret(?:_?sign)?|api_?key|authorization|x-vendor-api-key';
const secretNames = `${keyNames}|password`;
const personalNames = [
  'ordererName|ordererId|ordererTel|ordererNo|receiverName|recipient|phone|address|name|tel\\d?|hp',
  'baseAddress|detailedAddress|zipCode|shippingMemo|entryMethodContent|pickupLocationContent',
  'individualCustomUniqueCode|ord_name|order_tel|order_hp|recv_\\w+|ord_memo',
].join('|');

/** In JSON; a text that was cut in the middle has no closing quote. */
const quoted = '"(?:[^"\\\\]|\\\\.)*(?:"|$)';

const secretForms: readonly Rule[] = [
  // A token has no form of its own: told by its name, and by its length from a word about it.
  [new RegExp(`((?:${keyNames})["']?\\s*[:=]\\s*["']?(?:(?:Bearer|Basic)\\s+)?)[\\w.~+/=$-]{16,}`, 'gi'), '$1***'],
  [/\b(Bearer)\s+[\w.~+/=-]{16,}/gi, '$1 ***'],
  // a client secret is a bcrypt salt; its signature is base64 of a bcrypt hash, which always begins so
  [/\$2[abxy]\$\d\d\$[./A-Za-z0-9]{10,}/g, '***'],
  [/\bJDJ[hieXkx5][A-Za-z0-9+/_=-]{20,}/g, '***'],
  [/\bbm_[A-Za-z0-9_-]{4,}/g, '***'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]+)?/g, '***'],
];

const rules: readonly Rule[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 ***'],
  // JSON and form fields, in any quoting
  [new RegExp(`(["']?(?:${secretNames})["']?\\s*[:=]\\s*)(${quoted}|[^\\s,&;}]+)`, 'gi'), '$1***'],
  [new RegExp(`("(?:${personalNames})"\\s*:\\s*)(${quoted}|\\d+)`, 'gi'), '$1"***"'],
  ...secretForms,
  [/(?<![\w-])(?:\+?82[- ]?|0)(?:1\d|2|[3-6]\d|70|50\d)[- .]?\d{3,4}[- .]?\d{4}(?![\w-])/g, '***'],
  // Only from where a word begins: tried at every letter of a long one, it would take the square of its length.
  [/(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/g, '***'],
];
