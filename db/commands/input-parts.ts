import { z } from 'zod';
import { CLAIM_TYPES, FLAGS, PARTS, SOURCE_TYPES, SPEECH, TERMS } from '@/corpus/annotation/model';
import { DUE_MINUTE } from '@/corpus/verification/due';

export const id = z.string().regex(/^[0-9A-Z]{26}$/, 'is not an id');
export const version = z.number().int().positive();
export const line = z.string().trim().min(1, 'must not be empty').max(500);
export const prose = z.string().max(20_000);
export const words = prose.trim().min(1, 'must not be empty');
export const day = z.iso.date('must be a date like 2026-11-21');
const minute = z.string().regex(DUE_MINUTE, 'must be a time like 2026-11-21T15:30Z').refine((at) => !Number.isNaN(Date.parse(at)), 'must be a time that there is'); // prettier-ignore
export const due = z.union([day, minute], 'must be a date like 2026-11-21, or a time like 2026-11-21T15:30Z'); // prettier-ignore
export const reason = z.string().trim().min(1, 'must not be empty').max(2000);
export const once = <T>(values: T[]): T[] => [...new Set(values)];

export const spans = z
  .array(
    z.object({
      part: z.enum(PARTS),
      ordinal: z.number().int().min(0).max(50),
      piece: z.number().int().min(0).max(500),
      start: z.number().int().min(0),
      end: z.number().int().min(1),
    }),
  )
  .min(1)
  .max(500);

export const attributes = z
  .object({
    types: z.array(z.enum(CLAIM_TYPES)).max(CLAIM_TYPES.length).transform(once),
    flags: z.array(z.enum(FLAGS)).max(FLAGS.length).transform(once),
    speech: z.enum(SPEECH).nullable(),
    sourceType: z.enum(SOURCE_TYPES).nullable(),
    terms: z.enum(TERMS).nullable(),
    anonymityReason: z.string().trim().max(500).nullable(),
  })
  .partial();
