import { type Element, elements, objectIdentifier, tagged } from "./der.ts";

/** What Node's reader of certificates does not tell (RFC 5280, 4.1 and 4.2), and path building needs. */
export interface Extensions {
  /** By which hash and algorithm it was signed: `ecdsa-sha256`; an unknown one by its number. */
  readonly signature: string;
  readonly hasBasicConstraints: boolean;
  /** How many certificates of authorities may stand below it; `undefined`: any number. */
  readonly pathLength: number | undefined;
  /** `undefined`: no such extension, everything is allowed. */
  readonly keyUsage: { readonly certSign: boolean } | undefined;
  /** Numbers of the purposes; `undefined`: no such extension, any purpose. */
  readonly purposes: readonly string[] | undefined;
  readonly names: NameConstraints | undefined;
}

/** Names that authorities below may vouch for, as far as workloads have such names: URIs by their host. */
export interface NameConstraints {
  /** Hosts or, with a leading dot, domains; `undefined`: nothing is said about URIs. */
  readonly permittedUris: readonly string[] | undefined;
  readonly excludedUris: readonly string[];
}

const signatures: Readonly<Record<string, string>> = {
  "1.2.840.113549.1.1.4": "rsa-md5",
  "1.2.840.113549.1.1.5": "rsa-sha1",
  "1.2.840.113549.1.1.10": "rsa-pss",
  "1.2.840.113549.1.1.11": "rsa-sha256",
  "1.2.840.113549.1.1.12": "rsa-sha384",
  "1.2.840.113549.1.1.13": "rsa-sha512",
  "1.2.840.10045.4.1": "ecdsa-sha1",
  "1.2.840.10045.4.3.2": "ecdsa-sha256",
  "1.2.840.10045.4.3.3": "ecdsa-sha384",
  "1.2.840.10045.4.3.4": "ecdsa-sha512",
};

const oids = { basicConstraints: "2.5.29.19", keyUsage: "2.5.29.15", purposes: "2.5.29.37", names: "2.5.29.30" } as const;

const tags = { boolean: 0x01, integer: 0x02, oid: 0x06, octets: 0x04 } as const;

/** Reads the extensions of a certificate given as DER, that a parser has accepted before. @throws RangeError when it is none */
export function extensionsOf(der: Buffer): Extensions {
  const [certificate] = elements(der);
  const [tbs, algorithm] = within(certificate);
  const wrapper = within(tbs).find(({ tag }) => tag === tagged(3, true));
  const extensions = new Map(within(within(wrapper)[0]).map(entryOf));
  const constraints = extensions.get(oids.basicConstraints);
  const usage = extensions.get(oids.keyUsage);
  const purposes = extensions.get(oids.purposes);
  const number = objectIdentifier(within(algorithm)[0]?.body ?? Buffer.alloc(0));
  return {
    signature: signatures[number] ?? number,
    hasBasicConstraints: constraints !== undefined,
    pathLength: constraints && pathLengthOf(constraints),
    keyUsage: usage && keyUsageOf(usage),
    purposes: purposes && within(elements(purposes)[0]).map(({ body }) => objectIdentifier(body)),
    names: namesOf(extensions.get(oids.names)),
  };
}

/** Extension ::= SEQUENCE { OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, value OCTET STRING } */
function entryOf(extension: Element): readonly [string, Buffer] {
  const parts = within(extension);
  const value = parts.find(({ tag }) => tag === tags.octets)?.body ?? Buffer.alloc(0);
  return [objectIdentifier(parts[0]?.body ?? Buffer.alloc(0)), value];
}

function pathLengthOf(value: Buffer): number | undefined {
  const length = within(elements(value)[0]).find(({ tag }) => tag === tags.integer)?.body;
  return length && Number(BigInt(`0x${length.toString("hex")}`));
}

/** A bit string: the first byte counts unused bits; keyCertSign is bit 5, from the left. */
function keyUsageOf(value: Buffer): { readonly certSign: boolean } {
  const bits = elements(value)[0]?.body[1] ?? 0;
  return { certSign: (bits & 0x04) !== 0 };
}

/** NameConstraints ::= SEQUENCE { [0] permitted, [1] excluded }, each a list of SEQUENCE { GeneralName, … }; a URI is GeneralName [6]. */
function namesOf(value: Buffer | undefined): NameConstraints | undefined {
  if (value === undefined) return undefined;
  const parts = within(elements(value)[0]);
  const uris = (number: number): readonly string[] =>
    within(parts.find(({ tag }) => tag === tagged(number, true)))
      .map((subtree) => within(subtree)[0])
      .flatMap((name) => (name?.tag === tagged(6, false) ? [name.body.toString("latin1").toLowerCase()] : []));
  const permitted = uris(0);
  return { permittedUris: permitted.length === 0 ? undefined : permitted, excludedUris: uris(1) };
}

function within(element: Element | undefined): readonly Element[] {
  return element === undefined ? [] : elements(element.body);
}
