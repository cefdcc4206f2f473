const NOT_ENGLISH =
  /^(?:\p{Lu}\p{L}+,?\s)?(?:(?:so|but|and|also|please|then)\s|so please\s)*(?:don['’]?t|do not|never|no need|not)(?!\p{L})|\bplease (?:don['’]?t|do not|never)\b|\bdont phone\b/iu;
const NOT_OTHER =
  /(?<!\p{L})(?:nicht|keine[nrs]?|niemals|inte|niet|geen|não|non|nunca|jamás)(?!\p{L})|(?<!\p{L})(?:ne|n['’])\s?[^.]{0,30}(?<!\p{L})(?:pas|plus|jamais)(?!\p{L})|(?<!\p{L})ne (?:lui|le|la)(?!\p{L})/iu;

/** Whether an ask asks for something not to be done. */
export function isForbidden(words: string): boolean {
  return NOT_ENGLISH.test(words.replace(/\s+/g, ' ')) || NOT_OTHER.test(words);
}

const TO_PARTNER = /\b(?:me|us|mir|uns|mig|oss|moi|nous|nos|mij|ons|to me|te pido)\b/i;

/** Whether an ask is for the partner and not for the buyer: it stands in no mail to the buyer. */
export function isForPartner(words: string): boolean {
  return TO_PARTNER.test(words);
}
