// Verify credentials with the library of Digital Bazaar: node verify.mjs KNOWN.json CREDENTIAL.json...
// KNOWN.json holds the documents it may read, by address; there is no other way to one.
// One line of JSON a credential: whether it holds, and why not.

import { readFileSync } from "node:fs";

import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import { verifyCredential } from "@digitalbazaar/vc";

const [known, ...files] = process.argv.slice(2);
const documents = JSON.parse(readFileSync(known, "utf8"));

const documentLoader = async (address) => {
  const [page, fragment] = address.split("#");
  const document = documents[address] ?? documents[page];
  if (document === undefined) throw new Error(`not known: ${address}`);
  const method = document.verificationMethod?.find((one) => one.id === address);
  const found = fragment && method ? { "@context": document["@context"], ...method } : document;
  return { contextUrl: null, documentUrl: address, document: found };
};

for (const file of files) {
  const credential = JSON.parse(readFileSync(file, "utf8"));
  const suite = new DataIntegrityProof({ cryptosuite });
  const result = await verifyCredential({ credential, suite, documentLoader, now: new Date() });
  console.log(JSON.stringify({ verified: result.verified, why: String(result.error ?? "") }));
}
