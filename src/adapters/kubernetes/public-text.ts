const publicBlocks = /^(?:\s*-----BEGIN (CERTIFICATE|X509 CRL|PUBLIC KEY)-----[A-Za-z0-9+/=\s]+-----END \1-----)+\s*$/u;

/** Only certificates, revocation lists or public keys, and white space. */
export function isPublic(text: string): boolean {
  return publicBlocks.test(text);
}
