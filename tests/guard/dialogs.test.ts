import { describe, expect, it } from 'vitest';
import { judgeAction, makeTarget, SHOP } from './judge-input';

const judgeAnswer = (args: { accept: boolean; text?: string }, question?: string) =>
  judgeAction('answer_dialog', args, undefined, question === undefined ? {} : { question });

describe('an answer to a dialog', () => {
  it('of no is what happens anyway, whatever was asked', () => {
    expect(judgeAnswer({ accept: false })).toEqual({ decision: 'allow', risk: 'changes-page', reasons: [] });
    expect(judgeAnswer({ accept: false }, 'Delete all of your notes?').decision).toBe('allow');
  });

  it('of yes to a question that nobody has seen is asked about', () => {
    expect(judgeAnswer({ accept: true })).toEqual({
      decision: 'ask',
      risk: 'spends',
      reasons: [{ key: 'guard.unseen-question', params: {} }],
    });
    expect(judgeAnswer({ accept: true, text: 'Plans' }).decision).toBe('ask');
  });

  it.each(['Archive this note?', 'New name?', '要继续吗？'])('of yes to "%s" is allowed', (question) => {
    expect(judgeAnswer({ accept: true }, question).decision).toBe('allow');
  });

  it.each([
    ['Delete all of your notes for good?', 'sends'],
    ['You are about to leave your team and everything in it behind. Delete it?', 'sends'],
    ['Do you want to buy this for $49.00 and have it billed at once?', 'spends'],
    ['确定要删除这条笔记吗？', 'sends'],
  ])('of yes to "%s" is asked about: %s', (question, risk) => {
    const verdict = judgeAnswer({ accept: true }, question);
    expect(verdict).toMatchObject({ decision: 'ask', risk });
    expect(verdict.reasons.length).toBeGreaterThan(0);
  });

  it('of yes is asked about the same with a text to it', () => {
    expect(judgeAnswer({ accept: true, text: 'yes' }, 'Type yes to delete your account').decision).toBe(
      'ask',
    );
  });
});

describe('a question that was asked', () => {
  it('is no reason for anything but an answer to it', () => {
    const button = makeTarget({ name: 'Next page' });
    const asked = judgeAction('click', { ref: 'e1' }, button, { question: 'Delete everything?' });
    expect(asked).toEqual(judgeAction('click', { ref: 'e1' }, button));
    expect(asked.decision).toBe('allow');
  });
});

describe('where sending was allowed for good', () => {
  const grants = [{ origin: SHOP, covers: 'sends' as const }];
  const judgeGranted = (changes: object) =>
    judgeAction('answer_dialog', { accept: true }, undefined, { grants, ...changes }).decision;

  it('yes to a question about sending is covered, yes to what may be about money is not', () => {
    expect(judgeGranted({ question: 'Send this message?' })).toBe('allow');
    expect(judgeGranted({ question: 'Pay $49.00 now?' })).toBe('ask');
    expect(judgeGranted({})).toBe('ask');
  });
});
