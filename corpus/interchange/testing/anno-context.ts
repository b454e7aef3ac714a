const OA = 'http://www.w3.org/ns/oa#';
const FOAF = 'http://xmlns.com/foaf/0.1/';

const iri = (id: string) => ({ '@id': id, '@type': '@id' });
const text = (id: string) => ({ '@id': id, '@type': 'http://www.w3.org/2001/XMLSchema#string' });
const count = (id: string) => ({
  '@id': id,
  '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger',
});
const purpose = (id: string) => ({ '@id': id, '@type': '@vocab' });

/**
 * The terms of the Web Annotation vocabulary that Stet writes, written from the W3C's
 * recommendation of 2017-02-23: a reader in safe mode refuses any other.
 */
export const ANNO_CONTEXT = {
  '@context': {
    '@version': 1.1,
    ...{ id: '@id', type: '@type' },
    Annotation: `${OA}Annotation`,
    SpecificResource: `${OA}SpecificResource`,
    TextualBody: `${OA}TextualBody`,
    TextQuoteSelector: `${OA}TextQuoteSelector`,
    TextPositionSelector: `${OA}TextPositionSelector`,
    Person: `${FOAF}Person`,
    ...{ tagging: `${OA}tagging`, classifying: `${OA}classifying` },
    ...{ linking: `${OA}linking`, assessing: `${OA}assessing` },
    body: iri(`${OA}hasBody`),
    target: iri(`${OA}hasTarget`),
    source: iri(`${OA}hasSource`),
    selector: iri(`${OA}hasSelector`),
    motivation: purpose(`${OA}motivatedBy`),
    purpose: purpose(`${OA}hasPurpose`),
    exact: text(`${OA}exact`),
    prefix: text(`${OA}prefix`),
    suffix: text(`${OA}suffix`),
    start: count(`${OA}start`),
    end: count(`${OA}end`),
    value: text('http://www.w3.org/1999/02/22-rdf-syntax-ns#value'),
    format: text('http://purl.org/dc/elements/1.1/format'),
    creator: iri('http://purl.org/dc/terms/creator'),
    created: {
      '@id': 'http://purl.org/dc/terms/created',
      '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
    },
    name: text(`${FOAF}name`),
  },
};
